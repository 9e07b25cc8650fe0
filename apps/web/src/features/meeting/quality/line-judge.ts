import type { LineState } from '@tapaamo/contracts';
import type { LineSample } from './line-reading.js';

/** What makes a line weak or very weak: the share of lost packets, and the time there and back in milliseconds. */
const WEAK = { loss: 0.05, roundTripMs: 400 };
const VERY_WEAK = { loss: 0.15, roundTripMs: 1_000 };

/** With less room than this the others see a small or jerky picture, in bits a second. */
const WEAK_BPS = 300_000;

/** Samples in a row, a second each, before a line counts as worse or better: who reads of it should not see it jump. */
const WORSE_AFTER = 3;
const BETTER_AFTER = 6;

const ORDER: readonly LineState[] = ['good', 'weak', 'very-weak'];

/** How a line is by one sample alone. */
export function stateOf(sample: LineSample, isSendingPicture: boolean): LineState {
  const { lossReceived, lossSent, roundTripMs, availableBps } = sample;
  const loss = Math.max(lossReceived, lossSent);
  const isBeyond = (limits: typeof WEAK) =>
    loss >= limits.loss || (roundTripMs ?? 0) >= limits.roundTripMs;
  if (isBeyond(VERY_WEAK)) {
    return 'very-weak';
  }
  const isNarrow = isSendingPicture && availableBps !== null && availableBps < WEAK_BPS;
  return isBeyond(WEAK) || isNarrow ? 'weak' : 'good';
}

/** Where the judgement stands. */
export interface LineJudgement {
  readonly state: LineState;
  /** Samples in a row that were worse than the state, or better; the mildest of them. */
  readonly doubt: {
    readonly side: 'worse' | 'better';
    readonly state: LineState;
    readonly count: number;
  } | null;
}

export const GOOD_LINE: LineJudgement = { state: 'good', doubt: null };

/** Takes one more sample into account, a second after the last. @returns The same judgement when nothing changed. */
export function judge(judgement: LineJudgement, state: LineState): LineJudgement {
  if (state === judgement.state) {
    return judgement.doubt === null ? judgement : { ...judgement, doubt: null };
  }
  const side = rank(state) > rank(judgement.state) ? 'worse' : 'better';
  const { doubt } = judgement;
  const goesOn = doubt?.side === side;
  const nearest = goesOn ? nearer(judgement.state, doubt.state, state) : state;
  const count = goesOn ? doubt.count + 1 : 1;
  return count >= (side === 'worse' ? WORSE_AFTER : BETTER_AFTER)
    ? { state: nearest, doubt: null }
    : { ...judgement, doubt: { side, state: nearest, count } };
}

function rank(state: LineState): number {
  return ORDER.indexOf(state);
}

function nearer(to: LineState, one: LineState, other: LineState): LineState {
  return Math.abs(rank(one) - rank(to)) <= Math.abs(rank(other) - rank(to)) ? one : other;
}
