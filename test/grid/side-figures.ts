import type { Look } from './page-meter.js';

/** The devices of tests play two tones a second, each of this energy, and nothing between them. */
const TONE = 0.1;

/** A second in which at least one of them arrived nearly whole was heard; what a browser makes up fades within moments. */
const HEARD = 0.8 * TONE;

/** Sentences of a page in Finnish that say that a picture waits. */
const WAITS = /tauolla|ei juuri nyt näe kuvaasi/;

/** What one side of a call saw, heard and read while the line was as it was. */
export interface SideFigures {
  /** Share of the seconds in which the other's tone was heard. */
  heard: number;
  /** Share of the sound that the browser made up. */
  concealed: number;
  framesPerSecond: number;
  /** The browser's count of pictures that stood still, and the longest time without a new one. */
  freezes: number;
  longestGapMs: number;
  /** Milliseconds until the page said that a picture waits; null when it did not. */
  pausedAfterMs: number | null;
  /** Share of the looks in which the page said so. */
  paused: number;
  /** The words on the person's own line, in the order in which they came. */
  ownLine: string[];
  /** All else that was said of a line. */
  words: string[];
}

/** Whether a page says that a picture waits. */
export function waits({ words }: Look): boolean {
  return words.some((text) => WAITS.test(text));
}

/** Sums up what was seen of a page. */
export function figuresOf(looks: readonly Look[]): SideFigures {
  const [first, last] = [looks[0], looks.at(-1)];
  if (first === undefined || last === undefined || last.at - first.at < 2_000) {
    throw new Error('Too little was seen of a page.');
  }
  const paused = looks.map(waits);
  const pausedAt = paused.indexOf(true);
  const seconds = secondsOf(looks);
  return {
    heard: mean(seconds.map(([from, to]) => (to.energy - from.energy >= HEARD ? 1 : 0))),
    concealed: (last.concealed - first.concealed) / Math.max(1, last.samples - first.samples),
    framesPerSecond: ((last.frames - first.frames) * 1_000) / (last.at - first.at),
    freezes: last.freezes - first.freezes,
    longestGapMs: longestGap(looks),
    pausedAfterMs: pausedAt < 0 ? null : Math.round(looks[pausedAt]!.at - first.at),
    paused: mean(paused.map((one) => (one ? 1 : 0))),
    ownLine: inOrder(looks.map(({ ownLine }) => ownLine)),
    words: [...new Set(looks.flatMap(({ words }) => words))],
  };
}

/** The first and the last look of each second. */
function secondsOf(looks: readonly Look[]): [Look, Look][] {
  const seconds: [Look, Look][] = [];
  let from = looks[0]!;
  for (const look of looks) {
    if (look.at - from.at >= 1_000) {
      seconds.push([from, look]);
      from = look;
    }
  }
  return seconds;
}

function longestGap(looks: readonly Look[]): number {
  let [longest, last] = [0, looks[0]!];
  for (const look of looks) {
    longest = Math.max(longest, look.at - last.at);
    last = look.frames > last.frames ? look : last;
  }
  return Math.round(longest);
}

function inOrder(states: readonly string[]): string[] {
  return states.filter((state, index) => state !== '' && state !== states[index - 1]);
}

function mean(all: readonly number[]): number {
  return all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
}
