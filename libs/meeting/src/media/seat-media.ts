import type { ConsumerDescription, MediaSource } from '@tapaamo/contracts';
import type { MediaConsumer, MediaParticipant, MediaProducer, MediaRoom } from '@tapaamo/media';
import { SeatObjectMissingError } from '../meeting.errors.js';

/** What a browser said it can decode, as the room accepted it. */
export type AcceptedCapabilities = ReturnType<MediaRoom['acceptCapabilities']>;

/** A source that the participant sends. */
export interface SentSource {
  readonly source: MediaSource;
  readonly producer: MediaProducer;
}

/** A source of another participant that this one receives. */
export interface ReceivedSource {
  readonly consumer: MediaConsumer;
  readonly fromParticipantId: string;
  readonly source: MediaSource;
}

/**
 * The media of one seat as it was built once, known to the browser by its epoch.
 * Whatever a browser names is looked up here, among its own, so that another's ids lead nowhere.
 */
export class SeatMedia {
  /** What the browser can decode; `null` until it joined. */
  capabilities: AcceptedCapabilities | null = null;
  readonly #sent = new Map<MediaSource, SentSource>();
  readonly #received = new Map<string, ReceivedSource>();
  readonly #reserved = new Set<string>();
  readonly #turns = new Map<MediaSource, Promise<unknown>>();

  /** @param epoch - Grows with every building; the browser drops what belongs to an older one. */
  constructor(
    readonly epoch: number,
    readonly room: MediaRoom,
    readonly participant: MediaParticipant,
  ) {}

  get closed(): boolean {
    return this.participant.closed;
  }

  get sentSources(): SentSource[] {
    return [...this.#sent.values()];
  }

  get receivedSources(): ReceivedSource[] {
    return [...this.#received.values()];
  }

  /**
   * Puts a new producer in the place of a source; there is one a source at most, whatever comes at the same time.
   *
   * @param produce - Makes the producer; the one that was there is closed before.
   */
  async send(source: MediaSource, produce: () => Promise<MediaProducer>): Promise<SentSource> {
    const turn = (this.#turns.get(source) ?? Promise.resolve()).then(async () => {
      this.#sent.get(source)?.producer.close();
      this.#sent.delete(source);
      const sent = { source, producer: await produce() };
      this.#sent.set(source, sent);
      return sent;
    });
    this.#turns.set(
      source,
      turn.catch(() => undefined),
    );
    return await turn;
  }

  /** @throws SeatObjectMissingError (`meeting.object-missing`) */
  sent(producerId: string): SentSource {
    return found(this.sentSources.find(({ producer }) => producer.id === producerId));
  }

  /** Ends a source. */
  stopSending(sent: SentSource): void {
    sent.producer.close();
    if (this.#sent.get(sent.source) === sent) {
      this.#sent.delete(sent.source);
    }
  }

  /** @throws SeatObjectMissingError (`meeting.object-missing`) */
  received(consumerId: string): MediaConsumer {
    return found(this.receivedSources.find(({ consumer }) => consumer.id === consumerId)).consumer;
  }

  /** Claims the right to receive a producer, once; whoever is second gets `false`. */
  reserve(producerId: string): boolean {
    const isFree = !this.#reserved.has(producerId);
    this.#reserved.add(producerId);
    return isFree;
  }

  /** Gives a claim back, because nothing came of it or the source ended. */
  release(producerId: string): void {
    this.#reserved.delete(producerId);
    this.#received.delete(producerId);
  }

  addReceived(received: ReceivedSource): void {
    this.#received.set(received.consumer.producerId, received);
  }

  /** Ends all of it. May be called again. */
  close(): void {
    this.#received.forEach(({ consumer }) => consumer.close());
    this.participant.close();
  }
}

/** What a browser needs to receive a source. */
export function describeReceived({
  consumer,
  fromParticipantId,
  source,
}: ReceivedSource): ConsumerDescription {
  return {
    consumerId: consumer.id,
    producerId: consumer.producerId,
    participantId: fromParticipantId,
    kind: consumer.kind,
    source,
    rtpParameters: { ...consumer.rtpParameters },
    producerPaused: consumer.producerPaused,
  };
}

function found<T>(thing: T | undefined): T {
  if (thing === undefined) {
    throw new SeatObjectMissingError();
  }
  return thing;
}
