import type { OnModuleInit } from '@nestjs/common';
import { addDays, localDateOf, type Clock } from '@tapaamo/common';
import type { AboutKeyStore } from '@tapaamo/contracts';
import type { Logger } from '@tapaamo/logging';
import type { DataSource, EntityManager } from 'typeorm';
import {
  DayKeyDestroyedError,
  KeyDamagedError,
  KeysMissingError,
  KeyStoreUnavailableError,
} from '../vault.errors.js';
import { KeyStoreRow } from './key-store-row.entity.js';
import type { DayKeyName } from './day-key.js';
import { KeyStore, type LostKeys, type RestoredKeys } from './key-store.js';

/**
 * The key store that belongs to this database, and no other: an empty folder in its place (a volume that is not mounted,
 * a wrong path) must not look like keys that were destroyed, and nobody may seal anything under the keys of another.
 * Whatever else goes wrong with it is an outage too, and is logged here with its cause.
 */
export class KnownKeyStore extends KeyStore implements OnModuleInit {
  #expected: string | null = null;
  #asking: Promise<void> | null = null;

  constructor(
    private readonly store: KeyStore,
    private readonly dataSource: DataSource,
    private readonly logger: Logger,
    private readonly clock: Clock,
  ) {
    super();
  }

  override get about(): AboutKeyStore {
    return this.store.about;
  }

  /** Asked at the start: later it would take a second connection in the middle of a transaction. */
  async onModuleInit(): Promise<void> {
    await this.#expectation();
  }

  override async getOrCreate(name: DayKeyName): Promise<Buffer> {
    await this.#makeSure();
    return this.#answer(this.store.getOrCreate(name));
  }

  /** A key that is there opens what it sealed; only one that cannot be had may be missing instead of destroyed. */
  override async get(name: DayKeyName): Promise<Buffer | null> {
    const key = await this.#answer(this.store.get(name)).catch(async (error: unknown) => {
      await this.#makeSure();
      throw error;
    });
    if (key === null) {
      await this.#makeSure();
    }
    return key;
  }

  override async destroy(name: DayKeyName): Promise<void> {
    await this.#makeSure();
    await this.#alone(() => this.store.destroy(name));
  }

  override async organisations(): Promise<string[]> {
    await this.#makeSure();
    return this.#answer(this.store.organisations());
  }

  override async listBefore(organisationId: string, day: string): Promise<DayKeyName[]> {
    await this.#makeSure();
    return this.#answer(this.store.listBefore(organisationId, day));
  }

  override async destroyed(organisationId: string): Promise<DayKeyName[]> {
    await this.#makeSure();
    return this.#answer(this.store.destroyed(organisationId));
  }

  /** Only for the store that belongs here, in a place that is empty or its own. @throws KeysMissingError */
  override async restore(lost: LostKeys): Promise<RestoredKeys> {
    const expected = await this.#expectation();
    if (lost.store !== expected || ![null, expected].includes(await this.identity())) {
      throw new KeysMissingError();
    }
    return this.#alone(() => this.store.restore(lost));
  }

  override async rekey(): Promise<Map<string, number>> {
    await this.#makeSure();
    return this.#alone(async (tx) => {
      const begunAt = this.clock.now();
      const counts = await this.store.rekey();
      // Cut off before it stands here, it is done once more.
      await tx.update(KeyStoreRow, { onlyOne: true }, { rekeyedAt: begunAt });
      return counts;
    });
  }

  override async rekeyedAt(): Promise<Date | null> {
    return (await this.#row())?.rekeyedAt ?? null;
  }

  override async mark(): Promise<string | null | undefined> {
    const mark = await this.#answer(this.store.mark());
    // An engine that keeps none is not asked for its name every other second.
    if (mark !== undefined) {
      await this.#makeSure();
    }
    return mark;
  }

  override async setMark(content: string): Promise<void> {
    await this.#makeSure();
    return this.#answer(this.store.setMark(content));
  }

  /** Once a local day too. Two processes whose clocks differ a little do not take turns at midnight. */
  override async isRekeyDue(): Promise<boolean> {
    await this.#makeSure();
    const today = localDateOf(this.clock.now());
    const day = localDateOf((await this.rekeyedAt()) ?? new Date(0));
    const isOfToday = day === today || day === addDays(today, 1);
    return !isOfToday || this.#answer(this.store.isRekeyDue());
  }

  /**
   * One process at a time: the database lets a second one wait. A day key that were destroyed in the middle of re-keying
   * could leave traces under the root key that stays.
   */
  #alone<T>(act: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (tx) => {
      // It only keeps others out while files are written: on a slow disk that may take longer than any other pause.
      await tx.query('SET LOCAL idle_in_transaction_session_timeout = 0');
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('tapaamo key store'))`);
      return this.#answer(act(tx));
    });
  }

  override identity(): Promise<string | null> {
    return this.#answer(this.store.identity());
  }

  override initialise(): Promise<string> {
    return this.#answer(this.store.initialise());
  }

  /** What the store says. @throws DayKeyDestroyedError; else KeysMissingError and its kinds, whatever the store throws */
  async #answer<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof DayKeyDestroyedError) {
        throw error;
      }
      const event =
        error instanceof KeyDamagedError ? 'vault.day-key-damaged' : 'vault.key-store-failed';
      const cause = error instanceof KeyStoreUnavailableError ? error.cause : error;
      this.logger.error(event, {}, cause ?? error);
      throw error instanceof KeysMissingError ? error : new KeyStoreUnavailableError(error);
    }
  }

  /** Looked at each time, and a small file it is: a volume can go and come back while we run. */
  async #makeSure(): Promise<void> {
    if ((await this.identity()) !== (await this.#expectation())) {
      this.#askAgain();
      throw new KeysMissingError();
    }
  }

  async #expectation(): Promise<string> {
    this.#expected ??= await this.#ask();
    return this.#expected;
  }

  /**
   * The operator may have given up a lost store for another meanwhile. Nobody waits for the answer: callers are in the
   * middle of transactions, and together they would take every connection there is. The next one has it.
   */
  #askAgain(): void {
    this.#asking ??= this.#ask()
      .then((expected) => {
        this.#expected = expected;
      })
      .catch(() => undefined)
      .finally(() => {
        this.#asking = null;
      });
  }

  async #ask(): Promise<string> {
    return (await this.#row())?.identity ?? (await this.#introduce());
  }

  #row(): Promise<KeyStoreRow | null> {
    return this.dataSource.manager.findOneBy(KeyStoreRow, { onlyOne: true });
  }

  /** The first use of a new database: the store that is there, made if there is none, is its store from now on. */
  async #introduce(): Promise<string> {
    const identity = await this.initialise();
    await this.dataSource
      .createQueryBuilder()
      .insert()
      .into(KeyStoreRow)
      .values({ onlyOne: true, identity })
      .orIgnore()
      .execute();
    // Another process may have been first, with another store.
    return (await this.#row())?.identity ?? identity;
  }
}
