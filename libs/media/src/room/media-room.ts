import { EventEmitter } from 'node:events';
import type { types } from 'mediasoup';
import { MEETING_CODECS } from '../codecs.js';
import { CapabilitiesUnsupportedError } from '../media.errors.js';
import { rebuildRtpCapabilities } from '../media-descriptions.js';
import type { MediaWorker } from '../worker/media-worker.js';
import type { WorkerPool } from '../worker/worker-pool.service.js';
import { MediaParticipant } from './media-participant.js';
import { Speakers } from './speakers.js';
import { askForWholePictures } from './whole-pictures.js';

/**
 * The media of one meeting: a router of its own, so that no stream can reach another meeting.
 * Emits `lost` once when its worker died or hung; all its participants are closed by then and it is of no more use.
 * Emits `speaker` with the producer of who speaks most, whenever that is somebody else.
 */
export class MediaRoom extends EventEmitter<{ lost: []; speaker: [producerId: string] }> {
  readonly #lose = (): void => {
    this.close();
    this.emit('lost');
  };

  private constructor(
    private readonly worker: MediaWorker,
    private readonly router: types.Router,
    private readonly speakers: Speakers,
  ) {
    super();
    speakers.on('changed', (producerId) => this.emit('speaker', producerId));
    worker.once('lost', this.#lose);
    askForWholePictures(router);
  }

  /**
   * Makes a room on the least loaded worker.
   *
   * @throws MediaWorkerUnavailableError or DeadlineExceededError when no worker can take it; trying again helps.
   */
  static async create(pool: WorkerPool): Promise<MediaRoom> {
    const worker = await pool.acquire();
    const router = await worker.createRouter();
    try {
      return new MediaRoom(worker, router, await Speakers.create(router));
    } catch (error) {
      router.close();
      throw error;
    }
  }

  get closed(): boolean {
    return this.router.closed;
  }

  /** Process id of the worker that carries the room. */
  get workerPid(): number {
    return this.worker.pid;
  }

  /** What the room can forward, for the browser to compare with what it can send. */
  get rtpCapabilities(): types.RtpCapabilities {
    return this.router.rtpCapabilities;
  }

  /**
   * Checks and rebuilds what a browser says it can decode.
   *
   * @throws MediaDescriptionInvalidError when it is malformed, CapabilitiesUnsupportedError when nothing is in common.
   */
  acceptCapabilities(described: unknown): types.RtpCapabilities {
    const rebuilt = rebuildRtpCapabilities(described);
    const own = new Set(MEETING_CODECS.map((codec) => nameOf(codec)));
    if (!rebuilt.codecs?.some((codec) => own.has(nameOf(codec)))) {
      throw new CapabilitiesUnsupportedError();
    }
    return rebuilt;
  }

  /** Adds a participant with both transports. They are closed with the room, or by themselves. */
  async addParticipant(): Promise<MediaParticipant> {
    return await MediaParticipant.create(this.router, this.worker.webRtcServer, this.speakers);
  }

  /** Ends all media of the room. May be called again. */
  close(): void {
    this.worker.off('lost', this.#lose);
    this.router.close();
  }
}

const nameOf = (codec: { mimeType: string }): string => codec.mimeType.toLowerCase();
