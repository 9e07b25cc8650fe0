import type { types } from 'mediasoup';
import { askWorker } from '../worker-call.js';

/**
 * What a browser is told to send at most, in bits a second: all of a page's sources with their layers, a shared screen and
 * repairs stay below. One that obeys nothing is no worse off by it; one whose line carries more does not take the others'.
 */
export const INCOMING_BPS_MAX = 6_000_000;

/** How long a browser finds out by itself what its line takes, in milliseconds; the first two seconds are what counts. */
const FINDING_OUT_MS = 5_000;

/** Takes the limit back; browsers are told of it as of a line that takes everything. */
const WITHOUT_LIMIT = 0;

type Limited = Pick<types.WebRtcTransport, 'setMaxIncomingBitrate'> & {
  observer: { once: (event: 'close', listener: () => void) => unknown };
};

/**
 * Tells a browser how much it may send, but not while it finds out what its line takes. Until two seconds after the first
 * answer on a path, libwebrtc takes such a limit for the room that there is (`SendSideBandwidthEstimation::UpdateEstimate`):
 * it sends the largest picture for a moment, and ends it as soon as it has measured. Who receives waits for that picture
 * meanwhile, until the worker notices after two seconds that nothing more comes of it.
 */
export class IncomingLimit {
  #timer: NodeJS.Timeout | undefined;
  #hasBegun = false;
  #isSet = false;

  constructor(private readonly transport: Limited) {
    transport.observer.once('close', () => clearTimeout(this.#timer));
  }

  /** The browser sends something; only the first time counts. */
  begin(): void {
    if (!this.#hasBegun) {
      this.#hasBegun = true;
      this.#setLater();
    }
  }

  /** The browser sends on another path, and knows nothing of it yet. */
  pathChanged(): void {
    if (this.#hasBegun) {
      if (this.#isSet) {
        this.#isSet = false;
        this.#tell(WITHOUT_LIMIT);
      }
      this.#setLater();
    }
  }

  #setLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isSet = true;
      this.#tell(INCOMING_BPS_MAX);
    }, FINDING_OUT_MS).unref();
  }

  /** A worker that is gone takes no limit, and its transports neither. */
  #tell(bitsPerSecond: number): void {
    askWorker(() => this.transport.setMaxIncomingBitrate(bitsPerSecond)).catch(() => undefined);
  }
}
