import { hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Randomness, localDateOf } from '@tapaamo/common';
import { isOpen, onceCommitted, onceUndone } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import type { EntityManager } from 'typeorm';
import { KEY_BYTES, sealBytes } from './envelope.js';
import { KeyStore } from './key-store/key-store.js';
import { DataKeys, type DamagedDays } from './keys/data-keys.js';
import { KeyMaker } from './keys/key-maker.js';
import { KeyWalk, type DueInstants, type KeysMended, type WalkWish } from './keys/key-walk.js';
import { VisitKeys, type VisitKey } from './keys/visit-keys.js';
import { openOrNull } from './keys/wrapped-key.js';
import { destroyPastDays, type PastDays } from './past-days.js';
import { Punctures } from './puncture/punctures.js';
import { Puncturing } from './puncture/puncturing.js';
import { VaultSealedError } from './vault.errors.js';

/** The only row an envelope can be opened in: bound to it as associated data. */
export interface EnvelopePlace {
  table: string;
  rowId: string;
}

/** Version of the sealed form; part of what is bound. */
const FORM = 'v1';

/** When visits are due by the main database, in the caller's scope: what it may not see is not opened. */
const DUE = 'SELECT id, purge_due_at AS "dueAt" FROM visit WHERE id = ANY($1)';

/**
 * Seals what identifies a client, and opens it for as long as the visit may be known.
 * A fresh data key per visit seals its envelopes; the day key of its organisation and due day seals the data key.
 *
 * Data keys are in the key database, a server of its own. The due instant of a visit in the main database is the truth, and
 * that of its key follows: it is never the later one for longer than a sweep needs, and reading goes by the earlier.
 */
@Injectable()
export class Vault {
  readonly #dataKeys: DataKeys;
  readonly #maker: KeyMaker;
  readonly #walk: KeyWalk;
  readonly #puncturing: Puncturing;
  /** Keys that transactions have made themselves: to seal a booking they need not be read again. */
  readonly #made = new WeakMap<EntityManager, Map<string, VisitKey>>();

