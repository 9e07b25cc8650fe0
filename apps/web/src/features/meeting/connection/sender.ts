import type {
  MediaSource,
  PictureMode,
  SignallingAnswer,
  SignallingBody,
  SignallingRequest,
} from '@tapaamo/contracts';
import type { types } from 'mediasoup-client';
import { PRODUCER_OPTIONS } from './encodings.js';
import { pauseBeforeRetry } from '../../../time/pause-before-retry.js';
import { randomChance, retryDelayMs } from '../../../time/retry-delay.js';
import { isTemporary, isWithoutLine } from './signalling-refusal.js';

/** Sends a request to the meeting node. */
export type Ask = <R extends SignallingRequest>(
  name: R,
  body: SignallingBody<R>,
) => Promise<SignallingAnswer<R>>;

/** What should be sent of one source now. */
export interface Wish {
  track: MediaStreamTrack | undefined;
  on: boolean;
  /** What the line lets become of a picture; without it, it flows. */
  mode?: PictureMode;
}

interface SenderOptions {
  source: MediaSource;
  transport: types.Transport;
  codec: types.RtpCodecCapability | undefined;
  ask: Ask;
  /** Told after every attempt whether the source fails to reach the others although the person wants it to. */
  unsentChanged: (unsent: boolean) => void;
  pause?: typeof pauseBeforeRetry;
}

/**
 * Keeps what is sent of one source equal to what the person wants. Changes that come while an earlier one is
 * still on its way are folded: only the newest wish counts.
 */
export class Sender {
  #producer: types.Producer | undefined;
  /** What the browser sends with, from before the node took the source. */
  #rtpSender: RTCRtpSender | undefined;
  #wish: Wish = { track: undefined, on: false };
  #working: Promise<void> | undefined;
  #isWorking = false;
  #isClosed = false;
  /** Ends a wait before the next attempt: the wish changed. */
  #wake = new AbortController();
  /** What the node was last told; it can differ from the producer when the line broke in between. */
  #toldSending: boolean | undefined;
  /** What has ended without the node knowing. */
  #untoldEnd: string | undefined;

  constructor(private readonly options: SenderOptions) {}

  /**
   * Brings what is sent to the wish. Never fails: a lost line is mended by joining anew, a refusal for now by trying
   * again, and any other refusal by the person's next wish.
   */
  set(wish: Wish): void {
    if (wish !== this.#wish) {
      this.#wish = wish;
      this.#wake.abort();
    }
    if (!this.#isWorking) {
      this.#working = this.#work();
    }
  }

  /** Tells the node again what it may have missed while the line was lost. */
  refresh(): void {
    if (this.#isClosed) {
      void this.#tellEnd();
    } else {
      this.set({ ...this.#wish });
    }
  }

  /**
   * Ends the source, on the node too.
   *
   * @returns Whether the node knows; otherwise it is told by `refresh`, once the line is back.
   */
  async close(): Promise<boolean> {
    this.#isClosed = true;
    this.#wake.abort();
    // First of all: nothing more leaves the device, whatever is still being asked of the node.
    this.#silence();
    this.#untoldEnd = this.#discard()?.id;
    await this.#working;
    this.#untoldEnd ??= this.#discard()?.id;
    this.options.unsentChanged(false);
    await this.#tellEnd();
    return this.#untoldEnd === undefined;
  }

  async #tellEnd(): Promise<void> {
    const producerId = this.#untoldEnd;
    if (producerId === undefined) {
      return;
    }
    try {
      await this.options.ask('closeProducer', { producerId });
    } catch (error) {
      if (isWithoutLine(error) || isTemporary(error)) {
        return;
      }
    }
    this.#untoldEnd = undefined;
  }

  /** The media library ends a source in turn, after what it began before: that can take as long as the node does. */
  #silence(): void {
    this.#rtpSender?.replaceTrack(null).catch(() => undefined);
  }

  get #isOver(): boolean {
    return this.#isClosed || this.options.transport.closed;
  }

  async #work(): Promise<void> {
    const { pause = pauseBeforeRetry } = this.options;
    let done: Wish | undefined;
    let failures = 0;
    this.#isWorking = true;
    while (done !== this.#wish && !this.#isOver) {
      const wish = this.#wish;
      this.#wake = new AbortController();
      if (await this.#isSettled(wish)) {
        done = wish;
        failures = 0;
      } else {
        await pause(retryDelayMs(failures, randomChance()), this.#wake.signal);
        failures += 1;
      }
    }
    this.#isWorking = false;
  }

  /** Applies a wish. @returns Whether that is all that can be done for it. */
  async #isSettled(wish: Wish): Promise<boolean> {
    try {
      await this.#apply(wish);
      this.options.unsentChanged(false);
      return true;
    } catch (error) {
      // A track that ended is replaced by the next wish, and the line by the next join.
      if (this.#isOver || isWithoutLine(error) || wish.track?.readyState === 'ended') {
        return true;
      }
      this.options.unsentChanged(isSending(wish));
      if (isTemporary(error)) {
        return false;
      }
      // So that the next wish begins anew instead of failing on what the node does not know.
      this.#discard();
      return true;
    }
  }

  async #apply(wish: Wish): Promise<void> {
    const sending = isSending(wish);
    // Of a picture that waits for the line, or is to be blurred first, nothing leaves the device, whatever the line does; on
    // trial it leaves, and goes no further than the node.
    const track = wish.mode === 'held' ? null : (wish.track ?? null);
    const producer = this.#producer;
    if (producer === undefined || producer.closed) {
      if (sending) {
        await this.#produce(wish.track);
      }
      return;
    }
    if (producer.track !== track) {
      await producer.replaceTrack({ track });
    }
    // The local pause comes first when silencing: not one more word leaves the device.
    if (sending) {
      producer.resume();
    } else {
      producer.pause();
    }
    if (this.#toldSending !== sending) {
      const request = sending ? 'resumeProducer' : 'pauseProducer';
      await this.options.ask(request, { producerId: producer.id });
      this.#toldSending = sending;
    }
  }

  async #produce(track: MediaStreamTrack): Promise<void> {
    const { source, codec, transport } = this.options;
    this.#producer = await transport.produce({
      ...PRODUCER_OPTIONS[source],
      ...(codec === undefined ? {} : { codec }),
      track,
      // The track belongs to the person's device, not to this transport: it outlives it.
      stopTracks: false,
      disableTrackOnPause: false,
      onRtpSender: (rtpSender) => {
        this.#rtpSender = rtpSender;
        if (this.#isClosed) {
          this.#silence();
        }
      },
      appData: { source },
    });
    this.#toldSending = true;
  }

  /** Ends the source on this side. @returns What was open until now. */
  #discard(): types.Producer | undefined {
    const producer = this.#producer;
    this.#producer = undefined;
    if (producer === undefined || producer.closed) {
      return undefined;
    }
    producer.close();
    return producer;
  }
}

function isSending(wish: Wish): wish is Wish & { track: MediaStreamTrack } {
  return wish.on && wish.track !== undefined && (wish.mode ?? 'flowing') === 'flowing';
}
