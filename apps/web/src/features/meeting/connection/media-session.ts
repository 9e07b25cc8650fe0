import type {
  ConsumerDescription,
  IceServer,
  MediaSource,
  NotificationBody,
  TextMessage,
  TransportDescription,
} from '@tapaamo/contracts';
import type { Device } from 'mediasoup-client';
import type { types } from 'mediasoup-client';
import { isPicture } from './encodings.js';
import { PictureWishes } from '../quality/picture-wishes.js';
import { IceRepair } from './ice-repair.js';
import { Joining } from './joining.js';
import { ownDevice } from './own-device.js';
import { Receiver } from './receiver.js';
import type { Alarm } from './silence.js';
import { Sender, type Ask, type Wish } from './sender.js';
import { Texts, offerText } from './texts.js';
import { isPageHidden } from './watch-page.js';

/** What a session tells its owner. */
export interface MediaSessionListener {
  consumed(description: ConsumerDescription, track: MediaStreamTrack): void;
  /** A source that was received is not sent any more. */
  dropped(consumerId: string): void;
  /** Something the person wants to send does not reach the others, or does again. */
  unsentChanged(source: MediaSource, unsent: boolean): void;
  /** Somebody wrote. */
  wrote(participantId: string, message: TextMessage): void;
  /** There is a way for what the person writes, or not any more. */
  writableChanged(): void;
  /** State of the receiving or sending path changed. */
  pathChanged(): void;
  /** The paths cannot be mended; everything must be built anew. */
  broken(): void;
  /** One source cannot be received by what was built; the others flow. */
  unreceivable(): void;
  /** This browser can decode nothing of what the meeting has. */
  undecodable(): void;
}

/** A new way is given so long before another is looked for because nothing comes, in milliseconds. */
const BETWEEN_SEARCHES_MS = 4_000;

/** What is counted so soon after a way was lost, and after a new one was found, tells of what the old one lost, in milliseconds. */
const SETTLES_MS = 2_000;

/** The media of one `meetingReady`: two transports, what is sent and what is received. Made anew, never revived. */
export class MediaSession {
  readonly #senders = new Map<MediaSource, Sender>();
  /** Sources that ended without the node knowing yet. */
  readonly #ending = new Set<Sender>();
  readonly #repairs: readonly IceRepair[];
  readonly #sending: types.Transport;
  readonly #receiving: types.Transport;
  /** What the pictures of the others should be. */
  readonly pictures: PictureWishes;
  /** What is received of the others. */
  readonly receiver: Receiver;
  /** What is written. */
  readonly texts: Texts;
  readonly #joining: Joining;
  #searchedAt = -Infinity;
  #settledAt = -Infinity;

