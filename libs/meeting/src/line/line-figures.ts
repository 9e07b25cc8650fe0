import type { LineFigures, MediaPath } from '@tapaamo/contracts';

/** Seen from the participant: what they send, and what they receive. */
export type PictureDirection = 'sent' | 'received';

/** A participant's line over a whole visit, in numbers that say nothing of them. */
export interface LineSummary {
  roundTripMs: number;
  lossReceived: number;
  lossSent: number;
  longestGapMs: number;
  /** How often pictures had to wait so that the sound was kept. */
  pictureHolds: Record<PictureDirection, number>;
  /** How media went in the end. */
  path: MediaPath;
}

/** Adds up what a participant's browsers measured. Holds sums only. */
export class LineFigureSums {
  #count = 0;
  readonly #sums = { roundTripMs: 0, lossReceived: 0, lossSent: 0 };
  #longestGapMs = 0;
  #path: MediaPath = 'udp';
  readonly #pictureHolds = { sent: 0, received: 0 };

  add({ roundTripMs, lossReceived, lossSent, gapMs, path }: LineFigures): void {
    this.#count += 1;
    this.#sums.roundTripMs += roundTripMs;
    this.#sums.lossReceived += lossReceived;
    this.#sums.lossSent += lossSent;
    this.#longestGapMs = Math.max(this.#longestGapMs, gapMs);
    this.#path = path;
  }

  pictureHeld(direction: PictureDirection): void {
    this.#pictureHolds[direction] += 1;
  }

  /** Null when nothing was measured. */
  get summary(): LineSummary | null {
    const { roundTripMs, lossReceived, lossSent } = this.#sums;
    return this.#count === 0
      ? null
      : {
          roundTripMs: roundTripMs / this.#count,
          lossReceived: lossReceived / this.#count,
          lossSent: lossSent / this.#count,
          longestGapMs: this.#longestGapMs,
          pictureHolds: { ...this.#pictureHolds },
          path: this.#path,
        };
  }
}
