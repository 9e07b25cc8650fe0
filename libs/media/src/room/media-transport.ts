import type { types } from 'mediasoup';
import { rebuildDtlsParameters } from '../media-descriptions.js';
import { MediaObjectMissingError, TransportAlreadyConnectedError } from '../media.errors.js';
import { askWorker } from '../worker-call.js';
import { IncomingLimit } from './incoming-limit.js';
import { TRANSPORT_OPTIONS } from './transport-options.js';

/** What a browser needs to make its half of a transport. Holds the node's own addresses only. */
export interface MediaTransportDescription {
  id: string;
  iceParameters: types.IceParameters;
  iceCandidates: types.IceCandidate[];
  dtlsParameters: types.DtlsParameters;
  sctpParameters: types.SctpParameters;
}

/** One participant's way in or out: ICE over UDP, with TCP beside it for networks that block UDP. */
export class MediaTransport {
  #half: { description: string; connected: Promise<void> } | null = null;
  #availableBitrate: number | null = null;
  readonly #limit: IncomingLimit;

  private constructor(readonly inner: types.WebRtcTransport) {
    this.#limit = new IncomingLimit(inner);
    inner.on('iceselectedtuplechange', () => this.#limit.pathChanged());
  }

  static async create(router: types.Router, server: types.WebRtcServer): Promise<MediaTransport> {
    const inner = await askWorker(
      () => router.createWebRtcTransport({ webRtcServer: server, ...TRANSPORT_OPTIONS }),
      (late) => late.close(),
    );
    return new MediaTransport(inner);
  }

  get description(): MediaTransportDescription {
    const { id, iceParameters, iceCandidates, dtlsParameters, sctpParameters } = this.inner;
    if (sctpParameters === undefined) {
      throw new MediaObjectMissingError();
    }
    return { id, iceParameters, iceCandidates, dtlsParameters, sctpParameters };
  }

  /**
   * Takes the browser's half. The same half may come again, when the answer got lost on the way.
   *
   * @throws MediaDescriptionInvalidError, or TransportAlreadyConnectedError when another half is there already.
   */
  async connect(described: unknown): Promise<void> {
    const dtlsParameters = rebuildDtlsParameters(described);
    const description = JSON.stringify(dtlsParameters);
    if (this.#half !== null && this.#half.description !== description) {
      throw new TransportAlreadyConnectedError();
    }
    this.#half ??= {
      description,
      connected: askWorker(() => this.inner.connect({ dtlsParameters })),
    };
    await this.#half.connected;
  }

  /** Gives new ICE parameters, so that the browser can find a way again after its address changed. */
  async restartIce(): Promise<types.IceParameters> {
    return await askWorker(() => this.inner.restartIce());
  }

  /** The browser begins to send: soon it is told how much it may. May be called again. */
  limitIncoming(): void {
    this.#limit.begin();
  }

  /**
   * What the line to the browser takes by the latest estimate, in bits a second; null while nobody knows. An estimate is
   * made of what is sent: with little on the way it tells what was measured last.
   */
  get availableBitrate(): number | null {
    return this.#availableBitrate;
  }

  /** From now on the room of the line is known. The worker tells of it once a second, and at once when it falls. */
  watchRoom(): void {
    this.inner.on('trace', ({ type, info }) => {
      const estimate = (info as { availableBitrate?: unknown }).availableBitrate;
      if (type === 'bwe' && typeof estimate === 'number') {
        this.#availableBitrate = estimate;
      }
    });
    // Without it the line counts as wide enough, and mediasoup's own choice of layers stays.
    askWorker(() => this.inner.enableTraceEvent(['bwe'])).catch(() => undefined);
  }

  /** Closes it with everything that runs through it. May be called again. */
  close(): void {
    this.inner.close();
  }
}
