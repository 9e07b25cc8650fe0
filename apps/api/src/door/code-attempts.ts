import { Injectable } from '@nestjs/common';
import { AppError, networkOf } from '@tapaamo/common';
import { Logger } from '@tapaamo/logging';
import { CodeMalformedError, CodeUnknownError } from '@tapaamo/visit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Wrong codes of one network in ten minutes: many mistypings of an office, few guesses. */
const OF_A_NETWORK = { points: 40, duration: 600 } as const;

/**
 * Wrong codes of everybody in a minute. A year of them finds one of a million codes with a chance of 1 in 3,000. When they
 * are used up somebody is guessing from many networks at once: then a network has its first few only, so that who types
 * a code that is right, or is mistaken once, still comes in.
 */
const OF_ALL = { points: 600, duration: 60 } as const;
const FIRST_FEW = 3;

/** Bounds the guessing of visit codes. Right ones cost nothing, so that people behind one address keep nobody out. */
@Injectable()
export class CodeAttempts {
  readonly #network = new RateLimiterMemory(OF_A_NETWORK);
  readonly #all = new RateLimiterMemory(OF_ALL);

  constructor(private readonly logger: Logger) {}

  /**
   * Tries a code.
   *
   * @param ip - Of whoever typed it.
   * @throws AppError (`request.too-many`) after too many wrong ones; the errors of the attempt
   */
  async of<T>(ip: string, attempt: () => Promise<T>): Promise<T> {
    const network = networkOf(ip);
    // Counted before it is known: who tries many at once is bound, too.
    await this.#take(network);
    try {
      const answer = await attempt();
      await this.#giveBack(network);
      return answer;
    } catch (error) {
      if (!(error instanceof CodeUnknownError) || error instanceof CodeMalformedError) {
        await this.#giveBack(network);
      }
      throw error;
    }
  }

  async #take(network: string): Promise<void> {
    const ofNetwork = await taken(this.#network, network);
    if (!ofNetwork.isWithin) {
      throw new AppError('request.too-many');
    }
    const ofAll = await taken(this.#all, 'all');
    if (ofAll.isFirstBeyond) {
      this.logger.warn('visit-code.guessed-at', { count: OF_ALL.points });
    }
    if (!ofAll.isWithin && ofNetwork.count > FIRST_FEW) {
      await this.#giveBack(network);
      throw new AppError('request.too-many');
    }
  }

  async #giveBack(network: string): Promise<void> {
    await this.#network.reward(network);
    await this.#all.reward('all');
  }
}

/** Takes one of a budget. */
async function taken(limiter: RateLimiterMemory, key: string) {
  const { points } = limiter;
  const { consumedPoints: count } = await limiter.consume(key).catch((refused: unknown) => {
    if (refused instanceof RateLimiterRes) {
      return refused;
    }
    throw refused;
  });
  return { count, isWithin: count <= points, isFirstBeyond: count === points + 1 };
}
