import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../infra/embedded-postgres/embedded-postgres.mjs';
import { FixedClock } from '../../../dist/libs/common/src/clock/clock.js';
import { SystemRandomness } from '../../../dist/libs/common/src/ids/ids.js';
import { openBytes, sealBytes } from '../../../dist/libs/vault/src/envelope.js';
import { FileKeyStore } from '../../../dist/libs/vault/src/key-store/file-key-store.js';
import { DataKeys } from '../../../dist/libs/vault/src/keys/data-keys.js';
import { KeyMaker } from '../../../dist/libs/vault/src/keys/key-maker.js';
import { migrateKeys } from '../../../dist/libs/vault/src/keys/migrate-keys.js';
import { PostgresVisitKeys } from '../../../dist/libs/vault/src/keys/postgres-visit-keys.js';
import { wrapKey } from '../../../dist/libs/vault/src/keys/wrapped-key.js';
import { destroyPastDays } from '../../../dist/libs/vault/src/past-days.js';
import { PostgresPunctures } from '../../../dist/libs/vault/src/puncture/postgres-punctures.js';
import { Puncturing } from '../../../dist/libs/vault/src/puncture/puncturing.js';
import { ratio, round } from '../support/figures.mjs';
import { newDataFolder, removeDataFolder } from '../support/product.mjs';
import { CLIENT } from '../support/sealed-client.mjs';

const NOW = '2027-02-10T08:00:00Z';
const DUE = {
  small: '2027-03-11T09:00:00Z',
  large: '2027-03-12T09:00:00Z',
  kept: '2027-04-10T09:00:00Z',
};
/** Days without any visit from here on. */
const FROM = '2027-05-01T08:00:00Z';
const MATES = 10_000;
const DAY_KEYS = 400;
const WRITTEN = 5_000;
const AT_ONCE = 16;
const PAGE = 500;
const ADD = `INSERT INTO visit_key (visit_id, organisation_id, due_at, due_day, generation, wrapped_key, created_at, changed_at)
  SELECT id, $2, $3, $4, 1, wrapped, now(), now() FROM unnest($1::uuid[], $5::bytea[]) AS t (id, wrapped)`;

/**
 * What keys cost, on a key database and a key store of the disk: the end of a day of many visits over that of a day of a
 * hundred; re-keying; a puncture; and envelopes written and read, over the same rows without any sealing.
 *
 * @param {{ visits?: number }} options
 */
export async function measureKeys({ visits = 100_000 }) {
  const folder = newDataFolder();
  const server = await startEmbeddedPostgres({
    directory: join(folder, 'keys'),
    durable: true,
    small: true,
  });
  const pool = new pg.Pool({ connectionString: server.url, max: AT_ONCE });
  // What fails says so where it is asked; a connection that ends with its server is no failure.
  pool.on('error', () => undefined);
  try {
    await migrateKeys({ KEY_DATABASE_URL: server.url, KEY_DATABASE_OWNER_URL: server.ownerUrl });
    await makeTable(server.ownerUrl);
    const store = join(folder, 'store');
    mkdirSync(store, { mode: 0o700 });
    return await measure(new Bench(pool, store), visits);
  } finally {
    await pool.end();
    await server.stop();
    removeDataFolder(folder);
  }
}

/** @param {Bench} bench @param {number} visits */
async function measure(bench, visits) {
  for (const [day, count] of Object.entries({ small: 100, large: visits })) {
    await bench.forget(await bench.putDay(DUE[day], count));
  }
  // One is past after the other. The smaller first, so that what is warm by then is to the advantage of none.
  const ends = {
    small: await bench.endOfDay(dayAfter(DUE.small)),
    large: await bench.endOfDay(dayAfter(DUE.large)),
  };
  bench.clock.set(NOW);

  const [first] = await bench.putDay(DUE.kept, MATES);
  const puncture = await bench.puncture(first, MATES - 1);
  const written = await bench.write(WRITTEN);
  const read = await bench.read(written.ids);
  await bench.putDayKeys(DAY_KEYS);
  const rekeyMs = await timed(() => bench.store.rekey());
  return {
    unit: 'ms, and a second',
    visits,
    dayEndMs: { small: round(ends.small), large: round(ends.large) },
    dayEndRatio: ratio(ends.large, ends.small),
    rekeyMs: round(rekeyMs),
    dayKeys: DAY_KEYS,
    puncture: round(puncture),
    write: {
      product: round(written.aSecond),
      floor: round(written.floor),
      ratio: ratio(written.floor, written.aSecond),
    },
    read: {
      product: round(read.aSecond),
      floor: round(read.floor),
      ratio: ratio(read.floor, read.aSecond),
    },
  };
}

class Bench {
  clock = new FixedClock(new Date(NOW));
  organisationId = randomUUID();
  #randomness = new SystemRandomness();
  #pool;

