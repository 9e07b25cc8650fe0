import { Injectable } from '@nestjs/common';
import { AppError, networkOf } from '@tapaamo/common';
import { Logger } from '@tapaamo/logging';
import { CodeMalformedError, CodeUnknownError } from '@tapaamo/visit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Wrong codes of one network in ten minutes: many mistypings of an office, few guesses. */
const OF_A_NETWORK = { points: 40, duration: 600 } as const;

/**
 * Wrong codes of everybody in a minute. A year of them finds one of a million codes with a chance of 1 in 3,000.
 */
const OF_ALL = { points: 600, duration: 60 } as const;

/**
 * When they are used up somebody is guessing from many networks at once: then a site (of IPv6 a /48) has a few only, so that who
 * types a code that is right, or is mistaken once, still comes in. A thousand sites that guess all year find one of a million
 * codes with a chance of 1 in 7,000; behind it stand the door's own identification and the professional.
 */
const OF_A_SITE = { points: 3, duration: 600 } as const;
const GROUPS_OF_A_SITE = 3;

/** An attack is told once in ten minutes. */
const OF_WARNINGS = { points: 1, duration: 600 } as const;

/** Bounds the guessing of visit codes. Right ones cost nothing, so that people behind one address keep nobody out. */
@Injectable()
export class CodeAttempts {
  readonly #network = new RateLimiterMemory(OF_A_NETWORK);
  readonly #all = new RateLimiterMemory(OF_ALL);
  readonly #site = new RateLimiterMemory(OF_A_SITE);
  readonly #warnings = new RateLimiterMemory(OF_WARNINGS);

  constructor(private readonly logger: Logger) {}

  /**
   * Tries a code.
   *
   * @param ip - Of whoever typed it.
   * @throws AppError (`request.too-many`) after too many wrong ones; the errors of the attempt
   */
  async of<T>(ip: string, attempt: () => Promise<T>): Promise<T> {
    // Counted before it is known: who tries many at once is bound, too.
    const giveBack = await this.#take(ip);
    try {
      const answer = await attempt();
      await giveBack();
      return answer;
    } catch (error) {
      if (!(error instanceof CodeUnknownError) || error instanceof CodeMalformedError) {
        await giveBack();
      }
      throw error;
    }
  }

  /** @returns The way to give it back. */
  async #take(ip: string): Promise<() => Promise<void>> {
    const taken: [RateLimiterMemory, string][] = [];
    const giveBack = async () => {
      await Promise.all(taken.map(([limiter, key]) => limiter.reward(key)));
    };
    const take = async (limiter: RateLimiterMemory, key: string) => {
      taken.push([limiter, key]);
      return isWithin(limiter, key);
    };
    const mayTry =
      (await take(this.#network, networkOf(ip))) &&
      ((await take(this.#all, 'all')) ||
        (await this.#isFirstOfSite(take, networkOf(ip, GROUPS_OF_A_SITE))));
    if (!mayTry) {
      await giveBack();
      throw new AppError('request.too-many');
    }
    return giveBack;
  }

  async #isFirstOfSite(
    take: (limiter: RateLimiterMemory, key: string) => Promise<boolean>,
    site: string,
  ): Promise<boolean> {
    if (await isWithin(this.#warnings, 'all')) {
      this.logger.warn('visit-code.guessed-at', { count: OF_ALL.points });
    }
    return take(this.#site, site);
  }
}

/** Takes one of a budget. @returns Whether there was one. */
async function isWithin(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) {
      return false;
    }
    throw refused;
  }
}
