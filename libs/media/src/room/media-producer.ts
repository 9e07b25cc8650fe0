import type { types } from 'mediasoup';
import { askWorker } from '../worker-call.js';

/** One source that a participant sends. */
export class MediaProducer {
  constructor(private readonly producer: types.Producer) {}

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
