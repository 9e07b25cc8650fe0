import { Injectable } from '@nestjs/common';
import { TokenBucket, type Allowance } from './token-bucket.js';

/** Lines that one participant may open: each costs a reading of the visit and, without kept media, new transports. */
const HANDSHAKE_ALLOWANCE: Allowance = { burst: 30, perSecond: 1 };

/** After so long, in milliseconds, an allowance is whole again and need not be remembered. */
const WHOLE_AGAIN_MS = (HANDSHAKE_ALLOWANCE.burst / HANDSHAKE_ALLOWANCE.perSecond) * 1_000;

/** How often each participant opens a line. What a page does on the worst line stays far below. */
@Injectable()
export class HandshakeLimits {
  readonly #known = new Map<string, { bucket: TokenBucket; lastAt: number }>();
  #tidiedAt = 0;

  /**
   * Notes a handshake of a participant who showed a token.
   *
   * @param now - Monotonic instant in milliseconds.
   * @returns Whether it may go on.
   */
  allows(participantId: string, now = performance.now()): boolean {
    this.#tidy(now);
    const { bucket } = this.#known.get(participantId) ?? {
      bucket: new TokenBucket(HANDSHAKE_ALLOWANCE, now),
    };
    this.#known.set(participantId, { bucket, lastAt: now });
    return bucket.take(now);
  }

  /** Participants that are remembered. */
  get size(): number {
    return this.#known.size;
  }

  #tidy(now: number): void {
    if (now - this.#tidiedAt < WHOLE_AGAIN_MS) {
      return;
    }
    this.#tidiedAt = now;
    for (const [participantId, { lastAt }] of this.#known) {
      if (now - lastAt >= WHOLE_AGAIN_MS) {
        this.#known.delete(participantId);
      }
    }
  }
}
