/** How long nothing may come although something was asked, in milliseconds; a browser by itself waits for six seconds. */
const SILENT_MS = 2_000;

/** The same where something came at every look before: as when a telephone changes from one network to another. */
const SUDDEN_MS = 1_000;

/** Looks in a row at each of which something must have come, so that an end of it is sudden. */
const STEADY_LOOKS = 2;

/** How long a way that was begun anew may take before the silence is told of again, in milliseconds. */
const PATIENCE_MS = 4_500;

/** What a path has brought and asked since it stands. */
export interface Heard {
  /** Bytes of media and answers; grows with every packet. */
  received: number;
  /** Questions whether the path still stands, which the other end answers at once (RFC 7675). */
  asked: number;
}

/** Why a path is probably gone: nothing answers, or what came at every look ended at once. */
export type Alarm = 'unanswered' | 'sudden';

/** Tells a path on which nothing comes any more, as when a network begins to block it, from one that is merely quiet. */
export class Silence {
  #heard: Heard = { received: -1, asked: 0 };
  /** When something came last, or the silence was told of. */
  #since = 0;
  #lastHeardAt = 0;
  #steady = 0;

  /** Whether nothing has come for a while. */
  isLasting(nowMs: number): boolean {
    return nowMs - this.#lastHeardAt >= SUDDEN_MS;
  }

  /**
   * @returns Whether the path is probably gone. That nothing answers is said again when what was done about it has not
   *   helped; a sudden end is said for as long as it lasts, because who turns everything off makes one, too.
   */
  look(heard: Heard, nowMs: number): Alarm | undefined {
    if (heard.received !== this.#heard.received) {
      this.#steady = this.isLasting(nowMs) ? 0 : this.#steady + 1;
      this.#heard = heard;
      this.#since = nowMs;
      this.#lastHeardAt = nowMs;
      return undefined;
    }
    if (heard.asked !== this.#heard.asked && nowMs - this.#since >= SILENT_MS) {
      this.#since = nowMs + PATIENCE_MS - SILENT_MS;
      return 'unanswered';
    }
    return this.#steady >= STEADY_LOOKS && this.isLasting(nowMs) ? 'sudden' : undefined;
  }
}

/** @returns What the path in use has brought and asked; nothing of browsers that do not tell. */
export function heardOn(statistics: RTCStatsReport): Heard | undefined {
  const entries = new Map<string, Record<string, unknown>>();
  statistics.forEach((entry: Record<string, unknown>, id) => entries.set(id, entry));
  const transport = [...entries.values()].find(({ type }) => type === 'transport');
  const pair = entries.get(String(transport?.['selectedCandidatePairId']));
  const [bytes, answers, asked] = ['bytesReceived', 'responsesReceived', 'requestsSent'].map(
    (name) => pair?.[name],
  );
  return typeof bytes === 'number' && typeof answers === 'number' && typeof asked === 'number'
    ? { received: bytes + answers, asked }
    : undefined;
}
