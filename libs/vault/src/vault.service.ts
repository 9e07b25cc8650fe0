import { hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Randomness, localDateOf } from '@tapaamo/common';
import type { OrganisationScope } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';
import { KEY_BYTES, openBytes, sealBytes } from './envelope.js';
import type { DayKeyName } from './key-store/day-key.js';
import { KeyStore } from './key-store/key-store.js';
import { destroyPastDays, type PastDays } from './past-days.js';
import { DayKeyDestroyedError, KeyDamagedError, VaultSealedError } from './vault.errors.js';
import { VisitKey } from './visit-key.entity.js';

/** The only row an envelope can be opened in: bound to it as associated data. */
export interface EnvelopePlace {
  table: string;
  rowId: string;
}

/** Version of the sealed form; part of what is bound. */
const FORM = 'v1';

/** Day keys that are read at the same time. */
const READ_AT_ONCE = 16;

type WrappedKey = Omit<VisitKey, 'createdAt'>;

/** As plain rows: a search opens thousands, and making an entity of each takes as long as opening it. */
const KEYS = `SELECT visit_id AS "visitId", organisation_id AS "organisationId", due_at AS "dueAt",
    due_day::text AS "dueDay", generation, wrapped_key AS "wrappedKey"
  FROM visit_key WHERE visit_id = ANY($1)`;

/**
 * Seals what identifies a client, and opens it for as long as the visit may be known.
 * A fresh data key per visit seals its envelopes; the day key of its organisation and due day seals the data key.
 */
@Injectable()
export class Vault {
  constructor(
    private readonly keyStore: KeyStore,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Makes a visit's data key. Comes before its first `seal`. @param visit.dueAt - Instant of its purge (UTC). */
  async createVisitKey(
    tx: EntityManager,
    visit: { visitId: string; organisationId: string; dueAt: Date },
  ): Promise<void> {
    await tx.insert(VisitKey, await this.#wrap(visit, this.randomness.bytes(KEY_BYTES)));
  }

  /**
   * Moves a visit to another due instant: its data key is sealed anew under the day key of that day. When that fails the
   * visit stays where it was.
   *
   * @throws KeysMissingError (`vault.keys-missing`), also when the day key is damaged; VaultSealedError (`vault.sealed`)
   *   when the visit is forgotten or due, or its own key is damaged
   */
  async moveVisit(tx: EntityManager, visitId: string, dueAt: Date): Promise<void> {
    const row = await this.#liveKey(tx, visitId);
    const dataKey = await this.#unwrap(row);
    const moved = await this.#wrap({ visitId, organisationId: row.organisationId, dueAt }, dataKey);
    await tx.delete(VisitKey, { visitId });
    await tx.insert(VisitKey, moved);
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
    const dataKey = await this.#unwrap(await this.#liveKey(tx, visitId));
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
    const dataKey = await this.#unwrap(await this.#liveKey(tx, visitId));
    const value = decode<T>(dataKey, place, envelope);
    if (value === null) {
      throw new VaultSealedError();
    }
    return value;
  }

  /**
   * Opens envelopes of many visits with one query.
   *
   * @param damagedDays - What of visits whose day key is damaged: `refused` throws, `hidden` gives null for them, for lists
   *   that tell a visit that does not open from one that is due.
   * @returns A function that opens one envelope, or gives null when its visit is forgotten or due or the envelope does not
   *   open: one that is damaged hides no other.
   * @throws KeysMissingError (`vault.keys-missing`)
   */
  async opener(
    tx: EntityManager,
    visitIds: string[],
    damagedDays: 'refused' | 'hidden' = 'refused',
  ): Promise<<T>(visitId: string, place: EnvelopePlace, envelope: Buffer) => T | null> {
    const now = this.clock.now();
    const found = await tx.query<WrappedKey[]>(KEYS, [visitIds]);
    const rows = found.filter(({ dueAt }) => dueAt > now);
    const dayKeys = await this.#dayKeys(rows, damagedDays);
    const dataKeys = new Map<string, Buffer>();
    for (const row of rows) {
      const dataKey = unwrap(dayKeys.get(bucketOf(row)) ?? null, row);
      if (dataKey !== null) {
        dataKeys.set(row.visitId, dataKey);
      }
    }
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
    const dataKey = await this.#unwrap(await this.#liveKey(tx, visitId));
    const purpose = `secret|${bind(place)}|${String(generation)}`;
    return Buffer.from(hkdfSync('sha256', dataKey, '', purpose, KEY_BYTES));
  }

  /** Forgets a visit: without its data key nothing of it opens again. First act of a purge. */
  async forgetVisit(tx: EntityManager, visitId: string): Promise<void> {
    await tx.delete(VisitKey, { visitId });
  }

  /**
   * Destroys the day keys of past days whose visits are all forgotten. What cannot be destroyed stops nothing else.
   *
   * @returns How many were destroyed, how many past days still hold visits (each is late), and why others failed.
   */
  async destroyPastDays(scope: OrganisationScope): Promise<PastDays> {
    return destroyPastDays(scope, this.keyStore, localDateOf(this.clock.now()));
  }

  /** A visit's data key, sealed under the day key of its due day. */
  async #wrap(
    visit: { visitId: string; organisationId: string; dueAt: Date },
    dataKey: Buffer,
  ): Promise<VisitKey> {
    const { visitId, organisationId, dueAt } = visit;
    const { generation, dayKey } = await this.#sealingKey(organisationId, localDateOf(dueAt));
    const name = { visitId, organisationId, dueDay: localDateOf(dueAt), generation };
    const wrappedKey = sealBytes(this.randomness, dayKey, wrapPlace(name), dataKey);
    return { ...name, dueAt, wrappedKey, createdAt: this.clock.now() };
  }

  /** The day's first generation that is not destroyed. A day is reached again when a clock is set back, for one. */
  async #sealingKey(
    organisationId: string,
    dueDay: string,
  ): Promise<{ generation: number; dayKey: Buffer }> {
    for (let generation = 1; ; generation += 1) {
      try {
        const dayKey = await this.keyStore.getOrCreate({ organisationId, dueDay, generation });
        return { generation, dayKey };
      } catch (error) {
        if (!(error instanceof DayKeyDestroyedError)) {
          throw error;
        }
      }
    }
  }

