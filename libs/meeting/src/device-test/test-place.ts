import type {
  ConsumerDescription,
  MediaSource,
  NotificationBody,
  SignallingAnswer,
  SignallingBody,
} from '@tapaamo/contracts';
import { MediaRoom, type MediaDirection, type WorkerPool } from '@tapaamo/media';
import type { DeviceTestClaims } from '@tapaamo/visit';
import { describeTransport } from '../media/describe-transport.js';
import { KIND_OF_SOURCE } from '../media/kind-of-source.js';
import { SeatMedia, describeReceived, type SentSource } from '../media/seat-media.js';
import type { MeetingConnection } from '../seat/meeting-connection.js';
import { RequestInvalidError } from '@tapaamo/common';

/** A source as a browser offers it. */
type Offer = Omit<SignallingBody<'produce'>, 'source'>;

/**
 * Where one browser hears and sees itself through a meeting node: a room of its own, in which whatever it sends comes back
 * to it. It is in no meeting, knows no seat, and nobody else is ever there.
 */
export class TestPlace {
  #closed = false;
  #timer: NodeJS.Timeout | undefined;

  private constructor(
    readonly claims: DeviceTestClaims,
    private readonly connection: MeetingConnection,
    private readonly media: SeatMedia,
  ) {
    // Whoever tests begins anew when the worker of their room is gone.
    media.room.once('lost', () => this.end());
  }

  /**
   * Makes the room and both ways, and tells the browser of them.
   *
   * @throws MediaWorkerUnavailableError, DeadlineExceededError
   */
  static async open(
    claims: DeviceTestClaims,
    connection: MeetingConnection,
    pool: WorkerPool,
    epoch: number,
  ): Promise<TestPlace> {
    const room = await MediaRoom.create(pool);
    try {
      const participant = await room.addParticipant();
      return new TestPlace(claims, connection, new SeatMedia(epoch, room, participant));
    } catch (error) {
      room.close();
      throw error;
    }
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** Ends the place after so many milliseconds, if it is still there. */
  endAfter(milliseconds: number): void {
    this.#timer = setTimeout(() => this.end(), milliseconds).unref();
  }

  /** What the browser builds its half of. Nobody else takes part. */
  get ready(): NotificationBody<'meetingReady'> {
    const { epoch, room, participant } = this.media;
    return {
      epoch,
      routerRtpCapabilities: { ...room.rtpCapabilities },
      sendTransport: describeTransport(participant.transports.send),
      receiveTransport: describeTransport(participant.transports.receive),
      participants: [],
    };
  }

  /** Takes what the browser can decode, and gives back what it sends already. */
  async join(rtpCapabilities: unknown): Promise<ConsumerDescription[]> {
    this.media.capabilities = this.media.room.acceptCapabilities(rtpCapabilities);
    await Promise.all(this.media.sentSources.map((sent) => this.#echo(sent, true)));
    return this.media.receivedSources.map(describeReceived);
  }

  async connectTransport(direction: MediaDirection, dtlsParameters: unknown): Promise<void> {
    await this.media.participant.transports[direction].connect(dtlsParameters);
  }

  async restartIce(
    direction: MediaDirection,
  ): Promise<SignallingAnswer<'restartIce'>['iceParameters']> {
    return await this.media.participant.transports[direction].restartIce();
  }

  /** Takes a source, and gives it back. @returns Its id. */
  async produce(source: MediaSource, offer: Offer): Promise<string> {
    if (KIND_OF_SOURCE[source] !== offer.kind) {
      throw new RequestInvalidError([{ field: 'kind', code: 'field.invalid' }]);
    }
    const sent = await this.media.send(source, () =>
      this.media.participant.produce(offer.kind, offer.rtpParameters, offer.paused ?? false),
    );
    if (this.#closed) {
      this.media.stopSending(sent);
    }
    await this.#echo(sent, false);
    return sent.producer.id;
  }

  async pauseProducer(producerId: string): Promise<void> {
    await this.media.sent(producerId).producer.pause();
  }

  async resumeProducer(producerId: string): Promise<void> {
    await this.media.sent(producerId).producer.resume();
  }

  closeProducer(producerId: string): void {
    this.media.stopSending(this.media.sent(producerId));
  }

  async resumeConsumer(consumerId: string): Promise<void> {
    await this.media.received(consumerId).resume();
  }

  async pauseConsumer(consumerId: string): Promise<void> {
    await this.media.received(consumerId).pause();
  }

  /** Ends the room with all that is in it. May be called again. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.media.close();
    this.media.room.close();
  }

  /** The same, and the line with it: the place is over. */
  end(): void {
    this.close();
    this.connection.disconnect();
  }

  /** Gives a source back to whom it came from, once it is known what their browser can decode. */
  async #echo(sent: SentSource, isInAnswer: boolean): Promise<void> {
    const { capabilities, participant } = this.media;
    if (capabilities === null || this.#closed) {
      return;
    }
    const { id } = sent.producer;
    const received = await this.media.receive(id, isInAnswer, {
      prepare: async () => {
        const consumer = await participant.consume(id, capabilities);
        if (consumer === null) {
          return null;
        }
        consumer.once('closed', () => {
          this.media.release(id);
          this.connection.notify('consumerClosed', { consumerId: consumer.id });
        });
        const { participantId: fromParticipantId } = this.claims;
        return { consumer, fromParticipantId, source: sent.source };
      },
      isOpen: () => !this.#closed,
    });
    if (received !== null && !this.media.isInAnswer(id)) {
      this.connection.notify('consumerCreated', describeReceived(received));
    }
  }
}
