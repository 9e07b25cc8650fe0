import type { DayKeyName } from '../key-store/day-key.js';
import type { VisitKey } from '../keys/visit-keys.js';

/**
 * Day keys that are to be destroyed while visits live under them, and the moving of these visits' keys to the next
 * generation of the day. Each method is one transaction of the key database, and everything is committed when it returns.
 *
 * Whatever keeps it from answering is a KeysMissingError (`vault.keys-missing`).
 */
export abstract class Punctures {
  /**
   * Forgets the keys of visits before their day, and asks for every day key under which they were ever wrapped to go.
   *
   * @param at.today - `YYYY-MM-DD`, Europe/Helsinki: it is due at once.
   */
  abstract forget(
    organisationId: string,
    visitIds: readonly string[],
    at: { now: Date; today: string },
  ): Promise<void>;

  /** Day keys that are to go by a day, the longest awaited first. */
  abstract wantedBy(day: string, limit: number): Promise<DayKeyName[]>;

  /** Lets a day's generation take no more keys, though it has some. */
  abstract leave(day: DayKeyName): Promise<void>;

  /**
   * Moves some keys of a generation to another of the same day.
   *
   * @param wrap - Gives each its new wrapping.
   * @returns How many; 0 also when the other generation takes none any more.
   */
  abstract move(
    from: DayKeyName,
    generation: number,
    wrap: (key: VisitKey) => Buffer,
  ): Promise<number>;

  /** The day key is destroyed: nobody asks for it any more. */
  abstract done(day: DayKeyName): Promise<void>;
}
