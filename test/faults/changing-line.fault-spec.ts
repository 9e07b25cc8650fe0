import { setTimeout as passes } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { decodedMedia } from '../support/browser.js';
import { longestGapsWhile } from '../support/frame-gap.js';
import { mediaFlows } from '../support/journey.js';
import type { Blocked } from '../support/network/impaired-line.js';
import { LineStage, UDP } from '../support/network/line-stage.js';
import { describeWithLine } from '../support/network/with-line.js';
import { until } from '../support/until.js';
import { Results, rounds } from './results.js';

/** Goals, in milliseconds: at most so long in 95 of 100 rounds. */
const ADDRESS_GOAL_MS = 3_000;
const BACK_GOAL_MS = 500;

const CUT_MS = 5_000;

/** A line that has stood for less than five seconds is not doubted, so that a node that sends us away is not stormed. */
const STANDS_MS = 6_000;

describeWithLine('a call on a line that changes', () => {
  const results = new Results('changing-line');
  let stage: LineStage;
  let both: [Page, Page];

  beforeAll(async () => {
    stage = await LineStage.open();
    ({ both } = await stage.call());
  });

  afterAll(async () => {
    results.write();
    await stage.close();
  });

  it('goes on when the client’s telephone gets another address', async () => {
    for (let round = 0; round < rounds(); round += 1) {
      await passes(STANDS_MS);
      const gaps = await longestGapsWhile(both, async () => {
        await stage.line.moveNear(`10.213.0.${String(4 + (round % 250))}`);
        await flowsOn();
      });
      results.note('gap: another address', ADDRESS_GOAL_MS, Math.max(...gaps));
    }
    expect(results.p95('gap: another address')).toBeLessThan(ADDRESS_GOAL_MS);
  });

  it.each([['UDP', () => [UDP]]] as const)(
    'has its picture again as soon as %s is, after five seconds without',
    async (what, blocked: () => Blocked[]) => {
      const measure = `back after a cut of ${what}`;
      for (let round = 0; round < rounds(); round += 1) {
        await stage.line.block(blocked());
        await passes(CUT_MS);
        const before = await Promise.all(both.map((page) => decodedMedia(page)));
        const begun = performance.now();
        await stage.line.block([]);
        await until(async () => everyPictureMoves(both, before), {
          what: 'the pictures',
          withinMs: 30_000,
        });
        results.note(measure, BACK_GOAL_MS, performance.now() - begun);
        await flowsOn();
      }
      expect(results.p95(measure)).toBeLessThan(BACK_GOAL_MS);
    },
  );

  async function flowsOn(): Promise<void> {
    await Promise.all(both.map(async (page) => mediaFlows(page, await decodedMedia(page))));
  }
});

async function everyPictureMoves(
  pages: readonly Page[],
  before: readonly { videoFrames: number }[],
): Promise<boolean> {
  const now = await Promise.all(pages.map((page) => decodedMedia(page)));
  return now.every(({ videoFrames }, index) => videoFrames > before[index]!.videoFrames);
}
