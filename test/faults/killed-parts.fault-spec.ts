import { setTimeout as passes } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { decodedMedia, type WatchedPage } from '../support/browser.js';
import { beginCall } from '../support/call.js';
import { longestGapsWhile, longestPictureGapsWhile } from '../support/frame-gap.js';
import { mediaFlows } from '../support/journey.js';
import type { RunningSystem } from '../support/running-system.js';
import { SecondNode, takesVisits } from '../support/second-node.js';
import { Stage } from '../support/stage.js';
import { until } from '../support/until.js';
import { Results, rounds } from './results.js';

/** Goals, in milliseconds: at most so long without a new picture in 95 of 100 rounds. */
const GOAL_MS = { workerKilled: 3_000, workerHangs: 5_000, nodeKilled: 5_000, apiKilled: 100 };

/** Camera of the calls: as many pictures a second as those of telephones, so that one late picture is no gap. */
const FPS = 30;

/** How long a call runs before its worker is killed: one that dies young is replaced later on purpose. */
const SOUND_LIFE_MS = 5_000;

/** Ports of the two nodes; the product's pages must know both before it starts. */
const FIRST = { signalling: 28_281, media: 48_281 };
const SECOND = { signalling: 28_291, media: 48_291 };

describe('a call', () => {
  const results = new Results('killed-parts');
  let stage: Stage;
  let second: SecondNode | undefined;
  let client: WatchedPage;
  let both: [Page, Page];

  beforeAll(async () => {
    const addresses = [FIRST, SECOND].map(
      ({ signalling }) => `http://localhost:${String(signalling)}`,
    );
    const settings = {
      MEETING_PORT: String(FIRST.signalling),
      MEDIA_PORT_BASE: String(FIRST.media),
      MEETING_ORIGINS: addresses.join(' '),
    };
    stage = await Stage.open(settings, undefined, { fps: FPS });
    ({ client, both } = await beginCall(stage, await stage.newClient()));
  });

  afterAll(async () => {
    results.write();
    await second?.kill();
    await stage.close();
  });

  /** Lets something happen that costs both their connections, and waits until both decode again. */
  async function losingConnections(harm: () => void): Promise<number> {
    const before = await Promise.all(both.map((page) => decodedMedia(page)));
    const gaps = await longestGapsWhile(both, async () => {
      harm();
      await Promise.all(both.map((page, index) => cameBack(page, before[index]!)));
    });
    return Math.max(...gaps);
  }

  it('goes on when its media worker is killed', async () => {
    for (let round = 0; round < rounds(); round += 1) {
      await passes(SOUND_LIFE_MS);
      const [worker = 0] = stage.system.mediaWorkerPids();
      const gap = await losingConnections(() => process.kill(worker, 'SIGKILL'));
      results.note('gap: media worker killed', GOAL_MS.workerKilled, gap);
    }
    expect(results.p95('gap: media worker killed')).toBeLessThan(GOAL_MS.workerKilled);
  });

  it('goes on when its media worker hangs', async () => {
    for (let round = 0; round < rounds(); round += 1) {
      await passes(SOUND_LIFE_MS);
      const [worker = 0] = stage.system.mediaWorkerPids();
      const gap = await losingConnections(() => process.kill(worker, 'SIGSTOP'));
      results.note('gap: media worker hangs', GOAL_MS.workerHangs, gap);
    }
    expect(results.p95('gap: media worker hangs')).toBeLessThan(GOAL_MS.workerHangs);
  });

  it('goes on when the API is killed, as when nothing is', async () => {
    for (let round = 0; round < rounds(); round += 1) {
      const [api = 0] = stage.system.appPids('api');
      const begun = performance.now();
      const gaps = await longestPictureGapsWhile(both, async () => {
        process.kill(api, 'SIGKILL');
        await until(() => opensAgain(stage.system), { what: 'the API', withinMs: 30_000 });
      });
      results.note('picture gap: API killed', GOAL_MS.apiKilled, Math.max(...gaps));
      const asLong = performance.now() - begun;
      const calm = await longestPictureGapsWhile(both, () => passes(asLong));
      results.note('picture gap: nothing happens', GOAL_MS.apiKilled, Math.max(...calm));
    }
    expect(results.p95('picture gap: API killed')).toBeLessThan(
      Math.max(GOAL_MS.apiKilled, results.p95('picture gap: nothing happens')),
    );
  });

  it('moves to the other node when its node is killed', async () => {
    for (let round = 0; round < rounds(); round += 1) {
      second ??= await SecondNode.start(stage.system, SECOND);
      const [first = 0] = stage.system.appPids('meeting');
      const held = portOfNode(client) === SECOND.signalling ? second.pid : first;
      const gap = await losingConnections(() => process.kill(held, 'SIGKILL'));
      results.note('gap: node killed', GOAL_MS.nodeKilled, gap);
      if (held === second.pid) {
        second = undefined;
      } else {
        await until(() => takesVisits(FIRST.signalling), {
          what: 'the first node',
          withinMs: 30_000,
        });
      }
    }
    expect(results.p95('gap: node killed')).toBeLessThan(GOAL_MS.nodeKilled);
  });
});

/** Waits until a page has new connections, and pictures and sound in them. */
async function cameBack(page: Page, before: { videoFrames: number }): Promise<void> {
  // New connections count from nothing, so the sum falls before it rises again.
  await until(async () => (await decodedMedia(page)).videoFrames < before.videoFrames, {
    what: 'new connections',
    withinMs: 40_000,
  });
  await mediaFlows(page, await decodedMedia(page));
}

/** Port of the node that a client's page turned to last. */
function portOfNode({ requests }: WatchedPage): number {
  const lines = requests.filter((address) => address.includes('/socket.io/'));
  return Number(new URL(lines.at(-1) ?? '').port);
}

async function opensAgain({ url }: RunningSystem): Promise<boolean> {
  return fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}
