import { setTimeout as passes } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { PERFECT } from '../support/network/impaired-line.js';
import { LineStage } from '../support/network/line-stage.js';
import { describeWithLine } from '../support/network/with-line.js';
import { chosenCells } from './cells.js';
import { GridResults } from './grid-results.js';
import { looksAt, startPageMeter, type Look } from './page-meter.js';
import { figuresOf, waits } from './side-figures.js';

const SEED = Number(process.env.GRID_SEED ?? '1');
const SECONDS = Number(process.env.GRID_SECONDS ?? '20');
const CHOSEN = (process.env.GRID_CELLS ?? '').split(' ').filter((name) => name !== '');

/** Longest wait for a call to be well again, in milliseconds: the longest wait of a held picture, and its trial. */
const BACK_WITHIN_MS = 60_000;

/** A picture that has stayed for so long is tried anew as soon as the first time, in milliseconds. */
const STEADY_MS = 31_000;

const LOOK_AGAIN_MS = 100;

/** Pictures a second from which a picture counts as moving again. */
const MOVING = 5;

type IsBack = (looks: readonly Look[]) => boolean;

describeWithLine('a call on a bad line', () => {
  const results = new GridResults(SEED, SECONDS);
  let stage: LineStage;
  let both: [Page, Page];

  beforeAll(async () => {
    stage = await LineStage.open({ seed: SEED });
    ({ both } = await stage.call());
    await startMeters();
    expect(await isWell(isGood)).toBe(true);
  });

  afterAll(async () => {
    await stage.close();
  });

  it.each(chosenCells(CHOSEN))('$name: is heard and comes back', async ({ name, line, heard }) => {
    await startMeters();
    await stage.line.set({ ...PERFECT, ...line });
    await passes(SECONDS * 1_000);
    const [client, professional] = (await looksAtBoth()).map(figuresOf);
    const begun = performance.now();
    await startMeters();
    await stage.line.set(PERFECT);
    const backAfter = async (isBack: IsBack): Promise<number | null> =>
      (await isWell(isBack)) ? performance.now() - begun : null;
    const [picturesBackMs, wordsBackMs] = [await backAfter(isMoving), await backAfter(isGood)];
    const sides = { client: client!, professional: professional! };
    results.note({ name, line, ...sides, picturesBackMs, wordsBackMs });
    if (client!.paused + professional!.paused > 0) {
      await passes(STEADY_MS);
    }
    expect(Math.min(client!.heard, professional!.heard)).toBeGreaterThanOrEqual(heard);
    expect([picturesBackMs, wordsBackMs]).not.toContain(null);
  });

  async function startMeters(): Promise<void> {
    await Promise.all(both.map((page) => startPageMeter(page)));
  }

  async function looksAtBoth(): Promise<Look[][]> {
    return Promise.all(both.map((page) => looksAt(page)));
  }

  /** Waits until it is so on both sides. @returns Whether it was in time. */
  async function isWell(isBack: IsBack): Promise<boolean> {
    const end = performance.now() + BACK_WITHIN_MS;
    while (!(await looksAtBoth()).every(isBack)) {
      if (performance.now() > end) {
        return false;
      }
      await passes(LOOK_AGAIN_MS);
    }
    return true;
  }
});

/** Whether a page has decoded pictures over the last second, and says of none that it waits. */
function isMoving(looks: readonly Look[]): boolean {
  const [from, to] = [looks.at(-5), looks.at(-1)];
  return from !== undefined && to !== undefined && to.frames - from.frames >= MOVING && !waits(to);
}

function isGood(looks: readonly Look[]): boolean {
  const last = looks.at(-1);
  return isMoving(looks) && last?.ownLine === 'good' && last.words.length === 0;
}
