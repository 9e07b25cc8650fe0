import type { SignallingRequest } from '@tapaamo/contracts';
import { TokenBucket, type Allowance } from './token-bucket.js';

/**
 * What one connection may ask, by request. Generous for what the page does, twelve participants and a bad line included:
 * a join is one `joinMeeting`, two `connectTransport`, up to five `produce`, one `produceText`, a `resumeConsumer` for each source
 * and a `readText` for each writer.
 */
const REQUEST_ALLOWANCES: Record<SignallingRequest, Allowance> = {
  joinMeeting: { burst: 10, perSecond: 0.5 },
  connectTransport: { burst: 10, perSecond: 1 },
  restartIce: { burst: 10, perSecond: 0.5 },
  produce: { burst: 15, perSecond: 1 },
  // Seldomer than the node looks how much is written: each new channel is counted from nothing.
  produceText: { burst: 5, perSecond: 0.1 },
  // Once a writer, and again for each whose channel is made anew.
  readText: { burst: 40, perSecond: 4 },
  pauseProducer: { burst: 20, perSecond: 4 },
  resumeProducer: { burst: 20, perSecond: 4 },
  closeProducer: { burst: 15, perSecond: 2 },
  resumeConsumer: { burst: 80, perSecond: 10 },
  pauseConsumer: { burst: 80, perSecond: 10 },
  setPreferredLayers: { burst: 80, perSecond: 15 },
  // A hand and a reaction reach everybody else, and their screen readers.
  raiseHand: { burst: 6, perSecond: 0.5 },
  lowerHand: { burst: 20, perSecond: 1 },
  react: { burst: 5, perSecond: 0.5 },
  reportLine: { burst: 20, perSecond: 1 },
  leaveMeeting: { burst: 3, perSecond: 0.2 },
};

/** Everything together, known requests and others. */
const MESSAGE_ALLOWANCE: Allowance = { burst: 150, perSecond: 40 };

/** Messages that were refused for their form or their number; after these the line is ended. */
const FAULT_ALLOWANCE: Allowance = { burst: 100, perSecond: 1 };

/** What one connection may still do. */
export class LineLimits {
  readonly #messages: TokenBucket;
  readonly #faults: TokenBucket;
  readonly #requests = new Map<SignallingRequest, TokenBucket>();

  /** @param clock - Monotonic milliseconds. */
  constructor(private readonly clock: () => number = () => performance.now()) {
    this.#messages = new TokenBucket(MESSAGE_ALLOWANCE, clock());
    this.#faults = new TokenBucket(FAULT_ALLOWANCE, clock());
  }

  /** Whether a message of any kind may be looked at. */
  allowsMessage(): boolean {
    return this.#messages.take(this.clock());
  }

  /** Whether a request of this name may be carried out. */
  allowsRequest(event: SignallingRequest): boolean {
    const bucket =
      this.#requests.get(event) ?? new TokenBucket(REQUEST_ALLOWANCES[event], this.clock());
    this.#requests.set(event, bucket);
    return bucket.take(this.clock());
  }

  /** Notes a fault. @returns Whether the line may go on. */
  forgivesFault(): boolean {
    return this.#faults.take(this.clock());
  }
}
