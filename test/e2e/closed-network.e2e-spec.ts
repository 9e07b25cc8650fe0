import type { Page } from 'playwright-core';
import { decodedMedia, waysOf } from '../support/browser.js';
import { longestGapsWhile } from '../support/frame-gap.js';
import { mediaFlows } from '../support/journey.js';
import { LineStage, UDP } from '../support/network/line-stage.js';
import { describeWithLine } from '../support/network/with-line.js';
import { until } from '../support/until.js';

/** Longest time without a new picture, in milliseconds: more than the 8 seconds of the long test, on a machine that does much else. */
const LONGEST_GAP_MS = 15_000;

describeWithLine('a call in a network', () => {
  let stage: LineStage;
  let both: [Page, Page];

  beforeAll(async () => {
    stage = await LineStage.open();
    ({ both } = await stage.call());
  });

  afterAll(async () => {
    await stage.close();
  });

  it('that begins to block UDP goes on without a click', async () => {
    const [client] = both;
    expect(await waysOf(client)).toEqual(['udp', 'udp']);
    const gaps = await longestGapsWhile(both, async () => {
      await stage.line.block([UDP]);
      await until(async () => isWithout('udp', await waysOf(client)), {
        what: 'another way than UDP',
        withinMs: 20_000,
      });
      await Promise.all(both.map(async (page) => mediaFlows(page, await decodedMedia(page))));
    });
    expect(Math.max(...gaps)).toBeLessThan(LONGEST_GAP_MS);
  });

  it('that lets out nothing but https comes through the relay', async () => {
    const [client, professional] = both;
    await stage.line.block([UDP, stage.mediaTcp]);
    await client.reload();
    await mediaFlows(client);
    await mediaFlows(professional, await decodedMedia(professional));
    expect(await waysOf(client)).toEqual(['relay over tls', 'relay over tls']);
  });
});

function isWithout(way: string, ways: string[]): boolean {
  return ways.length === 2 && !ways.includes(way);
}
