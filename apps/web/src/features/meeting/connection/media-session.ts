import type {
  ConsumerDescription,
  MediaSource,
  NotificationBody,
  TransportDescription,
} from '@tapaamo/contracts';
import { Device } from 'mediasoup-client';
import type { types } from 'mediasoup-client';
import { IceRepair } from './ice-repair.js';
import { Sender, type Ask, type Wish } from './sender.js';

/** What a session tells its owner. */
export interface MediaSessionListener {
  consumed(description: ConsumerDescription, track: MediaStreamTrack): void;
  /** A source that was received is not sent any more. */
  dropped(consumerId: string): void;
  /** State of the receiving or sending path changed. */
  pathChanged(): void;
  /** The paths cannot be mended; everything must be built anew. */
  broken(): void;
}

/** The media of one `meetingReady`: two transports, what is sent and what is received. Made anew, never revived. */
export class MediaSession {
  readonly #consumers = new Map<string, Promise<types.Consumer>>();
  readonly #senders = new Map<MediaSource, Sender>();
  readonly #repairs: readonly IceRepair[];
  readonly #sending: types.Transport;
  readonly #receiving: types.Transport;
  #closed = false;

  private constructor(
    private readonly device: Device,
    private readonly ready: NotificationBody<'meetingReady'>,
    private readonly ask: Ask,
    private readonly listener: MediaSessionListener,
  ) {
    this.#sending = device.createSendTransport(optionsOf(ready.sendTransport));
    this.#receiving = device.createRecvTransport(optionsOf(ready.receiveTransport));
    this.#repairs = [this.#watch(this.#sending, 'send'), this.#watch(this.#receiving, 'receive')];
  }

  /** Builds both transports. Nothing is sent or received before `join` and `send`. */
  static async open(
    ready: NotificationBody<'meetingReady'>,
    ask: Ask,
    listener: MediaSessionListener,
  ): Promise<MediaSession> {
    const device = await Device.factory();
    await device.load({
      routerRtpCapabilities: ready.routerRtpCapabilities as types.RtpCapabilities,
    });
    return new MediaSession(device, ready, ask, listener);
  }

  /** Names this build of the media; the node keeps it over a lost line. */
  get epoch(): number {
    return this.ready.epoch;
  }

  /** Worse of the two paths' states; `new` counts as good, because a path nobody uses is not tried. */
  get path(): 'connected' | 'connecting' | 'repairing' {
    const states = [this.#sending.connectionState, this.#receiving.connectionState];
    if (states.some((state) => state === 'disconnected' || state === 'failed')) {
      return 'repairing';
    }
    return states.includes('connecting') ? 'connecting' : 'connected';
  }

  /** Takes part: from now on the node forwards what the others send. Joining again after a lost line catches up. */
  async join(): Promise<void> {
    const { consumers } = await this.ask('joinMeeting', {
      rtpCapabilities: this.device.recvRtpCapabilities,
    });
    const present = new Set(consumers.map(({ consumerId }) => consumerId));
    for (const consumerId of this.#consumers.keys()) {
      if (!present.has(consumerId)) {
        this.dropConsumer(consumerId);
        this.listener.dropped(consumerId);
      }
    }
    await Promise.all(consumers.map((description) => this.consume(description)));
  }

  /** Catches up with what happened while the line was lost; the paths themselves may never have noticed. */
  async resume(): Promise<void> {
    for (const sender of this.#senders.values()) {
      sender.refresh();
    }
    if (this.path === 'repairing') {
      this.networkChanged();
    }
    await this.join();
  }

  /** Receives one source of another participant. */
  async consume(description: ConsumerDescription): Promise<void> {
    const { consumerId } = description;
    const known = this.#consumers.get(consumerId) ?? this.#newConsumer(description);
    this.#consumers.set(consumerId, known);
    const { track } = await known;
    if (!this.#closed) {
      this.listener.consumed(description, track);
      await this.ask('resumeConsumer', { consumerId });
    }
  }

  /** Stops receiving one source. */
  dropConsumer(consumerId: string): void {
    const consumer = this.#consumers.get(consumerId);
    this.#consumers.delete(consumerId);
    consumer?.then(
      (received) => received.close(),
      () => undefined,
    );
  }

  /** Sends one source as wished from now on. */
  send(source: MediaSource, wish: Wish): void {
    let sender = this.#senders.get(source);
    if (sender === undefined) {
      const codec = source === 'microphone' ? undefined : this.#vp8();
      sender = new Sender(source, this.#sending, codec, this.ask);
      this.#senders.set(source, sender);
    }
    sender.set(wish);
  }

  /** Ends one source, on the node too. */
  async endSource(source: MediaSource): Promise<void> {
    const sender = this.#senders.get(source);
    this.#senders.delete(source);
    await sender?.close();
  }

  /** The device changed networks: look for new paths without waiting for the old ones to fail. */
  networkChanged(): void {
    for (const repair of this.#repairs) {
      repair.now();
    }
  }

  /** Ends everything on this side; the devices stay open. */
  close(): void {
    this.#closed = true;
    for (const repair of this.#repairs) {
      repair.stop();
    }
    this.#sending.close();
    this.#receiving.close();
  }

  #newConsumer(description: ConsumerDescription): Promise<types.Consumer> {
    return this.#receiving.consume({
      id: description.consumerId,
      producerId: description.producerId,
      kind: description.kind,
      rtpParameters: description.rtpParameters as unknown as types.RtpParameters,
      // One stream per person keeps voice and lips together; the shared screen needs no such tie.
      streamId:
        description.source === 'screen'
          ? `${description.participantId}-screen`
          : description.participantId,
    });
  }

  #vp8(): types.RtpCodecCapability | undefined {
    return this.device.sendRtpCapabilities.codecs?.find(
      ({ mimeType }) => mimeType.toLowerCase() === 'video/vp8',
    );
  }

  #watch(transport: types.Transport, direction: 'send' | 'receive'): IceRepair {
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      this.ask('connectTransport', { direction, dtlsParameters }).then(done, failed);
    });
    transport.on('produce', ({ kind, rtpParameters, appData }, done, failed) => {
      const source = appData['source'] as MediaSource;
      this.ask('produce', { kind, source, rtpParameters: { ...rtpParameters } }).then(
        ({ producerId }) => done({ id: producerId }),
        failed,
      );
    });
    transport.on('connectionstatechange', () => this.listener.pathChanged());
    return new IceRepair({
      transport,
      restartIce: () => this.ask('restartIce', { direction }),
      onGiveUp: () => this.listener.broken(),
    });
  }
}

function optionsOf({ id, iceParameters, iceCandidates, dtlsParameters }: TransportDescription) {
  // The contract keeps mediasoup's inner forms open; this is where they become mediasoup's own.
  return { id, iceParameters, iceCandidates, dtlsParameters } as unknown as types.TransportOptions;
}
