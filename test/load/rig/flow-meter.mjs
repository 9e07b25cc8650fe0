import { round } from '../support/figures.mjs';

const BUCKETS_A_MS = 20;
const LONGEST_MS = 2_000;

/** Counts packets that were sent and that came, and how long each was on its way. */
export class FlowMeter {
  sent = 0;
  received = 0;
  #delays = new Uint32Array(LONGEST_MS * BUCKETS_A_MS);

  /** @param {number} delayMs */
  came(delayMs) {
    this.received += 1;
    const bucket = Math.floor(Math.max(0, delayMs) * BUCKETS_A_MS);
    this.#delays[Math.min(bucket, this.#delays.length - 1)] += 1;
  }

  /** Begins anew. */
  clear() {
    this.sent = 0;
    this.received = 0;
    this.#delays.fill(0);
  }

  /** What was counted; delays in milliseconds. */
  get figures() {
    const { sent, received } = this;
    return {
      sent,
      received,
      lossPercent: sent === 0 ? 0 : round(Math.max(0, (1 - received / sent) * 100)),
      delayP50Ms: round(this.#delay(0.5)),
      delayP99Ms: round(this.#delay(0.99)),
    };
  }

  #delay(part) {
    let left = this.received * part;
    const bucket = this.#delays.findIndex((count) => (left -= count) <= 0);
    return (bucket + 0.5) / BUCKETS_A_MS;
  }
}
