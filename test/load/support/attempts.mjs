/** What went wrong, and what both sides showed then. @typedef {{ of: string, why: string, pages: string[] }} Failure */

const LONGEST_TEXT = 400;

/**
 * Runs parts of a measure; one that fails is kept with what the pages showed, and the others go on: a figure without
 * its failures would be a lie, and a failure without its figures a wasted run.
 */
export class Attempts {
  /** @type {Failure[]} */
  failures = [];

  /**
   * @template T
   * @param {string} name
   * @param {import('../measures/join-and-admit.mjs').AnyMeeting} meeting
   * @param {() => Promise<T>} work
   * @returns {Promise<T | undefined>}
   */
  async of(name, meeting, work) {
    try {
      return await work();
    } catch (error) {
      const { professional, client } = meeting;
      if (client.isClosed()) {
        throw error;
      }
      this.failures.push({
        of: name,
        why: String(error).slice(0, LONGEST_TEXT),
        pages: await Promise.all([...new Set([professional, client])].map(describe)),
      });
      return undefined;
    }
  }
}

/** @param {import('playwright-core').Page} page */
async function describe(page) {
  const text = await page.evaluate(() => Object(globalThis).document.body.innerText).catch(String);
  return `${page.url().split('#')[0]}: ${text.replace(/\s+/g, ' ').slice(0, LONGEST_TEXT)}`;
}
