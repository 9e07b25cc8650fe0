import { TestEnvironment } from 'jest-environment-node';

/** Longest wait for one page to tell what it shows. */
const LOOK_MS = 2_000;

/**
 * Where tests with browsers run: to what failed it adds what every open page showed at that moment (`openPages` of the
 * tests' global object). A test that fails on another machine only says at least where it stood.
 */
export default class BrowserEnvironment extends TestEnvironment {
  async handleTestEvent({ name, error }) {
    if (
      (name === 'test_fn_failure' || name === 'hook_failure') &&
      typeof error?.stack === 'string'
    ) {
      const seen = await Promise.all([...(this.global.openPages ?? [])].map(look));
      error.stack = [error.stack, ...seen].join('\n');
    }
  }
}

/** The path and the test ids that can be seen: never an address's fragment or a text, which may hold what is secret. */
async function look(page) {
  try {
    const path = new URL(page.url()).pathname;
    const ids = page.evaluate(visibleTestIds);
    const shown = await Promise.race([ids, later(LOOK_MS)]);
    return `    Page ${path} shows ${shown.join(', ')}`;
  } catch (error) {
    return `    A page could not be looked at: ${error.message.split('\n')[0]}`;
  }
}

/** Runs in the page, which Playwright or Puppeteer drives. */
function visibleTestIds() {
  const marked = [...globalThis.document.querySelectorAll('[data-testid]')];
  return marked
    .filter((one) => one.checkVisibility())
    .map((one) => one.getAttribute('data-testid'));
}

function later(ms) {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('it does not answer')), ms).unref();
  });
}
