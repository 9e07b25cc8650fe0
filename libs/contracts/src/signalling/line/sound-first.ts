/** Below this a line has no room for a picture beside the sound, in bits a second. */
export const PICTURE_NEEDS_BPS = 150_000;

/** From this on a picture that waited comes back: more than it needs, so that it stays. */
export const PICTURE_RETURNS_BPS = 180_000;

/** Share of lost packets from which a line that does not tell its room counts as too narrow. */
const LOSS_TOO_HIGH = 0.2;

/** A line must be narrow for so long: a single measurement says nothing. */
const NARROW_FOR_MS = 700;

/** First wait before the picture is tried again; it doubles with every trial that fails. */
const FIRST_WAIT_MS = 4_000;
const LONGEST_WAIT_MS = 32_000;

/**
 * A trial begins with figures of before. It goes on for as long as ever more is found to get through, because estimates
 * grow slowly after a bad time, and ends when that has not grown for a while, or took too long.
 */
const TRIAL_SETTLES_MS = 1_500;
const TRIAL_STALLS_MS = 5_000;
const LONGEST_TRIAL_MS = 30_000;
const GROWTH = 1.05;

/** A picture that stayed for so long has forgotten the trials before it. */
const STEADY_MS = 30_000;

/** What is known of a line at a moment. */
export interface LineRoom {
  /** Whether there is a picture to send over it at all. */
  isPictureWanted: boolean;
  /** Estimate of what the line takes, in bits a second; null where nobody tells. */
  bitsPerSecond: number | null;
  /** Share of packets that were lost lately; null where nobody tells. */
  loss: number | null;
  /** Whether so much is lost that next to nothing arrives: nobody needs a second look at that. */
  isOverrun: boolean;
}

/**
 * What pictures do on a line: they flow; they are held, so that the sound has what there is; or they are on trial: sent
 * to see whether there is room again, because a line that carries only sound does not tell, and shown to nobody yet.
 */
export type PictureMode = 'flowing' | 'held' | 'trying';

/** Where the rule stands. */
export interface SoundFirst {
  readonly mode: PictureMode;
  /** Since when, in monotonic milliseconds. */
  readonly since: number;
  /** Since when the line has been too narrow without a break; null while it is not. */
  readonly narrowSince: number | null;
  /** The most that was found to get through in a trial, and when. */
  readonly best: { readonly bitsPerSecond: number; readonly at: number } | null;
  /** Trials that failed in a row, the last one included while it is not known to have helped. */
  readonly failures: number;
}

/** Pictures flow, until something speaks against it. */
export function soundFirst(nowMs: number): SoundFirst {
  return { mode: 'flowing', since: nowMs, narrowSince: null, best: null, failures: 0 };
}

/**
 * Keeps the sound first: a line with less room than a picture needs (150 kbit/s) gives up its picture within a second,
 * and gets it back by itself, the later the more often that failed.
 *
 * @param nowMs - Monotonic milliseconds, not before those of the state.
 * @returns The same state when nothing changed.
 */
export function nextSoundFirst(state: SoundFirst, room: LineRoom, nowMs: number): SoundFirst {
  if (!room.isPictureWanted) {
    return state.mode === 'flowing' && state.narrowSince === null ? state : soundFirst(nowMs);
  }
  const lasted = nowMs - state.since;
  switch (state.mode) {
    case 'flowing':
      return room.isOverrun
        ? hold(state.failures, nowMs)
        : nextFlowing(state, isTooNarrow(room), nowMs);
    case 'held':
      return lasted >= waitMs(state.failures) ? { ...state, mode: 'trying', since: nowMs } : state;
    case 'trying':
      return nextTrying(state, room, nowMs);
  }
}

function nextTrying(state: SoundFirst, room: LineRoom, nowMs: number): SoundFirst {
  const lasted = nowMs - state.since;
  if (lasted >= TRIAL_SETTLES_MS && isWideAgain(room)) {
    // Should the picture have to go again soon, this was one more trial that failed.
    const failures = state.failures + 1;
    return { mode: 'flowing', since: nowMs, narrowSince: null, best: null, failures };
  }
  const { best } = state;
  const bitsPerSecond = room.bitsPerSecond ?? 0;
  if (bitsPerSecond > (best?.bitsPerSecond ?? 0) * GROWTH && lasted < LONGEST_TRIAL_MS) {
    return { ...state, best: { bitsPerSecond, at: nowMs } };
  }
  const isStalled = nowMs - (best?.at ?? state.since) >= TRIAL_STALLS_MS;
  return isStalled || lasted >= LONGEST_TRIAL_MS ? hold(state.failures + 1, nowMs) : state;
}

function nextFlowing(state: SoundFirst, isNarrow: boolean, nowMs: number): SoundFirst {
  if (!isNarrow) {
    const isSteady = nowMs - state.since >= STEADY_MS;
    const failures = isSteady ? 0 : state.failures;
    return state.narrowSince === null && failures === state.failures
      ? state
      : { ...state, narrowSince: null, failures };
  }
  if (state.narrowSince === null) {
    return { ...state, narrowSince: nowMs };
  }
  const lastsLong = nowMs - state.narrowSince >= NARROW_FOR_MS;
  return lastsLong ? hold(state.failures, nowMs) : state;
}

function hold(failures: number, nowMs: number): SoundFirst {
  return { mode: 'held', since: nowMs, narrowSince: null, best: null, failures };
}

function waitMs(failures: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10));
}

function isTooNarrow({ bitsPerSecond, loss }: LineRoom): boolean {
  return bitsPerSecond === null
    ? loss !== null && loss >= LOSS_TOO_HIGH
    : bitsPerSecond < PICTURE_NEEDS_BPS;
}

/** Where the room is not told, it must do that little is lost while the picture is tried, as far as that is told. */
function isWideAgain({ bitsPerSecond, loss, isOverrun }: LineRoom): boolean {
  if (isOverrun) {
    return false;
  }
  return bitsPerSecond === null
    ? (loss ?? 0) < LOSS_TOO_HIGH / 4
    : bitsPerSecond >= PICTURE_RETURNS_BPS;
}
