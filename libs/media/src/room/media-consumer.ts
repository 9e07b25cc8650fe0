import { EventEmitter } from 'node:events';
import type { types } from 'mediasoup';
import { askWorker } from '../worker-call.js';

/**
 * One source on its way to one participant. Starts paused.
 * Emits `closed` once when what it carries ended, `paused` and `resumed` when its sender pauses and goes on.
 * Nothing is emitted when it is closed on purpose.
 */
export class MediaConsumer extends EventEmitter<{ closed: []; paused: []; resumed: [] }> {
  #isWanted = false;
  #isHeld = false;

  constructor(private readonly consumer: types.Consumer) {
    super();
    consumer.once('producerclose', () => this.emit('closed'));
    consumer.on('producerpause', () => this.emit('paused'));
    consumer.on('producerresume', () => this.emit('resumed'));
  }

  get id(): string {
    return this.consumer.id;
  }

  get producerId(): string {
    return this.consumer.producerId;
  }

  get kind(): types.MediaKind {
    return this.consumer.kind;
  }

  get rtpParameters(): types.RtpParameters {
    return this.consumer.rtpParameters;
  }

  /** Whether the sender has paused, whatever the receiver wants. */
  get producerPaused(): boolean {
    return this.consumer.producerPaused;
  }

  get closed(): boolean {
    return this.consumer.closed;
  }

  /** Whether the receiver wants it to flow, held or not. */
  get isWanted(): boolean {
    return this.#isWanted;
  }

  /** Lets media flow, unless it is held; for video a key frame is asked of the sender. */
  async resume(): Promise<void> {
    this.#isWanted = true;
    if (!this.#isHeld) {
      await askWorker(() => this.consumer.resume());
    }
  }

  async pause(): Promise<void> {
    this.#isWanted = false;
    await askWorker(() => this.consumer.pause());
  }

  /** Holds it back whatever the receiver wants, or lets it flow again if they do. */
  async hold(isHeld: boolean): Promise<void> {
    if (isHeld === this.#isHeld) {
      return;
    }
    this.#isHeld = isHeld;
    try {
      await (isHeld ? askWorker(() => this.consumer.pause()) : this.#isWanted && this.resume());
    } catch (error) {
      // So that it can be tried again.
      this.#isHeld = !isHeld;
      throw error;
    }
  }

  /** What comes first when the line has no room for everything: 1 (as all) to 255. */
  async prioritise(priority: number): Promise<void> {
    await askWorker(() => this.consumer.setPriority(priority));
  }

  /** Wishes for at most these simulcast layers; 0 is the smallest picture and the lowest frame rate. */
  async setPreferredLayers(spatialLayer: number, temporalLayer?: number): Promise<void> {
    await askWorker(() =>
      this.consumer.setPreferredLayers({
        spatialLayer,
        ...(temporalLayer === undefined ? {} : { temporalLayer }),
      }),
    );
  }

  /** May be called again. */
  close(): void {
    this.removeAllListeners();
    this.consumer.close();
  }
}
