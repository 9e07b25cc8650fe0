import type { types } from 'mediasoup';
import { askWorker } from '../worker-call.js';

/** mediasoup's mark for what arrives, from 10 down; up to here more than about an eighth is lost on the way. */
const LOSSY_SCORE = 6;

/** One source that a participant sends. */
export class MediaProducer {
  constructor(private readonly producer: types.Producer) {}

  /** Whether much of it is lost on its way here, by the latest mark. */
  get isLossy(): boolean {
    const scores = this.producer.score.map(({ score }) => score);
    return !this.producer.paused && scores.length > 0 && Math.min(...scores) <= LOSSY_SCORE;
  }

  get id(): string {
    return this.producer.id;
  }

  get kind(): types.MediaKind {
    return this.producer.kind;
  }

  get closed(): boolean {
    return this.producer.closed;
  }

  /** Stops forwarding to everyone until `resume`. */
  async pause(): Promise<void> {
    await askWorker(() => this.producer.pause());
  }

  async resume(): Promise<void> {
    await askWorker(() => this.producer.resume());
  }

  /** Ends the source; everyone's consumers of it emit `closed`. May be called again. */
  close(): void {
    this.producer.close();
  }
}
