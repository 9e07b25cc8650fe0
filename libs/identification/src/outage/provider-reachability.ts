import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { IdentityProviderUnavailableError } from '../identification.errors.js';

/** How long a failure is spoken of, in milliseconds; a success ends it at once. */
const SPOKEN_OF_MS = 3 * 60_000;

/** Whether our own attempts to reach the provider failed just now, so that the next person is told before they press. */
@Injectable()
export class ProviderReachability {
  #failedAt: number | null = null;

  constructor(private readonly clock: Clock) {}

  /** Makes an attempt and keeps how it went. @throws What the attempt throws. */
  async watching<T>(attempt: () => Promise<T>): Promise<T> {
    try {
      const result = await attempt();
      this.#failedAt = null;
      return result;
    } catch (error) {
      // What comes by the person's own browser is no word of ours: anybody could say it for everybody.
      if (error instanceof IdentityProviderUnavailableError && error.isSeen) {
        this.#failedAt = this.clock.nowMs();
      }
      throw error;
    }
  }

  /** Whether the last attempt of the last minutes failed. */
  isFailing(): boolean {
    return this.#failedAt !== null && this.clock.nowMs() - this.#failedAt < SPOKEN_OF_MS;
  }
}