  private constructor(
    private readonly device: Device,
    private readonly ready: NotificationBody<'meetingReady'>,
    private readonly ask: Ask,
    private readonly listener: MediaSessionListener,
    iceServers: IceServer[],
  ) {
    // A relay is the last way that is tried: the browser prefers UDP, then TCP, then what is relayed.
    this.#sending = device.createSendTransport({ ...optionsOf(ready.sendTransport), iceServers });
    this.#receiving = device.createRecvTransport({
      ...optionsOf(ready.receiveTransport),
      iceServers,
    });
    this.pictures = new PictureWishes(ask, isPageHidden());
    this.receiver = new Receiver({
      transport: this.#receiving,
      ask,
      pictures: this.pictures,
      consumed: (description, track) => listener.consumed(description, track),
      failed: () => listener.unreceivable(),
    });
    this.texts = new Texts({
      sending: this.#sending,
      receiving: this.#receiving,
      ask,
      received: (participantId, message) => listener.wrote(participantId, message),
      writableChanged: () => listener.writableChanged(),
    });
    this.#joining = new Joining({
      ask,
      rtpCapabilities: device.recvRtpCapabilities,
      receiver: this.receiver,
      joined: () => listener.pathChanged(),
      dropped: (consumerId) => listener.dropped(consumerId),
      undecodable: () => listener.undecodable(),
      broken: () => listener.broken(),
    });
    this.#repairs = [this.#watch(this.#sending, 'send'), this.#watch(this.#receiving, 'receive')];
  }

  /** Builds both transports. Nothing is sent or received before `join` and `send`. */
  static async open(
    ready: NotificationBody<'meetingReady'>,
    ask: Ask,
    listener: MediaSessionListener,
    iceServers: IceServer[],
  ): Promise<MediaSession> {
    const device = await ownDevice();
    await device.load({
      routerRtpCapabilities: ready.routerRtpCapabilities as types.RtpCapabilities,
    });
    return new MediaSession(device, ready, ask, listener, iceServers);
  }

  /** Names this build of the media; the node keeps it over a lost line. */
  get epoch(): number {
    return this.ready.epoch;
  }

  /**
   * Worse of the two paths' states; `new` counts as good, because a path nobody uses is not tried. Before the node let
   * the person take part there is nothing on them.
   */
  get path(): 'connected' | 'connecting' | 'repairing' {
    const states = [this.#sending.connectionState, this.#receiving.connectionState];
    if (states.some((state) => state === 'disconnected' || state === 'failed')) {
      return 'repairing';
    }
    return states.includes('connecting') || !this.#joining.isDone ? 'connecting' : 'connected';
  }

  /** Takes part: from now on the node forwards what the others send. Never fails; the listener hears what comes of it. */
  async join(): Promise<void> {
    await this.#joining.join();
  }

  /** Catches up with what happened while the line was lost; the paths themselves may never have noticed. */
  async resume(): Promise<void> {
    for (const sender of [...this.#ending, ...this.#senders.values()]) {
      sender.refresh();
    }
    if (this.path === 'repairing') {
      this.networkChanged();
    } else {
      this.#repairs.forEach((repair) => repair.resume());
    }
    await this.join();
  }

  /** Sends one source as wished from now on. */
  send(source: MediaSource, wish: Wish): void {
    let sender = this.#senders.get(source);
    if (sender === undefined) {
      const codec = isPicture(source) ? this.#vp8() : undefined;
      sender = new Sender({
        source,
        transport: this.#sending,
        codec,
        ask: this.ask,
        unsentChanged: (unsent) => this.listener.unsentChanged(source, unsent),
      });
      this.#senders.set(source, sender);
    }
    sender.set(wish);
  }

  /** Ends one source, on the node too. */
  async endSource(source: MediaSource): Promise<void> {
    const sender = this.#senders.get(source);
    if (sender === undefined) {
      return;
    }
    this.#senders.delete(source);
    this.#ending.add(sender);
    if (await sender.close()) {
      this.#ending.delete(sender);
    }
  }

  /** The device changed networks: look for new paths without waiting for the old ones to fail. */
  networkChanged(): void {
    this.#searchedAt = performance.now();
    this.#settledAt = this.#searchedAt + SETTLES_MS;
    for (const repair of this.#repairs) {
      repair.now();
    }
  }

  /** What the browser says of the sending and of the receiving path. */
  statistics(): Promise<[RTCStatsReport, RTCStatsReport]> {
    return Promise.all([this.#sending.getStats(), this.#receiving.getStats()]);
  }

  /** The same where it tells how the line is: nothing while the way is being changed. */
  get lineStatistics(): Promise<[RTCStatsReport, RTCStatsReport]> | undefined {
    return performance.now() < this.#settledAt ? undefined : this.statistics();
  }

  /** From now on ways are looked for with these relays: the credentials of the earlier ones end. */
  useRelays(iceServers: IceServer[]): void {
    for (const transport of [this.#sending, this.#receiving]) {
      transport.updateIceServers({ iceServers }).catch(() => undefined);
    }
  }

  /** Ends everything on this side; the devices stay open. */
  close(): void {
    this.#joining.close();
    this.receiver.close();
    this.pictures.close();
    this.texts.close();
    for (const repair of this.#repairs) {
      repair.stop();
    }
    this.#sending.close();
    this.#receiving.close();
  }

  #vp8(): types.RtpCodecCapability | undefined {
    return this.device.sendRtpCapabilities.codecs?.find(
      ({ mimeType }) => mimeType.toLowerCase() === 'video/vp8',
    );
  }

  /** Both ways go through the same network: where only one falls silent at once, somebody turned off what they sent. */
  #silent(alarm: Alarm): void {
    const now = performance.now();
    const isSearched = now - this.#searchedAt < BETWEEN_SEARCHES_MS;
    const isGone = alarm === 'unanswered' || this.#repairs.every(({ isSilent }) => isSilent);
    if (isGone && !isSearched) {
      this.networkChanged();
    }
  }

  #watch(transport: types.Transport, direction: 'send' | 'receive'): IceRepair {
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      this.ask('connectTransport', { direction, dtlsParameters }).then(done, (error: unknown) => {
        failed(error as Error);
        // A browser's half-connected transport cannot be connected again.
        if (!transport.closed) {
          this.listener.broken();
        }
      });
    });
    transport.on('produce', ({ kind, rtpParameters, appData }, done, failed) => {
      const source = appData['source'] as MediaSource;
      this.ask('produce', { kind, source, rtpParameters: { ...rtpParameters } }).then(
        ({ producerId }) => done({ id: producerId }),
        failed,
      );
    });
    transport.on('producedata', offerText(this.ask));
    transport.on('connectionstatechange', () => this.listener.pathChanged());
    return new IceRepair({
      transport,
      restartIce: () => this.ask('restartIce', { direction }),
      onSilence: (alarm) => this.#silent(alarm),
      onRenewed: () => {
        this.#searchedAt = -Infinity;
        this.#settledAt = performance.now() + SETTLES_MS;
      },
      onGiveUp: () => this.listener.broken(),
    });
  }
}

function optionsOf(described: TransportDescription) {
  const { id, iceParameters, iceCandidates, dtlsParameters, sctpParameters } = described;
  // The contract keeps mediasoup's inner forms open; this is where they become mediasoup's own.
  return {
    id,
    iceParameters,
    iceCandidates,
    dtlsParameters,
    sctpParameters,
  } as unknown as types.TransportOptions;
}