  /** @param {pg.Pool} pool @param {string} folder */
  constructor(pool, folder) {
    this.#pool = pool;
    const database = {
      query: async (text, values) => (await pool.query(text, values)).rows,
      transaction: (work) => inTransaction(pool, work),
    };
    this.store = new FileKeyStore(folder, this.#randomness);
    this.visitKeys = new PostgresVisitKeys(database);
    this.punctures = new PostgresPunctures(database);
    this.maker = new KeyMaker(this.store, this.visitKeys, this.clock, this.#randomness);
  }

  /** Keys of visits that are due at an instant, as booking makes them. @returns Ids of the visits. */
  async putDay(dueAt, count) {
    const { organisationId } = this;
    // The first is made by the product, and with it the day and its key.
    const first = await this.maker.add(
      { visitId: randomUUID(), organisationId, dueAt: new Date(dueAt) },
      randomBytes(32),
    );
    const dayKey = await this.store.get(first);
    const keys = Array.from({ length: count - 1 }, () =>
      wrapKey(this.#randomness, dayKey, { ...first, visitId: randomUUID() }, randomBytes(32)),
    );
    const ids = keys.map(({ visitId }) => visitId);
    const wrapped = keys.map(({ wrappedKey }) => wrappedKey);
    await this.#pool.query(ADD, [ids, organisationId, first.dueAt, first.dueDay, wrapped]);
    await this.#pool.query('ANALYZE visit_key');
    return [first.visitId, ...ids];
  }

  async forget(ids) {
    for (let from = 0; from < ids.length; from += PAGE) {
      await this.visitKeys.forget(ids.slice(from, from + PAGE));
    }
  }

  /** Milliseconds that the end of the only day takes that is past by then: seen to be empty, destroyed, all else re-keyed. */
  async endOfDay(now) {
    this.clock.set(now);
    let result;
    const ms = await timed(async () => {
      result = await destroyPastDays(this.visitKeys, this.store, this.clock);
    });
    if (result.destroyed !== 1 || result.failures.length > 0) {
      throw new Error(`A day was to end: ${JSON.stringify(result)}`);
    }
    return ms;
  }

  /** Keys a second that move to the day's next generation while one of them goes. */
  async puncture(visitId, mates) {
    const now = this.clock.now();
    const today = now.toISOString().slice(0, 10);
    await this.punctures.forget(this.organisationId, [visitId], { now, today });
    const { store: keyStore, visitKeys, punctures } = this;
    const puncturing = new Puncturing(
      { keyStore, visitKeys, punctures },
      this.maker,
      this.clock,
      this.#randomness,
    );
    let result;
    const ms = await timed(async () => (result = await puncturing.run(today)));
    if (result.moved !== mates || result.destroyed !== 1) {
      throw new Error(`Keys were to move: ${JSON.stringify(result)}`);
    }
    return (mates / ms) * 1_000;
  }

  /** Envelopes written a second, each with a key of its own, some at once; the floor writes the same rows and seals nothing. */
  async write(count) {
    const insert = 'INSERT INTO written VALUES ($1, $2)';
    const { organisationId } = this;
    const dueAt = new Date(DUE.kept);
    const ids = Array.from({ length: count }, () => randomUUID());
    const product = await timed(() =>
      someAtOnce(ids, async (visitId) => {
        const dataKey = randomBytes(32);
        await this.maker.add({ visitId, organisationId, dueAt }, dataKey);
        await this.#pool.query(insert, [
          visitId,
          sealBytes(this.#randomness, dataKey, placeOf(visitId), CLIENT),
        ]);
      }),
    );
    const day = dueAt.toISOString().slice(0, 10);
    const floor = await timed(() =>
      someAtOnce(ids, async () => {
        const id = randomUUID();
        await this.#pool.query(ADD, [[id], organisationId, dueAt, day, [randomBytes(60)]]);
        await this.#pool.query(insert, [id, CLIENT]);
      }),
    );
    return { ids, aSecond: (count / product) * 1_000, floor: (count / floor) * 1_000 };
  }

  /** Envelopes read a second, a page of them at a time; the floor reads the same rows and opens nothing. */
  async read(ids) {
    const dataKeys = new DataKeys(this.store, this.visitKeys);
    const rows = async (some) =>
      (await this.#pool.query('SELECT * FROM written WHERE visit_id = ANY ($1)', [some])).rows;
    let opened = 0;
    const product = await timed(() =>
      eachPage(ids, async (some) => {
        const [keys, envelopes] = await Promise.all([this.visitKeys.find(some), rows(some)]);
        const found = await dataKeys.unwrapMany(keys, 'refused');
        for (const { visit_id: visitId, envelope } of envelopes) {
          JSON.parse(openBytes(found.get(visitId), placeOf(visitId), envelope).toString());
          opened += 1;
        }
      }),
    );
    if (opened !== ids.length) {
      throw new Error(`${opened} of ${ids.length} envelopes opened.`);
    }
    const floor = await timed(() =>
      eachPage(ids, (some) => Promise.all([this.visitKeys.find(some), rows(some)])),
    );
    return { aSecond: (opened / product) * 1_000, floor: (opened / floor) * 1_000 };
  }

  /** Day keys of as many days ahead. */
  async putDayKeys(count) {
    for (let ahead = 1; ahead <= count; ahead += 1) {
      const dueDay = new Date(Date.parse(FROM) + ahead * 86_400_000).toISOString().slice(0, 10);
      await this.store.getOrCreate({ organisationId: this.organisationId, dueDay, generation: 1 });
    }
  }
}

/** Where envelopes are written, which in the product are in the main database. */
async function makeTable(connectionString) {
  const owner = new pg.Client({ connectionString });
  await owner.connect();
  await owner.query(
    `CREATE TABLE written (visit_id uuid PRIMARY KEY, envelope bytea); GRANT ALL ON written TO PUBLIC`,
  );
  await owner.end();
}

const dayAfter = (instant) => new Date(Date.parse(instant) + 86_400_000);

const placeOf = (id) => `participant|${id}|v1`;

async function timed(act) {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

async function eachPage(ids, act) {
  for (let from = 0; from < ids.length; from += PAGE) {
    await act(ids.slice(from, from + PAGE));
  }
}

async function someAtOnce(ids, act) {
  const left = [...ids];
  const lane = async () => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      await act(id);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

async function inTransaction(pool, work) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } finally {
    client.release();
  }
}
