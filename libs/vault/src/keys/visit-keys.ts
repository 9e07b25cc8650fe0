import type { DayKeyName } from '../key-store/day-key.js';

/** A visit's data key, sealed under the day key of its organisation and due day. */
export interface VisitKey extends DayKeyName {
  visitId: string;
  /** From this instant on the vault refuses to open anything of the visit, whether the sweep has run or not. Bound to the key. */
  dueAt: Date;
  wrappedKey: Buffer;
}

/** What came of moving a key: `changed` when it was changed or forgotten meanwhile, `closed` when its new day takes none. */
export type KeyMove = 'moved' | 'changed' | 'closed';

/**
 * Where the keys of visits are: a server of its own, apart from what they open (design decision "three locks"). Everything is
 * committed when it returns, whatever becomes of the caller's transaction in the main database.
 *
 * Whatever keeps it from answering is a KeysMissingError (`vault.keys-missing`): an outage, by which nothing is forgotten.
 */
export abstract class VisitKeys {
  /** The keys of some visits, in any order, in one query. */
  abstract find(visitIds: readonly string[]): Promise<VisitKey[]>;

  /** Keeps a new key. @returns False when its day takes none: another generation of that day does. */
  abstract add(key: VisitKey, createdAt: Date): Promise<boolean>;

  /**
   * Puts another wrapping in the place of one that was read before. Where the visit is due on an earlier day now, the day key
   * that old copies of it open with is to go by that day (`Punctures`).
   */
  abstract move(from: VisitKey, to: VisitKey, changedAt: Date): Promise<KeyMove>;

  /** Forgets keys. Those that are not there are no error. */
  abstract forget(visitIds: readonly string[]): Promise<void>;

  /** Lets a day take no more keys, for good, if it has none. @returns False when it has some. */
  abstract close(day: DayKeyName): Promise<boolean>;

  /** The last generation of a day that takes no more keys; 0 when all do. */
  abstract closedUpTo(day: Omit<DayKeyName, 'generation'>): Promise<number>;

  /** Keeps for good that the day key of a closed day was destroyed. */
  abstract noteDestroyed(day: DayKeyName, destroyedAt: Date): Promise<void>;

  /** Days before `day` (`YYYY-MM-DD`) that had keys and are not closed: also those whose day key a lost store had. */
  abstract openBefore(day: string): Promise<DayKeyName[]>;

  /** Days that were closed and whose day key may be there still: a run was cut off. */
  abstract closedDays(): Promise<DayKeyName[]>;

  /** Days whose day key was destroyed, or is to be at once: their names are never made again. */
  abstract destroyedDays(): Promise<DayKeyName[]>;

  /** Keys that were made or changed before an instant, by visit id. @param after - The last of the page before. */
  abstract page(before: Date, after: string | null, limit: number): Promise<VisitKey[]>;
}
