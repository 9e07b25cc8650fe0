import { Injectable } from '@nestjs/common';
import { AppError } from '@tapaamo/common';
import { RecordKeyRefusedError, RecordScopeMissingError } from '@tapaamo/record-system';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** So many keys may be refused to one network in a minute; the limit counts per process. */
const REFUSALS_A_MINUTE = 300;

/** Bounds what wrong keys cost: they cannot be guessed, but each is looked for in the database. */
@Injectable()
export class RefusedKeys {
  readonly #limiter = new RateLimiterMemory({ points: REFUSALS_A_MINUTE, duration: 60 });

  /**
   * @param network - Where the key comes from.
   * @param ask - Asks whose it is.
   * @throws AppError (`request.too-many`) once too many from there were refused; nothing is asked then.
   */
  async counting<Caller>(network: string, ask: () => Promise<Caller>): Promise<Caller> {
    const refused = await this.#limiter.get(network);
    if (refused !== null && refused.consumedPoints >= REFUSALS_A_MINUTE) {
      throw new AppError('request.too-many');
    }
    try {
      return await ask();
    } catch (error) {
      if (error instanceof RecordKeyRefusedError || error instanceof RecordScopeMissingError) {
        await this.#limiter.penalty(network);
      }
      throw error;
    }
  }
}
