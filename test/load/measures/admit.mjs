import { setTimeout as sleep } from 'node:timers/promises';
import { Attempts } from '../support/attempts.mjs';
import { firstFrame, forgetMarks } from '../support/browser.mjs';
import { ratios, summarise } from '../support/figures.mjs';

const ROUNDS = 10;
const SETTLE_MS = 800;

/**
 * From the press of "admit" to the first picture: at the client, whose code is loaded and whose camera is open, and at
 * the professional, whose camera opens at the press.
 *
 * @param {Record<string, import('./join-and-admit.mjs').AnyMeeting>} meetings `product`, `bare` and `alone`.
 * @param {() => boolean} isTimeUp
 */
export async function measureAdmissions(meetings, isTimeUp) {
  /** @type {Record<string, { atClient: number, atProfessional: number }[]>} */
  const rounds = Object.fromEntries(Object.keys(meetings).map((name) => [name, []]));
  const attempts = new Attempts();
  for (let round = 0; round < ROUNDS && !(round > 3 && isTimeUp()); round += 1) {
    for (const [name, meeting] of Object.entries(meetings)) {
      const times = await attempts.of(name, meeting, () => admit(meeting));
      rounds[name].push(...(times === undefined ? [] : [times]));
    }
  }
  await Promise.all(Object.values(meetings).map((meeting) => meeting.hangUp()));
  const { product, bare } = rounds;
  return {
    unit: 'ms',
    atClient: describe(rounds, 'atClient'),
    // The browser alone has one page only, so it has no second side.
    atProfessional: describe({ product, bare }, 'atProfessional'),
    failures: attempts.failures,
  };
}

/** @param {import('./join-and-admit.mjs').AnyMeeting} meeting */
async function admit(meeting) {
  const { professional, client } = meeting;
  await meeting.backToWaiting();
  await sleep(SETTLE_MS);
  await Promise.all([forgetMarks(professional), forgetMarks(client)]);
  await professional.getByTestId('admit').click();
  const [sees, isSeen] = await Promise.all([firstFrame(client), firstFrame(professional)]);
  const pressedAt = isSeen.origin + isSeen.pressed;
  return {
    atClient: sees.origin + sees.firstFrame - pressedAt,
    atProfessional: isSeen.origin + isSeen.firstFrame - pressedAt,
  };
}

function describe(rounds, side) {
  const times = Object.fromEntries(
    Object.entries(rounds).map(([name, all]) => [name, summarise(all.map((one) => one[side]))]),
  );
  const { product, bare, alone } = times;
  return {
    ...times,
    productOverBare: ratios(product, bare),
    ...(alone ? { productOverAlone: ratios(product, alone) } : {}),
  };
}
