import { EventEmitter } from 'node:events';
import type { types } from 'mediasoup';
import { askWorker } from '../worker-call.js';

/** How much somebody wrote: messages, and their bytes. */
export interface TextCount {
  readonly messages: number;
  readonly bytes: number;
}

/** What a participant writes, as it comes from their browser. Never read here. */
export class MediaText {
  constructor(private readonly producer: types.DataProducer) {}

  get id(): string {
    return this.producer.id;
  }

  get closed(): boolean {
    return this.producer.closed;
  }

  /**
   * How much came since it began, as the worker counted it.
   *
   * @throws MediaWorkerUnavailableError
   */
  async counted(): Promise<TextCount> {
    const statistics = await askWorker(() => this.producer.getStats());
    const count = statistics.find(({ type }) => type === 'data-producer');
    return { messages: count?.messagesReceived ?? 0, bytes: count?.bytesReceived ?? 0 };
  }

  /** Ends it; everyone's `ReceivedText` of it emits `closed`. May be called again. */
  close(): void {
    this.producer.close();
  }
}

/**
 * What one participant writes on its way to another. Emits `closed` once when the writer's end was closed; nothing when it
 * is closed on purpose.
 */
export class ReceivedText extends EventEmitter<{ closed: [] }> {
  constructor(private readonly consumer: types.DataConsumer) {
    super();
    consumer.once('dataproducerclose', () => this.emit('closed'));
  }

  get id(): string {
    return this.consumer.id;
  }

  get textProducerId(): string {
    return this.consumer.dataProducerId;
  }

  /** The stream that the receiver's browser listens to. */
  get sctpStreamParameters(): types.SctpStreamParameters {
    return this.consumer.sctpStreamParameters ?? { streamId: 0 };
  }

  get closed(): boolean {
    return this.consumer.closed;
  }

  /** May be called again. */
  close(): void {
    this.removeAllListeners();
    this.consumer.close();
  }
}