  /** The read guard: a visit that is due is refused here, worker or no worker. */
  async #liveKey(tx: EntityManager, visitId: string): Promise<VisitKey> {
    const row = await tx.findOneBy(VisitKey, { visitId });
    if (row === null || row.dueAt <= this.clock.now()) {
      throw new VaultSealedError();
    }
    return row;
  }

  async #unwrap(row: VisitKey): Promise<Buffer> {
    const dataKey = unwrap(await this.keyStore.get(row), row);
    if (dataKey === null) {
      throw new VaultSealedError();
    }
    return dataKey;
  }

  /** The day keys of many visits, by bucket. A year's bookings have hundreds: they are read some at a time. */
  async #dayKeys(
    rows: readonly WrappedKey[],
    damaged: 'refused' | 'hidden',
  ): Promise<Map<string, Buffer | null>> {
    const buckets = [...new Map(rows.map((row) => [bucketOf(row), row]))];
    const dayKeys = new Map<string, Buffer | null>();
    for (let index = 0; index < buckets.length; index += READ_AT_ONCE) {
      const some = buckets.slice(index, index + READ_AT_ONCE);
      const keys = await Promise.all(some.map(([, row]) => this.#dayKey(row, damaged)));
      some.forEach(([bucket], place) => dayKeys.set(bucket, keys[place] ?? null));
    }
    return dayKeys;
  }

  async #dayKey(name: DayKeyName, damaged: 'refused' | 'hidden'): Promise<Buffer | null> {
    try {
      return await this.keyStore.get(name);
    } catch (error) {
      if (damaged === 'hidden' && error instanceof KeyDamagedError) {
        return null;
      }
      throw error;
    }
  }
}

/** Visits of one bucket have one day key. */
function bucketOf({ organisationId, dueDay, generation }: DayKeyName): string {
  return `${organisationId}|${dueDay}|${String(generation)}`;
}

function bind(place: EnvelopePlace): string {
  return `${place.table}|${place.rowId}|${FORM}`;
}

function wrapPlace(
  name: Pick<VisitKey, 'visitId' | 'organisationId' | 'dueDay' | 'generation'>,
): string {
  return `visit_key|${name.visitId}|${name.organisationId}|${name.dueDay}|${String(name.generation)}`;
}

/** The visit's data key; null when its day key is destroyed or is not the one that sealed it here. */
function unwrap(dayKey: Buffer | null, row: Omit<WrappedKey, 'dueAt'>): Buffer | null {
  return dayKey === null ? null : openOrNull(dayKey, wrapPlace(row), row.wrappedKey);
}

function decode<T>(dataKey: Buffer, place: EnvelopePlace, envelope: Buffer): T | null {
  const clear = openOrNull(dataKey, bind(place), envelope);
  return clear === null ? null : (JSON.parse(clear.toString()) as T);
}

function openOrNull(key: Buffer, place: string, sealed: Buffer): Buffer | null {
  try {
    return openBytes(key, place, sealed);
  } catch {
    return null;
  }
}
