import type { Randomness } from '@tapaamo/common';
import type { Config } from '@tapaamo/config';
import pg from 'pg';
import type { DayKeyName } from '../key-store/day-key.js';
import type { KeyStore } from '../key-store/key-store.js';
import { KeyDamagedError, KeysMissingError } from '../vault.errors.js';
import type { VisitKey } from './visit-keys.js';
import { unwrapKey, wrapKey } from './wrapped-key.js';

/** Keys that are moved at once. */
const BATCH = 1_000;

/** A key as the main database had it. */
type OldKey = VisitKey & { createdAt: Date };

/** What came of moving the keys of an installation. */
export interface KeysMoved {
  moved: number;
  /** Of these, how many opened nothing before either: moved as they are. */
  damaged: number;
}

/**
 * Moves the keys of visits of an installation that had them in its main database, before that database's migrations take
 * the table away. Each is opened, bound to its due instant and read back; the main database lets go of a batch when the key
 * database has committed it, so that a run that was cut off is finished by the next. Old copies and the write-ahead log of
 * the main database hold what it had until they expire.
 *
 * Nothing else may run meanwhile.
 *
 * @throws KeysMissingError (`vault.keys-missing`) when the key store is away or is another installation's
 */
export async function moveKeys(
  config: Config,
  keyStore: KeyStore,
  randomness: Randomness,
): Promise<KeysMoved> {
  const main = new pg.Client({
    connectionString: config.DATABASE_OWNER_URL,
    options: '-c tapaamo.scope=installation',
  });
  const keys = new pg.Client({ connectionString: config.KEY_DATABASE_OWNER_URL });
  const moved: KeysMoved = { moved: 0, damaged: 0 };
  await main.connect();
  try {
    await keys.connect();
    if (!(await hasKeys(main))) {
      return moved;
    }
    await makeSure(main, keyStore);
    const rewrap = rewrapper(keyStore, randomness, moved);
    for (let batch = await nextBatch(main); batch.length > 0; batch = await nextBatch(main)) {
      await put(keys, await Promise.all(batch.map(rewrap)));
      const ids = batch.map(({ visitId }) => visitId);
      await main.query('DELETE FROM visit_key WHERE visit_id = ANY($1)', [ids]);
      moved.moved += batch.length;
    }
    return moved;
  } finally {
    await main.end();
    await keys.end();
  }
}

async function hasKeys(main: pg.Client): Promise<boolean> {
  const { rows } = await main.query<{ is: boolean }>(
    "SELECT to_regclass('visit_key') IS NOT NULL AS is",
  );
  if (rows[0]?.is !== true) {
    return false;
  }
  return (await main.query('SELECT FROM visit_key LIMIT 1')).rowCount === 1;
}

/** An empty folder in the place of the key store must not look like keys that are damaged. */
async function makeSure(main: pg.Client, keyStore: KeyStore): Promise<void> {
  const { rows } = await main.query<{ identity: string }>('SELECT identity FROM key_store');
  if (rows[0] !== undefined && rows[0].identity !== (await keyStore.identity())) {
    throw new KeysMissingError();
  }
}

async function nextBatch(main: pg.Client): Promise<OldKey[]> {
  const { rows } = await main.query<OldKey>(
    `SELECT visit_id AS "visitId", organisation_id AS "organisationId", due_at AS "dueAt", due_day::text AS "dueDay",
       generation, wrapped_key AS "wrappedKey", created_at AS "createdAt" FROM visit_key ORDER BY visit_id LIMIT ${String(BATCH)}`,
  );
  return rows;
}

function rewrapper(keyStore: KeyStore, randomness: Randomness, counts: KeysMoved) {
  const dayKeys = new Map<string, Promise<Buffer | null>>();
  const dayKeyOf = (name: DayKeyName): Promise<Buffer | null> => {
    const place = `${name.organisationId}|${name.dueDay}|${String(name.generation)}`;
    const known = dayKeys.get(place) ?? keyStore.get(name).catch(nullWhenDamaged);
    dayKeys.set(place, known);
    return known;
  };
  return async (old: OldKey): Promise<OldKey> => {
    const dayKey = await dayKeyOf(old);
    const dataKey = unwrapKey(dayKey, old);
    if (dayKey === null || dataKey === null) {
      counts.damaged += 1;
      return old;
    }
    const key = wrapKey(randomness, dayKey, old, dataKey);
    if (key.dueDay !== old.dueDay) {
      // The rules of local time have changed since: it stays with the day whose key sealed it.
      return old;
    }
    if (unwrapKey(dayKey, key)?.equals(dataKey) !== true) {
      throw new Error('A key does not open after it was wrapped anew.');
    }
    return { ...key, createdAt: old.createdAt };
  };
}

/** A damaged day key may be mended from where it is kept; the keys under it go along for that day. */
function nullWhenDamaged(error: unknown): null {
  if (error instanceof KeyDamagedError) {
    return null;
  }
  throw error;
}

/** All of a batch or none, read back before it counts. A batch that is there already was moved by a run that was cut off. */
async function put(keys: pg.Client, batch: OldKey[]): Promise<void> {
  const column = <T>(of: (key: OldKey) => T): T[] => batch.map(of);
  await keys.query('BEGIN');
  await keys.query(
    `INSERT INTO key_day SELECT DISTINCT o, d, g, 'live' FROM unnest($1::uuid[], $2::date[], $3::integer[]) AS t (o, d, g)
     ON CONFLICT DO NOTHING`,
    [
      column(({ organisationId }) => organisationId),
      column(({ dueDay }) => dueDay),
      column(({ generation }) => generation),
    ],
  );
  await keys.query(
    `INSERT INTO visit_key (visit_id, organisation_id, due_at, due_day, generation, wrapped_key, created_at, changed_at)
     SELECT v, o, a, d, g, w, c, c FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::date[], $5::integer[], $6::bytea[],
       $7::timestamptz[]) AS t (v, o, a, d, g, w, c)
     ON CONFLICT DO NOTHING`,
    [
      column(({ visitId }) => visitId),
      column(({ organisationId }) => organisationId),
      column(({ dueAt }) => dueAt),
      column(({ dueDay }) => dueDay),
      column(({ generation }) => generation),
      column(({ wrappedKey }) => wrappedKey),
      column(({ createdAt }) => createdAt),
    ],
  );
  const { rowCount } = await keys.query('SELECT FROM visit_key WHERE visit_id = ANY($1)', [
    column(({ visitId }) => visitId),
  ]);
  if (rowCount !== batch.length) {
    throw new Error('Not all keys of visits came to the key database.');
  }
  await keys.query('COMMIT');
}
