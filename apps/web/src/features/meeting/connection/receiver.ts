import type { ConsumerDescription } from '@tapaamo/contracts';
import type { types } from 'mediasoup-client';
import type { pauseBeforeRetry } from '../../../time/pause-before-retry.js';
import type { PictureWishes } from '../quality/picture-wishes.js';
import { persist } from './persist.js';
import type { Ask } from './sender.js';
import { cannotDecode, SignallingRefusal } from './signalling-refusal.js';

interface ReceiverOptions {
  transport: types.Transport;
  ask: Ask;
  /** What each picture should be. */
  pictures: Pick<PictureWishes, 'begin' | 'forget'>;
  consumed: (description: ConsumerDescription, track: MediaStreamTrack) => void;
  /** The browser failed at a source, and cannot add another to the same transport. What flows already goes on. */
  failed: () => void;
  pause?: typeof pauseBeforeRetry;
}

/**
 * Receives what the others send. Setting up takes time, and meanwhile the source can end or be turned off: only what is
 * still there is told of, as it is by then.
 */
export class Receiver {
  readonly #consumers = new Map<string, Promise<types.Consumer>>();
  readonly #paused = new Map<string, boolean>();
  /** Ids are never used twice, so what ended stays ended, even when its beginning is told of later. */
  readonly #ended = new Set<string>();
  /** What the person does not want now: the node keeps it. */
  readonly #held = new Set<string>();
  readonly #over = new AbortController();

  constructor(private readonly options: ReceiverOptions) {}

  /** Ids of all that is received or being set up. */
  get ids(): readonly string[] {
    return [...this.#consumers.keys()];
  }

  /**
   * Receives one source; what is received already is only told of again. Never fails, so that one source does not stop
   * another: a refusal for now is tried again, and what the node refuses for good is left to the next join.
   */
  async receive(description: ConsumerDescription): Promise<void> {
    if (this.#ended.has(description.consumerId)) {
      return;
    }
    this.#paused.set(description.consumerId, description.producerPaused);
    try {
      await this.#receive(description);
    } catch (error) {
      const isOurs = !(error instanceof SignallingRefusal) && !cannotDecode(error);
      if (isOurs && !this.#over.signal.aborted) {
        this.options.failed();
      }
    }
  }

  /** Notes that the sender turned a source off or on. */
  setPaused(consumerId: string, paused: boolean): void {
    this.#paused.set(consumerId, paused);
  }

  /** Holds a sound back at the node, so that nothing of it comes here, or lets it flow again. */
  hold(consumerId: string, held: boolean): void {
    if (held !== this.#held.has(consumerId)) {
      if (held) {
        this.#held.add(consumerId);
      } else {
        this.#held.delete(consumerId);
      }
      this.#flow(consumerId, 'audio').catch(() => undefined);
    }
  }

  /** Stops receiving one source. */
  drop(consumerId: string): void {
    const consumer = this.#consumers.get(consumerId);
    this.#ended.add(consumerId);
    this.#consumers.delete(consumerId);
    this.#paused.delete(consumerId);
    this.#held.delete(consumerId);
    this.options.pictures.forget(consumerId);
    consumer?.then(
      (received) => received.close(),
      () => undefined,
    );
  }

  /** Ends all waiting; the transport is closed by its owner. */
  close(): void {
    this.#over.abort();
  }

  #isReceived(consumerId: string): boolean {
    return this.#consumers.has(consumerId) && !this.#over.signal.aborted;
  }

  async #receive(description: ConsumerDescription): Promise<void> {
    const { consumerId } = description;
    const { track } = await this.#consumerOf(description);
    if (this.#isReceived(consumerId)) {
      const producerPaused = this.#paused.get(consumerId) ?? description.producerPaused;
      this.options.consumed({ ...description, producerPaused }, track);
      await this.#flow(consumerId, description.kind);
    }
  }

  async #consumerOf(description: ConsumerDescription): Promise<types.Consumer> {
    const { consumerId } = description;
    const consumer = this.#consumers.get(consumerId) ?? this.#newConsumer(description);
    this.#consumers.set(consumerId, consumer);
    try {
      return await consumer;
    } catch (error) {
      // The next join may try again.
      this.#consumers.delete(consumerId);
      throw error;
    }
  }

  /** Lets a source flow, unless it is held back; until then the node keeps it. */
  async #flow(consumerId: string, kind: ConsumerDescription['kind']): Promise<void> {
    const { ask, pictures, pause } = this.options;
    const begin = () =>
      this.#held.has(consumerId)
        ? ask('pauseConsumer', { consumerId })
        : kind === 'video'
          ? pictures.begin(consumerId)
          : ask('resumeConsumer', { consumerId });
    await persist(begin, {
      signal: this.#over.signal,
      isWanted: () => this.#isReceived(consumerId),
      ...(pause && { pause }),
    });
  }

  #newConsumer(description: ConsumerDescription): Promise<types.Consumer> {
    return this.options.transport.consume({
      id: description.consumerId,
      producerId: description.producerId,
      kind: description.kind,
      rtpParameters: description.rtpParameters as unknown as types.RtpParameters,
      // One stream per person keeps voice and lips together; the shared screen needs no such tie.
      streamId: streamOf(description),
    });
  }
}

/** An interpreter's words belong to no lips of their own. */
function streamOf({ participantId, source }: ConsumerDescription): string {
  if (source === 'screen' || source === 'screen-audio') {
    return `${participantId}-screen`;
  }
  return source === 'interpretation' ? `${participantId}-interpretation` : participantId;
}
