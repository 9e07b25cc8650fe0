import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManySignInAttemptsError } from '../professional.errors.js';

/** Attempts in vain that count, and for how many seconds. */
const OF_PAIR = { points: 10, duration: 5 * 60 } as const;
const OF_DEVICE = { points: 10, duration: 5 * 60 } as const;
const OF_ACCOUNT = { points: 50, duration: 15 * 60 } as const;
const OF_NETWORK = { points: 300, duration: 60 } as const;

/** A refusal is told to the audit log once in so many seconds for each account. */
const TOLD = { points: 1, duration: 15 * 60 } as const;

/** Somebody tries a password. */
export interface Attempt {
  /** In lower case. */
  email: string;
  /** As `networkOf` says. */
  network: string;
  /** Id of the browser, when this account was signed in to on it before. */
  device: string | null;
}

/**
 * Limits of guessing passwords, for each process. Strangers are counted by account and network together, by account over
 * all networks, and by network over all accounts. Whoever comes with a browser that the account was signed in to on is
 * counted by that browser alone: nobody elsewhere, and nobody behind the same address, can lock them out.
 */
@Injectable()
export class SignInAttempts {
  readonly #ofPair = new RateLimiterMemory(OF_PAIR);
  readonly #ofDevice = new RateLimiterMemory(OF_DEVICE);
  readonly #ofAccount = new RateLimiterMemory(OF_ACCOUNT);
  readonly #ofNetwork = new RateLimiterMemory(OF_NETWORK);
  readonly #told = new RateLimiterMemory(TOLD);

  /**
   * Counts an attempt, before the slow work, so that those made at once are counted too.
   *
   * @returns Whether a known browser speaks for it. One that guesses on is a stranger.
   * @throws TooManySignInAttemptsError (`sign-in.too-many-attempts`)
   */
  async begin({ email, network, device }: Attempt): Promise<boolean> {
    if (device !== null && (await isWithin(this.#ofDevice, device))) {
      return true;
    }
    for (const [limiter, key] of this.#ofStranger(email, network)) {
      if (!(await isWithin(limiter, key))) {
        throw new TooManySignInAttemptsError();
      }
    }
    return false;
  }

  /** Takes an attempt back that succeeded, or that was not looked at. */
  async takeBack({ email, network, device }: Attempt, isKnown: boolean): Promise<void> {
    const counted =
      isKnown && device !== null
        ? ([[this.#ofDevice, device]] as const)
        : this.#ofStranger(email, network);
    await Promise.all(counted.map(([limiter, key]) => limiter.reward(key)));
  }

  /** A right password also forgets those in vain of the same person. */
  async forget({ email, network, device }: Attempt): Promise<void> {
    await this.#ofPair.delete(pairOf(email, network));
    if (device !== null) {
      await this.#ofDevice.delete(device);
    }
  }

  /** Whether a refusal of this account is news. */
  async isNews(email: string): Promise<boolean> {
    return isWithin(this.#told, email);
  }

  #ofStranger(email: string, network: string): readonly (readonly [RateLimiterMemory, string])[] {
    return [
      [this.#ofPair, pairOf(email, network)],
      [this.#ofNetwork, network],
      [this.#ofAccount, email],
    ];
  }
}

function pairOf(email: string, network: string): string {
  return `${email}|${network}`;
}

async function isWithin(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) {
      return false;
    }
    throw refusal;
  }
}
