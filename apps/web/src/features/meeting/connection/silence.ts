/** How long nothing may come although something was asked, in milliseconds; a browser by itself waits for six seconds. */
const SILENT_MS = 2_000;

/** How long a way that was begun anew may take before the silence is told of again, in milliseconds. */
const PATIENCE_MS = 4_000;

/** What a path has brought and asked since it stands. */
export interface Heard {
  /** Bytes of media and answers; grows with every packet. */
  received: number;
  /** Questions whether the path still stands, which the other end answers at once (RFC 7675). */
  asked: number;
}

/** Tells a path on which nothing comes any more, as when a network begins to block it, from one that is merely quiet. */
export class Silence {
  #heard: Heard = { received: -1, asked: 0 };
  #since = 0;

  /** @returns Whether the path is probably gone; said again when what was done about it has not helped. */
  isAlarming(heard: Heard, nowMs: number): boolean {
    if (heard.received !== this.#heard.received) {
      this.#heard = heard;
      this.#since = nowMs;
      return false;
    }
    if (heard.asked === this.#heard.asked || nowMs - this.#since < SILENT_MS) {
      return false;
    }
    this.#since = nowMs + PATIENCE_MS - SILENT_MS;
    return true;
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
