import type { AboutKeyStore } from '@tapaamo/contracts';
import type { DayKeyName } from './day-key.js';

/** Day keys of a store that was lost, as escrow files have them. */
export interface LostKeys {
  /** Id of the lost store. */
  store: string;
  keys: readonly (DayKeyName & { key: Buffer })[];
  /** Names that are never made again. */
  destroyed: readonly DayKeyName[];
}

/** What became of them. */
export interface RestoredKeys {
  /** How many came back, by organisation. */
  restored: Map<string, number>;
  /** Keys that are there already. */
  kept: number;
  /** Keys in whose place another one is: what the lost one sealed stays closed. */
  displaced: number;
  /** Keys that were destroyed, and stay so. */
  refused: number;
}

/**
 * Where day keys live, apart from every database (design decision "three locks").
 * Destroying a day key forgets every visit of that day everywhere, backups and replicas included.
 *
 * Null means that a key was destroyed or never made, and nothing else does: whatever keeps a store from saying so is a
 * KeysMissingError (`vault.keys-missing`), or becomes one in `KnownKeyStore`.
 */
export abstract class KeyStore {
  /** What destroying a day key is worth here (reference "Providers, honestly graded"). */
  abstract readonly about: AboutKeyStore;

  /**
   * The day key; made when there is none yet. Safe to call from several processes at once.
   *
   * @throws DayKeyDestroyedError when one of this name was destroyed: it is never made again
   */
  abstract getOrCreate(name: DayKeyName): Promise<Buffer>;

  /**
   * @returns The day key, or null when it was destroyed or never made.
   * @throws KeyDamagedError when it is there and does not open
   */
  abstract get(name: DayKeyName): Promise<Buffer | null>;

  /**
   * Destroys a day key for good: none of its name comes again. Destroying what is not there is no error. Until the store
   * is re-keyed, what was sealed stays where the disk may still have it.
   */
  abstract destroy(name: DayKeyName): Promise<void>;

  /** The id that the store carries, or null when there is none yet or it cannot be found. */
  abstract identity(): Promise<string | null>;

  /** Makes the store unless it is there. Safe to call from several processes at once. @returns Its id. */
  abstract initialise(): Promise<string>;

  /** Ids of the organisations that have a place for day keys. */
  abstract organisations(): Promise<string[]>;

  /**
   * Changes what the day keys themselves are sealed under, with the bytes of the former key overwritten. The day keys
   * stay what they are, and the store in use. @returns How many were sealed anew, by organisation.
   */
  abstract rekey(): Promise<Map<string, number>>;

  /** What was noted of the installation (`InstallationMarks`), null before the first; undefined where none can be kept. */
  abstract mark(): Promise<string | null | undefined>;

  /** Notes it. A store that can keep none lets it go. */
  abstract setMark(content: string): Promise<void>;

  /** Whether day keys were destroyed since the store was re-keyed, or it was not re-keyed today where somebody keeps that. */
  abstract isRekeyDue(): Promise<boolean>;

  /** When the last re-key began, as the database of the store keeps it; null when it never was, and of a store alone. */
  rekeyedAt(): Promise<Date | null> {
    return Promise.resolve(null);
  }

  /** Names of an organisation's day keys whose day lies before `day` (`YYYY-MM-DD`). */
  abstract listBefore(organisationId: string, day: string): Promise<DayKeyName[]>;

  /** Names of an organisation's day keys that were destroyed and are never made again. */
  abstract destroyed(organisationId: string): Promise<DayKeyName[]>;

  /**
   * Takes day keys in that it lost. What is there stays, and what was destroyed stays so. Its id comes last: until then the
   * store is not there for anybody, and nobody makes another key in a lost one's place.
   *
   * @throws Error when keys cannot be put into this kind of store
   */
  abstract restore(lost: LostKeys): Promise<RestoredKeys>;
}
