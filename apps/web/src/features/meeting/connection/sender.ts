import type {
  MediaSource,
  SignallingAnswer,
  SignallingBody,
  SignallingRequest,
} from '@tapaamo/contracts';
import type { types } from 'mediasoup-client';
import { PRODUCER_OPTIONS } from './encodings.js';

/** Sends a request to the meeting node. */
export type Ask = <R extends SignallingRequest>(
  name: R,
  body: SignallingBody<R>,
) => Promise<SignallingAnswer<R>>;

/** What should be sent of one source now. */
export interface Wish {
  track: MediaStreamTrack | undefined;
  on: boolean;
}

/**
 * Keeps what is sent of one source equal to what the person wants. Changes that come while an earlier one is
 * still on its way are folded: only the newest wish counts.
 */
export class Sender {
  #producer: types.Producer | undefined;
  #wish: Wish = { track: undefined, on: false };
  #working: Promise<void> | undefined;
  /** What the node was last told; it can differ from the producer when the line broke in between. */
  #toldSending: boolean | undefined;

  constructor(
    private readonly source: MediaSource,
    private readonly transport: types.Transport,
    private readonly codec: types.RtpCodecCapability | undefined,
    private readonly ask: Ask,
  ) {}

  /** Brings what is sent to the wish. Never fails: a lost line is mended by joining anew. */
  set(wish: Wish): void {
    this.#wish = wish;
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
  }

  /** Tells the node again what it may have missed while the line was lost. */
  refresh(): void {
    this.set({ ...this.#wish });
  }

  /** Ends the source on the node too. */
  async close(): Promise<void> {
    const producer = this.#producer;
    this.#producer = undefined;
    if (producer !== undefined && !producer.closed) {
      producer.close();
      await this.ask('closeProducer', { producerId: producer.id }).catch(() => undefined);
    }
  }

  async #work(): Promise<void> {
    let done: Wish | undefined;
    while (done !== this.#wish && !this.transport.closed) {
      done = this.#wish;
      try {
        await this.#apply(done);
      } catch {
        // See `set`.
      }
    }
  }

  async #apply({ track, on }: Wish): Promise<void> {
    const sending = on && track !== undefined;
    const producer = this.#producer;
    if (producer === undefined || producer.closed) {
      if (sending) {
        await this.#produce(track);
      }
      return;
    }
    if (track !== undefined && producer.track !== track) {
      await producer.replaceTrack({ track });
    }
    // The local pause comes first when silencing: not one more word leaves the device.
    if (sending) {
      producer.resume();
    } else {
      producer.pause();
    }
    if (this.#toldSending !== sending) {
      await this.ask(sending ? 'resumeProducer' : 'pauseProducer', { producerId: producer.id });
      this.#toldSending = sending;
    }
  }

  async #produce(track: MediaStreamTrack): Promise<void> {
    this.#producer = await this.transport.produce({
      ...PRODUCER_OPTIONS[this.source],
      ...(this.codec === undefined ? {} : { codec: this.codec }),
      track,
      // The track belongs to the person's device, not to this transport: it outlives it.
      stopTracks: false,
      disableTrackOnPause: false,
      appData: { source: this.source },
    });
    this.#toldSending = true;
  }
}
