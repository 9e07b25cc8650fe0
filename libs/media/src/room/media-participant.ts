import type { types } from 'mediasoup';
import { rebuildRtpParameters, rebuildSctpStreamParameters } from '../media-descriptions.js';
import { askWorker } from '../worker-call.js';
import { MediaConsumer } from './media-consumer.js';
import { MediaProducer } from './media-producer.js';
import { MediaText, ReceivedText } from './media-text.js';
import { MediaTransport } from './media-transport.js';
import type { Speakers } from './speakers.js';

/** From the participant's side: what they send, and what they receive. */
export type MediaDirection = 'send' | 'receive';

/** A participant's media in a room: one way in, one way out. Who they are is not known here. */
export class MediaParticipant {
  private constructor(
    private readonly router: types.Router,
    private readonly speakers: Speakers,
    readonly transports: Readonly<Record<MediaDirection, MediaTransport>>,
  ) {}

  /** Makes both transports at once. */
  static async create(
    router: types.Router,
    server: types.WebRtcServer,
    speakers: Speakers,
  ): Promise<MediaParticipant> {
    const [send, receive] = await Promise.all([
      MediaTransport.create(router, server),
      MediaTransport.create(router, server),
    ]);
    receive.watchRoom();
    return new MediaParticipant(router, speakers, { send, receive });
  }

  get closed(): boolean {
    return this.transports.send.inner.closed;
  }

  /**
   * Begins to receive a source from the participant.
   *
   * @param rtpParameters - What the browser described; rebuilt before mediasoup sees it.
   * @throws MediaDescriptionInvalidError, CapabilitiesUnsupportedError or MediaObjectMissingError (closed meanwhile).
   */
  async produce(
    kind: types.MediaKind,
    rtpParameters: unknown,
    paused: boolean,
  ): Promise<MediaProducer> {
    const rebuilt = rebuildRtpParameters(rtpParameters);
    const producer = await askWorker(
      () => this.transports.send.inner.produce({ kind, rtpParameters: rebuilt, paused }),
      (late) => late.close(),
    );
    this.speakers.listenTo(producer);
    this.transports.send.limitIncoming();
    return new MediaProducer(producer);
  }

  /**
   * Prepares another participant's source for this one; paused until it is resumed.
   *
   * @param rtpCapabilities - As rebuilt by `rebuildRtpCapabilities`.
   * @returns The consumer; `null` when this browser cannot decode the source.
   */
  async consume(
    producerId: string,
    rtpCapabilities: types.RtpCapabilities,
  ): Promise<MediaConsumer | null> {
    if (!this.router.canConsume({ producerId, rtpCapabilities })) {
      return null;
    }
    const consumer = await askWorker(
      () => this.transports.receive.inner.consume({ producerId, rtpCapabilities, paused: true }),
      (late) => late.close(),
    );
    return new MediaConsumer(consumer);
  }

  /**
   * Begins to receive what the participant writes.
   *
   * @param sctpStreamParameters - What the browser described; rebuilt before mediasoup sees it.
   * @throws MediaDescriptionInvalidError, or MediaObjectMissingError (closed meanwhile).
   */
  async produceText(sctpStreamParameters: unknown): Promise<MediaText> {
    const rebuilt = rebuildSctpStreamParameters(sctpStreamParameters);
    const text = await askWorker(
      () =>
        this.transports.send.inner.produceData({ sctpStreamParameters: rebuilt, label: 'text' }),
      (late) => late.close(),
    );
    return new MediaText(text);
  }

  /** Passes on to this participant what another writes. @throws MediaObjectMissingError when that is over. */
  async consumeText(textProducerId: string): Promise<ReceivedText> {
    const received = await askWorker(
      () => this.transports.receive.inner.consumeData({ dataProducerId: textProducerId }),
      (late) => late.close(),
    );
    return new ReceivedText(received);
  }

  /** Ends everything the participant sends and receives. May be called again. */
  close(): void {
    this.transports.send.close();
    this.transports.receive.close();
  }
}
