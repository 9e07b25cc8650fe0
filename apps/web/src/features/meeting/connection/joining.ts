import type { RtpCapabilities } from '@tapaamo/contracts';
import type { pauseBeforeRetry } from '../../../time/pause-before-retry.js';
import { persist } from './persist.js';
import type { Receiver } from './receiver.js';
import type { Ask } from './sender.js';
import { cannotDecode, isWithoutLine } from './signalling-refusal.js';

interface JoiningOptions {
  ask: Ask;
  rtpCapabilities: RtpCapabilities;
  receiver: Pick<Receiver, 'ids' | 'receive' | 'drop'>;
  /** The node forwards from now on what the others send. */
  joined: () => void;
  /** A source that was received is not sent any more. */
  dropped: (consumerId: string) => void;
  /** This browser and the node have no codec in common. */
  undecodable: () => void;
  /** The node refused for good: the media must be built anew. */
  broken: () => void;
  pause?: typeof pauseBeforeRetry;
}

/** Takes part: from then on the node forwards what the others send. Without it there is no picture and no sound. */
export class Joining {
  #latest = new AbortController();
  #isDone = false;

  constructor(private readonly options: JoiningOptions) {}

  /** Whether the node has let the person take part. */
  get isDone(): boolean {
    return this.#isDone;
  }

  /**
   * Joins; joining again after a lost line catches up. Never fails: a refusal for now is tried again, a lost line brings
   * a joining of its own, and of what stays the owner is told.
   */
  async join(): Promise<void> {
    this.#latest.abort();
    const { signal } = (this.#latest = new AbortController());
    const { pause, undecodable, broken } = this.options;
    try {
      await persist(() => this.#attempt(signal), { signal, ...(pause && { pause }) });
    } catch (error) {
      if (signal.aborted || isWithoutLine(error)) {
        return;
      }
      (cannotDecode(error) ? undecodable : broken)();
    }
  }

  /** Ends all attempts. */
  close(): void {
    this.#latest.abort();
  }

  async #attempt(signal: AbortSignal): Promise<void> {
    const { ask, rtpCapabilities, receiver } = this.options;
    const known = receiver.ids;
    const { consumers } = await ask('joinMeeting', { rtpCapabilities });
    if (signal.aborted) {
      return;
    }
    this.#isDone = true;
    this.options.joined();
    // Only what was there before the question can be missing from the answer: news may have come in between.
    const present = new Set(consumers.map(({ consumerId }) => consumerId));
    for (const consumerId of known.filter((id) => !present.has(id))) {
      receiver.drop(consumerId);
      this.options.dropped(consumerId);
    }
    consumers.forEach((description) => void receiver.receive(description));
  }
}
