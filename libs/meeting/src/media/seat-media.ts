import type { ConsumerDescription, MediaSource } from '@tapaamo/contracts';
import type {
  MediaConsumer,
  MediaParticipant,
  MediaProducer,
  MediaRoom,
  MediaText,
} from '@tapaamo/media';
import { SeatObjectMissingError } from '../meeting.errors.js';
import { ReadTexts } from './read-texts.js';

/** Sound by which is judged what arrives: it is sent always, and never held. */
const VOICES: readonly MediaSource[] = ['microphone', 'interpretation'];

/** What is read on a shared screen comes before all faces when a line has no room for everything. */
const SCREEN_PRIORITY = 8;

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

/** A source on its way to the participant, or there already. */
interface Coming {
  readonly prepared: Promise<ReceivedSource | null>;
  /** A join gives it in its answer, so that it is told of once. */
  isInAnswer: boolean;
}

/** How a source is prepared, and whether it may come at all: asked again once it is there. */
export interface Preparation {
  readonly prepare: () => Promise<ReceivedSource | null>;
  readonly isOpen: () => boolean;
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
  readonly #coming = new Map<string, Coming>();
  readonly #turns = new Map<MediaSource | 'text', Promise<unknown>>();
  #text: MediaText | null = null;
  /** What the participant reads of the others. */
  readonly reading = new ReadTexts();
  #holdsPictures = false;

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
    return await this.#inTurn(source, async () => {
      this.#sent.get(source)?.producer.close();
      this.#sent.delete(source);
      const sent = { source, producer: await produce() };
      this.#sent.set(source, sent);
      return sent;
    });
  }

  async #inTurn<T>(source: MediaSource | 'text', act: () => Promise<T>): Promise<T> {
    const turn = (this.#turns.get(source) ?? Promise.resolve()).then(act);
    this.#turns.set(
      source,
      turn.catch(() => undefined),
    );
    return await turn;
  }

  /** What the participant writes; `null` before their browser opened a channel for it. */
  get text(): MediaText | null {
    return this.#text;
  }

  /** Puts a new channel in the place of what the participant wrote through; there is one at most. */
  async write(produce: () => Promise<MediaText>): Promise<MediaText> {
    return await this.#inTurn('text', async () => {
      this.#text?.close();
      this.#text = null;
      return (this.#text = await produce());
    });
  }

  /** Ends the channel through which the participant writes. */
  stopWriting(): void {
    this.#text?.close();
    this.#text = null;
  }

  /**
   * Ends what comes from anybody else: sound, picture and text. What is being prepared is looked at once it is there.
   *
   * @param isAllowed - From whom it may go on.
   * @returns Ids of the consumers that ended; a channel tells of its own end.
   */
  keepOnly(isAllowed: (fromParticipantId: string) => boolean): string[] {
    this.reading.keepOnly(isAllowed);
    const ended = this.receivedSources.filter((one) => !isAllowed(one.fromParticipantId));
    return ended.map(({ consumer }) => {
      consumer.close();
      this.release(consumer.producerId);
      return consumer.id;
    });
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

  /** Whether a source is received already or being prepared. */
  isComing(producerId: string): boolean {
    return this.#coming.has(producerId);
  }

  /** Whether a join gives a source in its answer. */
  isInAnswer(producerId: string): boolean {
    return this.#coming.get(producerId)?.isInAnswer === true;
  }

  /**
   * Receives a source, prepared once: whoever asks meanwhile or later gets the same, also when the answer to who asked
   * first got lost. After a failure, or when nothing came of it, it can be asked for anew.
   *
   * @param isInAnswer - Whether whoever asks gives it in an answer.
   */
  receive(
    producerId: string,
    isInAnswer: boolean,
    preparation: Preparation,
  ): Promise<ReceivedSource | null> {
    const coming = this.#coming.get(producerId) ?? this.#prepare(producerId, preparation);
    coming.isInAnswer ||= isInAnswer;
    return coming.prepared;
  }

  #prepare(producerId: string, { prepare, isOpen }: Preparation): Coming {
    const prepared = prepare().then(
      (received) => {
        if (received !== null && !isOpen()) {
          received.consumer.close();
          this.release(producerId);
          return null;
        }
        // It may have ended again before it was noted.
        if (received === null || this.#coming.get(producerId) !== coming) {
          this.release(producerId);
          return null;
        }
        this.#received.set(producerId, received);
        this.#arrange(received);
        return received;
      },
      (error: unknown) => {
        this.release(producerId);
        throw error;
      },
    );
    const coming: Coming = { prepared, isInAnswer: false };
    this.#coming.set(producerId, coming);
    return coming;
  }

  /** Whether the browser wants to see something that is sent, held or not. */
  get wantsPictures(): boolean {
    return this.#pictures.some(({ consumer }) => consumer.isWanted && !consumer.producerPaused);
  }

  /** Whether much of the sound that the browser sends is lost on its way here. */
  get losesSent(): boolean {
    return this.sentSources.some(
      ({ source, producer }) => VOICES.includes(source) && producer.isLossy,
    );
  }

  /** Holds back all pictures whatever the browser wants, those that come later too, or lets them flow again. */
  async holdPictures(isHeld: boolean): Promise<void> {
    this.#holdsPictures = isHeld;
    await Promise.all(this.#pictures.map(({ consumer }) => consumer.hold(isHeld)));
  }

  /** What somebody's camera has of a narrow line beside the others. A failure leaves it as it was. */
  prioritiseCamera(participantId: string | null, priority: number): void {
    this.#pictures
      .filter((one) => one.fromParticipantId === participantId && one.source === 'camera')
      .forEach(({ consumer }) => void consumer.prioritise(priority).catch(() => undefined));
  }

  get #pictures(): ReceivedSource[] {
    return this.receivedSources.filter(({ consumer }) => consumer.kind === 'video');
  }

  /** What holds for a picture from its beginning. */
  #arrange({ consumer, source }: ReceivedSource): void {
    if (consumer.kind === 'video' && this.#holdsPictures) {
      consumer.hold(true).catch(() => undefined);
    }
    if (source === 'screen') {
      consumer.prioritise(SCREEN_PRIORITY).catch(() => undefined);
    }
  }

  /** Lets a source go that ended, or that nothing came of. */
  release(producerId: string): void {
    this.#coming.delete(producerId);
    this.#received.delete(producerId);
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
