import { MeetingOfProduct } from '../support/meeting-of-product.mjs';
import { MeetingAlone, MeetingOfBare } from '../support/meeting-of-bare.mjs';
import { measureAdmissions } from './admit.mjs';
import { measureJoins } from './join.mjs';

/**
 * What all three kinds of meeting have in common.
 * @typedef {object} AnyMeeting
 * @property {import('playwright-core').Page} professional
 * @property {import('playwright-core').Page} client The same page as the professional's when both are in one.
 * @property {string} visitUrl
 * @property {string} clientUrl
 * @property {() => Promise<void>} hangUp Both are out of the meeting.
 * @property {() => Promise<void>} backToWaiting The next press of "admit" brings both into the meeting.
 */

/** @param {import('../bench-context.mjs').BenchContext} context */
export async function measureJoinAndAdmit({ browser, product, api, bare, timer }) {
  const meetings = {
    product: await MeetingOfProduct.open(browser, product, api),
    bare: await MeetingOfBare.open(browser, bare, 'join'),
    alone: await MeetingAlone.open(browser, bare),
  };
  await meetings.product.hangUp();
  const join = await measureJoins(meetings, timer(90));
  const admit = await measureAdmissions(meetings, timer(55));
  for (const { professional, client } of Object.values(meetings)) {
    await Promise.all([professional.context().close(), client.context().close()]);
  }
  return { join, admit };
}