  constructor(
    private readonly keyStore: KeyStore,
    private readonly visitKeys: VisitKeys,
    private readonly punctures: Punctures,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly logger: Logger,
  ) {
    this.#dataKeys = new DataKeys(keyStore, visitKeys);
    this.#maker = new KeyMaker(keyStore, visitKeys, clock, randomness);
    this.#puncturing = new Puncturing(
      { keyStore, visitKeys, punctures },
      this.#maker,
      clock,
      randomness,
    );
    this.#walk = new KeyWalk(visitKeys, clock, (key, dueAt) => this.#mend(key, dueAt));
  }

  /**
   * Makes a visit's data key. Comes before its first `seal`, and is there before the visit: of a booking that fails it is
   * taken back, and of one that is cut off it is swept. @param visit.dueAt - Instant of its purge (UTC).
   */
  async createVisitKey(
    tx: EntityManager,
    visit: { visitId: string; organisationId: string; dueAt: Date },
  ): Promise<void> {
    const key = await this.#maker.add(visit, this.randomness.bytes(KEY_BYTES));
    if (isOpen(tx)) {
      this.#made.set(tx, (this.#made.get(tx) ?? new Map<string, VisitKey>()).set(key.visitId, key));
    }
    onceUndone(tx, () => this.#takeBack(visit.visitId));
  }

  /**
   * Moves a visit to another due instant: its data key is sealed anew under the day key of that day. To an earlier instant
   * the key moves at once, to a later one when the caller's transaction is committed, so that nothing opens for longer than
   * either says. When it fails the visit stays where it was.
   *
   * @throws KeysMissingError (`vault.keys-missing`), also when the day key is damaged; VaultSealedError (`vault.sealed`)
   *   when the visit is forgotten or due, or its own key is damaged
   */
  async moveVisit(tx: EntityManager, visitId: string, dueAt: Date): Promise<void> {
    this.#made.get(tx)?.delete(visitId);
    const key = await this.#liveKey(tx, visitId);
    const dataKey = await this.#dataKeys.unwrap(key);
    if (dueAt <= key.dueAt) {
      await this.#maker.move(key, dataKey, dueAt);
      return;
    }
    // What could fail is tried before the visit moves.
    await this.#maker.tryDay(key.organisationId, dueAt);
    await onceCommitted(tx, async () => {
      await this.#maker.move(key, dataKey, dueAt).catch((error: unknown) => {
        this.logger.error('vault.key-not-moved', { visitId }, error);
      });
    });
  }

  /**
   * Seals a value (JSON) for one place.
   *
   * @throws VaultSealedError (`vault.sealed`) when the visit is forgotten or due.
   */
  async seal(
    tx: EntityManager,
    visitId: string,
    place: EnvelopePlace,
    value: object,
  ): Promise<Buffer> {
    const dataKey = await this.#dataKeys.unwrap(await this.#ownKey(tx, visitId));
    return sealBytes(this.randomness, dataKey, bind(place), Buffer.from(JSON.stringify(value)));
  }

  /**
   * Opens what was sealed for this place.
   *
   * @throws VaultSealedError (`vault.sealed`) when the visit is forgotten or due, or the envelope belongs elsewhere.
   */
  async open<T>(
    tx: EntityManager,
    visitId: string,
    place: EnvelopePlace,
    envelope: Buffer,
  ): Promise<T> {
    const dataKey = await this.#dataKeys.unwrap(await this.#liveKey(tx, visitId));
    const value = decode<T>(dataKey, place, envelope);
    if (value === null) {
      throw new VaultSealedError();
    }
    return value;
  }

  /**
   * Opens envelopes of many visits with one query to each database.
   *
   * @param damagedDays - As in `DamagedDays`: of what is hidden the function gives null.
   * @returns A function that opens one envelope, or gives null when its visit is forgotten or due or the envelope does not
   *   open: one that is damaged hides no other.
   * @throws KeysMissingError (`vault.keys-missing`)
   */
  async opener(
    tx: EntityManager,
    visitIds: string[],
    damagedDays: DamagedDays = 'refused',
  ): Promise<<T>(visitId: string, place: EnvelopePlace, envelope: Buffer) => T | null> {
    const now = this.clock.now();
    const [found, due] = await Promise.all([this.visitKeys.find(visitIds), dueOf(tx, visitIds)]);
    const keys = found.filter((key) => isLive(key, due.get(key.visitId), now));
    const dataKeys = await this.#dataKeys.unwrapMany(keys, damagedDays);
    return <T>(visitId: string, place: EnvelopePlace, envelope: Buffer) => {
      const dataKey = dataKeys.get(visitId);
      return dataKey === undefined ? null : decode<T>(dataKey, place, envelope);
    };
  }

  /**
   * A secret that the visit's data key brings forth for one place (HKDF-SHA-256, RFC 5869): the same each time, kept nowhere,
   * and gone with the key.
   *
   * @param generation - Another number gives another secret.
   * @returns 32 bytes.
   * @throws VaultSealedError (`vault.sealed`) when the visit is forgotten or due.
   */
  async secretFor(
    tx: EntityManager,
    visitId: string,
    place: EnvelopePlace,
    generation: number,
  ): Promise<Buffer> {
    const dataKey = await this.#dataKeys.unwrap(await this.#liveKey(tx, visitId));
    const purpose = `secret|${bind(place)}|${String(generation)}`;
    return Buffer.from(hkdfSync('sha256', dataKey, '', purpose, KEY_BYTES));
  }

  /**
   * Forgets visits: without its data key nothing of one opens again. First act of a purge, in one statement of the key
   * database, and done for good when it returns, whatever becomes of the caller's transaction. All or none.
   *
   * @throws KeysMissingError (`vault.keys-missing`)
   */
  async forgetVisits(visitIds: readonly string[]): Promise<void> {
    await this.visitKeys.forget(visitIds);
  }

  /**
   * Forgets visits before their time: their keys at once and for good, whatever becomes of the caller's transaction, and
   * with the next sweep every day key that an old copy of them opens with. The other visits of those days live on.
   */
  async puncture(
    tx: EntityManager,
    organisationId: string,
    visitIds: readonly string[],
  ): Promise<void> {
    visitIds.forEach((visitId) => this.#made.get(tx)?.delete(visitId));
    const now = this.clock.now();
    await this.punctures.forget(organisationId, visitIds, { now, today: localDateOf(now) });
  }

  /**
   * Destroys the day keys of past days whose visits are all forgotten, and those that are to go before their day, whose
   * visits live on under another. What cannot be destroyed stops nothing else.
   *
   * @returns How many were destroyed, how many past days still hold visits (each is late), and why others failed.
   */
  async destroyPastDays(): Promise<PastDays> {
    const punctured = await this.#puncturing.run(localDateOf(this.clock.now()));
    if (punctured.destroyed > 0 || punctured.moved > 0) {
      const { moved: count, damaged: failed } = punctured;
      this.logger.info('vault.days-punctured', { count, failed });
    }
    // The store is re-keyed once for all of them.
    const past = await destroyPastDays(this.visitKeys, this.keyStore, this.clock);
    return {
      ...past,
      destroyed: punctured.destroyed + past.destroyed,
      failures: [...punctured.failures, ...past.failures],
    };
  }

  /**
   * Mends what a crash between the two databases left: keys without a visit are forgotten after an hour, and a key whose due
   * instant is not its visit's gets that. Goes some way at each call, and through all keys every ten minutes at most.
   *
   * @param dueInstants - Of the visits that the main database has, of all organisations.
   * @param options.mayForget - As many keys without a visit are forgotten at any rate: somebody has looked what is the matter.
   * @param options.keepsOrphans - Keys without a visit stay until they are due.
   * @throws KeysMissingError (`vault.keys-missing`)
   */
  async mendKeys(dueInstants: DueInstants, options: WalkWish = {}): Promise<KeysMended> {
    return this.#walk.round(dueInstants, options);
  }

  /** Without the read guard: what the main database says counts. */
  async #mend(key: VisitKey, dueAt: Date): Promise<void> {
    await this.#maker.move(key, await this.#dataKeys.unwrap(key), dueAt);
  }

  /** One that stays is swept. */
  async #takeBack(visitId: string): Promise<void> {
    await this.visitKeys.forget([visitId]).catch(() => undefined);
  }

  /** The read guard: a visit that is due by either instant is refused here, worker or no worker. */
  async #liveKey(tx: EntityManager, visitId: string): Promise<VisitKey> {
    const [key, due] = await Promise.all([this.#keyOf(tx, visitId), dueOf(tx, [visitId])]);
    if (key === undefined || !isLive(key, due.get(visitId), this.clock.now())) {
      throw new VaultSealedError();
    }
    return key;
  }

  /** To seal with: the visit itself may be about to come. */
  async #ownKey(tx: EntityManager, visitId: string): Promise<VisitKey> {
    const key = await this.#keyOf(tx, visitId);
    if (key === undefined || key.dueAt <= this.clock.now()) {
      throw new VaultSealedError();
    }
    return key;
  }

  async #keyOf(tx: EntityManager, visitId: string): Promise<VisitKey | undefined> {
    return this.#made.get(tx)?.get(visitId) ?? (await this.visitKeys.find([visitId]))[0];
  }
}

function bind(place: EnvelopePlace): string {
  return `${place.table}|${place.rowId}|${FORM}`;
}

async function dueOf(tx: EntityManager, visitIds: string[]): Promise<Map<string, Date>> {
  const rows = await tx.query<{ id: string; dueAt: Date }[]>(DUE, [visitIds]);
  return new Map(rows.map(({ id, dueAt }) => [id, dueAt]));
}

/** A visit that the main database does not show to this caller is none. */
function isLive(key: VisitKey, dueAt: Date | undefined, now: Date): boolean {
  return dueAt !== undefined && dueAt > now && key.dueAt > now;
}

function decode<T>(dataKey: Buffer, place: EnvelopePlace, envelope: Buffer): T | null {
  const clear = openOrNull(dataKey, bind(place), envelope);
  return clear === null ? null : (JSON.parse(clear.toString()) as T);
}
