import type { Page } from 'playwright-core';
import { decodedMedia, waysOf } from '../support/browser.js';
import { longestGapsWhile } from '../support/frame-gap.js';
import { mediaFlows } from '../support/journey.js';
import { LineStage, UDP } from '../support/network/line-stage.js';
import { describeWithLine } from '../support/network/with-line.js';
import { until } from '../support/until.js';
import { Results, rounds } from './results.js';

/** Goals, in milliseconds: at most so long in 95 of 100 rounds. */
const GAP_GOAL_MS = 8_000;
const START_GOAL_MS = 10_000;

describeWithLine('a call in a closed network', () => {
  const results = new Results('closed-network');
  let stage: LineStage;
  let both: [Page, Page];

  beforeAll(async () => {
    stage = await LineStage.open();
    ({ both } = await stage.call());
  });

  afterEach(async () => {
    await stage.line.block([]);
  });

  afterAll(async () => {
    results.write();
    await stage.close();
  });

  /** Opens the client's page anew. @returns Milliseconds until pictures and sound are decoded. */
  async function comeAgain(): Promise<number> {
    const begun = performance.now();
    await both[0].reload();
    await mediaFlows(both[0]);
    return performance.now() - begun;
  }

  /** Waits until all of the client's media goes one of these ways. */
  async function goesBy(ways: readonly string[]): Promise<void> {
    await until(
      async () => {
        const taken = await waysOf(both[0]);
        return taken.length === 2 && taken.every((way) => ways.includes(way));
      },
      { what: ways.join(' or '), withinMs: 30_000 },
    );
  }

  /** The same, and waits until it flows on both sides. */
  async function flowsBy(ways: readonly string[]): Promise<void> {
    await goesBy(ways);
    await Promise.all(both.map(async (page) => mediaFlows(page, await decodedMedia(page))));
  }

  it.each([
    ['nothing is blocked', () => [], ['udp']],
    // Each of the two connections takes what answers it first.
    ['UDP is blocked before', () => [UDP], ['tcp', 'relay over tls']],
    ['all but https is blocked before', () => [UDP, stage.mediaTcp], ['relay over tls']],
  ] as const)('begins when %s', async (what, blocked, ways) => {
    for (let round = 0; round < rounds(); round += 1) {
      await stage.line.block(blocked());
      results.note(`begins: ${what}`, START_GOAL_MS, await comeAgain());
      await goesBy(ways);
    }
    expect(results.p95(`begins: ${what}`)).toBeLessThan(START_GOAL_MS);
  });

  it.each([
    ['UDP is blocked in mid-call', () => [UDP], ['tcp', 'relay over tls']],
    ['all but https is blocked in mid-call', () => [UDP, stage.mediaTcp], ['relay over tls']],
  ] as const)('goes on when %s', async (what, blocked, ways) => {
    for (let round = 0; round < rounds(); round += 1) {
      await stage.line.block([]);
      await comeAgain();
      await flowsBy(['udp']);
      const gaps = await longestGapsWhile(both, async () => {
        await stage.line.block(blocked());
        await flowsBy(ways);
      });
      results.note(`gap: ${what}`, GAP_GOAL_MS, Math.max(...gaps));
    }
    expect(results.p95(`gap: ${what}`)).toBeLessThan(GAP_GOAL_MS);
  });
});
