import type { VisitKey } from '../keys/visit-keys.js';
import type { HoldName } from './hold-seal.js';

/** A hold's key in the key database: its public half, and the data key of its visit once that is sealed to it. */
export interface HeldKey extends HoldName {
  /** Public half, `age1…`. */
  recipient: string;
  sealedKey: Buffer | null;
}

/**
 * Keys of visits that are held, in the key database. Each method is one transaction: a data key is in its day or in its
 * hold, never in neither and never in both.
 *
 * Whatever keeps it from answering is a KeysMissingError (`vault.keys-missing`).
 */
export abstract class HeldKeys {
  /** Keeps the public half of a hold's key. One that is there stays. */
  abstract offer(key: Omit<HeldKey, 'sealedKey'>, at: Date): Promise<void>;

  /** Keys of some holds; of all where none are named. */
  abstract find(holdIds?: readonly string[]): Promise<HeldKey[]>;

  /**
   * Puts a sealed data key in the place of the one in its day. Every day key that ever wrapped that one is to go at once
   * (`Punctures`): old copies of the key database open nothing of it.
   *
   * @param at.today - `YYYY-MM-DD`, Europe/Helsinki.
   * @returns False when the key in its day is another by now, or the hold has its key already.
   */
  abstract take(
    from: VisitKey,
    to: HeldKey & { sealedKey: Buffer },
    at: { now: Date; today: string },
  ): Promise<boolean>;

  /** Puts a data key back into a day and ends the hold's. @returns False when that day takes none. */
  abstract giveBack(
    from: HeldKey & { sealedKey: Buffer },
    to: VisitKey,
    at: Date,
  ): Promise<boolean>;

  /**
   * Ends a hold's key, with the data key that is sealed to it: nothing of its visit opens any more.
   *
   * @param sealedKey - As it was read: what was sealed meanwhile stays.
   * @returns False when it is another by now, or gone.
   */
  abstract drop(holdId: string, sealedKey: Buffer | null): Promise<boolean>;
}
