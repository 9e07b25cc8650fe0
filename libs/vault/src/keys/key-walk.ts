import { addPeriod, type Clock } from '@tapaamo/common';
import type { VisitKey, VisitKeys } from './visit-keys.js';

/** Says of visits when they are due; those that are not there are left out. */
export type DueInstants = (visitIds: string[]) => Promise<Map<string, Date>>;

/** How a round treats keys without a visit. */
export interface WalkWish {
  mayForget?: number;
  keepsOrphans?: boolean;
}

/** What a round of the walk did. */
export interface KeysMended {
  /** Keys without a visit that were forgotten. */
  swept: number;
  /** Keys that got the due instant of their visit. */
  mended: number;
  /** Keys that could not get it. */
  failures: unknown[];
  /** Keys without a visit that are left until they are due: so many that the main database may be an older one. */
  refused: number;
  /** Whether it came to the end of all keys. */
  isThrough: boolean;
}

/** Keys that are read at once. */
const PAGE = 1_000;

/** Pages of one round: the walk goes on with the next sweep. */
const PAGES = 20;

/** A younger key may be about to get its visit. */
const SETTLED = '-PT1H';

/** How often a walk begins. */
const EVERY_MS = 600_000;

/** So many lost visits are no crash in the middle of a booking any more. */
const MOST_ORPHANS = 100;
const MOST_OF_ALL = 0.01;

/** So many are left by crashes however few keys there are. */
const ORPHANS_OF_CRASHES = 3;

/**
 * Walks through all keys and asks the main database for their visits: its due instant is the truth, and the key follows it.
 * A key whose visit is not there is an orphan of a booking that was cut off. Many of them are none of that, but a main
 * database that is older than its keys: they are left alone until they are due themselves.
 */
export class KeyWalk {
  #after: string | null = null;
  #seen = 0;
  #orphans: string[] = [];
  #begunAt = Number.NEGATIVE_INFINITY;
  #isWalking = false;
  #refused = 0;
  #keepsOrphans = false;

  /** @param move - Wraps a key anew for another due instant. */
  constructor(
    private readonly keys: VisitKeys,
    private readonly clock: Clock,
    private readonly move: (key: VisitKey, dueAt: Date) => Promise<void>,
  ) {}

  /**
   * Walks some way; at once where what was refused may be forgotten now.
   *
   * @param options.mayForget - So many are, however many that is.
   * @param options.keepsOrphans - The operator has yet to decide on keys without a visit.
   */
  async round(
    dueInstants: DueInstants,
    { mayForget = 0, keepsOrphans = false }: WalkWish = {},
  ): Promise<KeysMended> {
    this.#keepsOrphans = keepsOrphans;
    const result: KeysMended = {
      swept: 0,
      mended: 0,
      failures: [],
      refused: 0,
      isThrough: false,
    };
    const isReleased = this.#refused > 0 && this.#refused <= mayForget;
    if (this.#mayWalk(isReleased)) {
      for (let page = 0; page < PAGES && this.#isWalking; page += 1) {
        await this.#page(dueInstants, mayForget, result);
      }
      result.isThrough = !this.#isWalking;
    }
    return { ...result, refused: this.#refused };
  }

  #mayWalk(isReleased: boolean): boolean {
    const now = this.clock.nowMs();
    // A clock that was set back is no reason to wait.
    const isTime = isReleased || Math.abs(now - this.#begunAt) >= EVERY_MS;
    if (!this.#isWalking && isTime) {
      this.#isWalking = true;
      this.#begunAt = now;
      this.#after = null;
      this.#seen = 0;
      this.#orphans = [];
    }
    return this.#isWalking;
  }

  async #page(dueInstants: DueInstants, mayForget: number, result: KeysMended): Promise<void> {
    const now = this.clock.now();
    const keys = await this.keys.page(addPeriod(now, SETTLED), this.#after, PAGE);
    const due = await dueInstants(keys.map(({ visitId }) => visitId));
    const past: string[] = [];
    for (const key of keys) {
      const dueAt = due.get(key.visitId);
      if (dueAt === undefined) {
        (key.dueAt <= now ? past : this.#orphans).push(key.visitId);
      } else if (dueAt.getTime() !== key.dueAt.getTime() && dueAt > now) {
        await this.#mend(key, dueAt, result);
      }
    }
    await this.#forget(past, result);
    this.#seen += keys.length;
    this.#after = keys.at(-1)?.visitId ?? null;
    if (keys.length < PAGE) {
      await this.#end(mayForget, result);
    }
  }

  async #mend(key: VisitKey, dueAt: Date, result: KeysMended): Promise<void> {
    try {
      await this.move(key, dueAt);
      result.mended += 1;
    } catch (error) {
      result.failures.push(error);
    }
  }

  async #end(mayForget: number, result: KeysMended): Promise<void> {
    this.#isWalking = false;
    const count = this.#orphans.length;
    const isTooMany =
      count > MOST_ORPHANS || count > Math.max(ORPHANS_OF_CRASHES, this.#seen * MOST_OF_ALL);
    const isKept = this.#keepsOrphans || (isTooMany && count > mayForget);
    this.#refused = isKept && !this.#keepsOrphans ? count : 0;
    if (!isKept) {
      await this.#forget(this.#orphans, result);
    }
    this.#orphans = [];
  }

  async #forget(visitIds: string[], result: KeysMended): Promise<void> {
    if (visitIds.length > 0) {
      await this.keys.forget(visitIds);
      result.swept += visitIds.length;
    }
  }
}
