import { Injectable } from '@nestjs/common';
import { AppError, networkOf } from '@tapaamo/common';
import { CodeUnknownError } from '@tapaamo/visit';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Wrong codes of one network in ten minutes: many mistypings of an office, few guesses. */
const OF_A_NETWORK = { points: 40, duration: 600 } as const;

/** Wrong codes of everybody in a minute. A year of them finds one of a million codes with a chance of 1 in 3,000. */
const OF_ALL = { points: 600, duration: 60 } as const;

/** Bounds the guessing of visit codes. Right ones cost nothing, so that people behind one address keep nobody out. */
@Injectable()
export class CodeAttempts {
  readonly #network = new RateLimiterMemory(OF_A_NETWORK);
  readonly #all = new RateLimiterMemory(OF_ALL);

  /**
   * Tries a code.
   *
   * @param ip - Of whoever typed it.
   * @throws AppError (`request.too-many`) after too many wrong ones; the errors of the attempt
   */
  async of<T>(ip: string, attempt: () => Promise<T>): Promise<T> {
    const network = networkOf(ip);
    // Counted before it is known: who tries many at once is bound, too.
    await this.#take(this.#network, network);
    await this.#take(this.#all, 'all');
    try {
      const answer = await attempt();
      await this.#giveBack(network);
      return answer;
    } catch (error) {
      if (!(error instanceof CodeUnknownError)) {
        await this.#giveBack(network);
      }
      throw error;
    }
  }

  async #take(limiter: RateLimiterMemory, key: string): Promise<void> {
    await limiter.consume(key).catch(() => {
      throw new AppError('request.too-many');
    });
  }

  async #giveBack(network: string): Promise<void> {
    await this.#network.reward(network);
    await this.#all.reward('all');
  }
}
