import { Injectable } from '@nestjs/common';
import { Clock, localDateOf } from '@tapaamo/common';
import type { DayKeyName } from '../key-store/day-key.js';
import { KeyStore } from '../key-store/key-store.js';
import { KeyDatabase } from '../keys/key-database.js';
import { VisitKeys, type VisitKey } from '../keys/visit-keys.js';
import { Punctures } from '../puncture/punctures.js';
import { KeyDamagedError } from '../vault.errors.js';

/** Keys that are read at once. */
const PAGE = 1_000;

/** After every change. */
const ALWAYS = new Date('9999-12-31T00:00:00Z');

/** The days of all keys. */
const DAYS = `SELECT DISTINCT organisation_id AS "organisationId", due_day::text AS "dueDay", generation FROM visit_key`;

/** What the key store knows to be destroyed takes no key, and those under it open nothing. */
const LEARN = `WITH known AS (
    SELECT organisation_id, due_day, generation
    FROM unnest($1::uuid[], $2::date[], $3::integer[]) AS t (organisation_id, due_day, generation)),
  days AS (
    INSERT INTO key_day (organisation_id, due_day, generation, state, destroyed_at)
    SELECT organisation_id, due_day, generation, 'destroyed', $4::timestamptz FROM known
    ON CONFLICT (organisation_id, due_day, generation)
      DO UPDATE SET state = 'destroyed', destroyed_at = EXCLUDED.destroyed_at WHERE key_day.state <> 'destroyed'),
  punctured AS (DELETE FROM puncture USING known WHERE puncture.organisation_id = known.organisation_id
    AND puncture.due_day = known.due_day AND puncture.generation = known.generation)
  DELETE FROM visit_key USING known WHERE visit_key.organisation_id = known.organisation_id
    AND visit_key.due_day = known.due_day AND visit_key.generation = known.generation`;

/** A visit whose key a hold has, or is to have. */
export interface HeldVisit {
  holdId: string;
  visitId: string;
  organisationId: string;
  /** Whether it has it yet. */
  isSealed: boolean;
}

const HELD = `SELECT hold_id AS "holdId", visit_id AS "visitId", organisation_id AS "organisationId",
    sealed_key IS NOT NULL AS "isSealed" FROM hold_key`;

/** Brings key database and key store together again after one of them was restored from an older copy. */
@Injectable()
export class KeyReconcile {
  constructor(
    private readonly keyDatabase: KeyDatabase,
    private readonly visitKeys: VisitKeys,
    private readonly punctures: Punctures,
    private readonly keyStore: KeyStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Each learns from the other what was destroyed: nothing of it comes back. The store is re-keyed where it had some.
   *
   * @throws KeysMissingError (`vault.keys-missing`)
   */
  async destroyAgain(): Promise<void> {
    const stored = await this.#destroyedInStore();
    await this.keyDatabase.query(LEARN, [
      stored.map(({ organisationId }) => organisationId),
      stored.map(({ dueDay }) => dueDay),
      stored.map(({ generation }) => generation),
      this.clock.now(),
    ]);
    const known = new Set(stored.map(textOf));
    for (const day of await this.visitKeys.destroyedDays()) {
      if (!known.has(textOf(day))) {
        await this.keyStore.destroy(day);
      }
    }
    if (await this.keyStore.isRekeyDue()) {
      await this.keyStore.rekey();
    }
  }

  /** All keys, page by page. */
  async *pages(): AsyncGenerator<VisitKey[]> {
    for (let page = await this.visitKeys.page(ALWAYS, null, PAGE); page.length > 0;) {
      yield page;
      page = await this.visitKeys.page(ALWAYS, page.at(-1)?.visitId ?? null, PAGE);
    }
  }

  /** The visits of some that have a key. */
  async withKey(visitIds: readonly string[]): Promise<Map<string, VisitKey>> {
    return new Map((await this.visitKeys.find(visitIds)).map((key) => [key.visitId, key]));
  }

  /** Ends keys of holds, with what is sealed to them. @throws KeysMissingError (`vault.keys-missing`) */
  async dropHeld(held: readonly HeldVisit[]): Promise<void> {
    const ids = held.map(({ holdId }) => holdId);
    await this.keyDatabase.query('DELETE FROM hold_key WHERE hold_id = ANY ($1)', [ids]);
  }

  /** All that holds have keys for. @throws KeysMissingError (`vault.keys-missing`) */
  heldVisits(): Promise<HeldVisit[]> {
    return this.keyDatabase.query<HeldVisit>(HELD);
  }

  /** Days that have keys of visits and whose day key is not there: nothing under them opens. @returns A question for each key. */
  async lostDays(): Promise<(key: DayKeyName) => boolean> {
    const lost = new Set<string>();
    for (const day of await this.keyDatabase.query<DayKeyName>(DAYS)) {
      const isThere = await this.keyStore.get(day).then(
        (key) => key !== null,
        (error: unknown) => {
          if (error instanceof KeyDamagedError) {
            return false;
          }
          throw error;
        },
      );
      if (!isThere) {
        lost.add(textOf(day));
      }
    }
    return (key) => lost.has(textOf(key));
  }

  /** Forgets keys that an older copy brought back, and has the day keys destroyed that open them there (`Punctures`). */
  async forget(keys: readonly VisitKey[]): Promise<void> {
    const now = this.clock.now();
    for (const organisationId of new Set(keys.map((key) => key.organisationId))) {
      const ids = keys
        .filter((key) => key.organisationId === organisationId)
        .map(({ visitId }) => visitId);
      await this.punctures.forget(organisationId, ids, { now, today: localDateOf(now) });
    }
  }

  /** Forgets keys of visits whose rows are lost: nobody asked for them to go before their day, so its day key stays. */
  async giveUp(keys: readonly VisitKey[]): Promise<void> {
    await this.visitKeys.forget(keys.map(({ visitId }) => visitId));
  }

  async #destroyedInStore(): Promise<DayKeyName[]> {
    const all: DayKeyName[] = [];
    for (const organisationId of await this.keyStore.organisations()) {
      all.push(...(await this.keyStore.destroyed(organisationId)));
    }
    return all;
  }
}

const textOf = ({ organisationId, dueDay, generation }: DayKeyName): string =>
  `${organisationId}|${dueDay}|${String(generation)}`;
