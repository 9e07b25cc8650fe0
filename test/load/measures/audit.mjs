import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { median, ratio, round } from '../support/figures.mjs';

const ROUNDS = 3;
const WINDOW_MS = 1_500;
const PARALLEL = 8;

const APPEND = `SELECT audit_append($1, $2, now(), 'system', NULL, 'forgetting.swept', NULL, NULL, '{}', NULL, NULL,
  '{"erased":1,"failed":0}')`;
const INSERT = 'INSERT INTO bench_floor VALUES ($1, $2, now(), $3)';

/**
 * Entries that the audit log takes a second, each in a transaction of its own in its organisation's scope: one writer,
 * and several in one organisation, who wait for each other because the log is a chain. The floor is a plain insert of a
 * row as long, by as many writers.
 *
 * @param {import('../bench-context.mjs').BenchContext} context
 */
export async function measureAudit({ product }) {
  const owner = new pg.Client({ connectionString: product.databaseUrl('postgres') });
  await owner.connect();
  const { rows } = await owner.query('SELECT id FROM organisation LIMIT 1');
  await owner.query(
    'CREATE TABLE bench_floor (organisation_id uuid, id uuid PRIMARY KEY, at timestamptz, hash bytea)',
  );
  await owner.query('GRANT INSERT ON bench_floor TO tapaamo_app');
  const organisationId = rows[0].id;
  const writers = await Promise.all(
    Array.from({ length: PARALLEL }, async () => {
      const client = new pg.Client({ connectionString: product.databaseUrl('tapaamo_app') });
      await client.connect();
      return client;
    }),
  );
  const acts = {
    append: (client) => client.query(APPEND, [organisationId, randomUUID()]),
    insert: (client) => client.query(INSERT, [organisationId, randomUUID(), randomBytes(200)]),
  };
  /** @type {Record<string, number[]>} */
  const rates = { append1: [], insert1: [], append8: [], insert8: [] };
  try {
    for (let count = 0; count < ROUNDS; count += 1) {
      for (const [kind, act] of Object.entries(acts)) {
        rates[`${kind}1`].push(await aSecond(writers.slice(0, 1), organisationId, act));
        rates[`${kind}8`].push(await aSecond(writers, organisationId, act));
      }
    }
  } finally {
    await Promise.all(writers.map((client) => client.end()));
    await owner.query('DROP TABLE bench_floor');
    await owner.end();
  }
  const of = (kind) => round(median(rates[kind]));
  return {
    unit: 'a second',
    one: {
      append: of('append1'),
      insert: of('insert1'),
      ratio: ratio(of('insert1'), of('append1')),
    },
    eight: {
      append: of('append8'),
      insert: of('insert8'),
      ratio: ratio(of('insert8'), of('append8')),
    },
  };
}

/** How often a second so many writers do something, each time in a transaction in the organisation's scope. */
async function aSecond(writers, organisationId, act) {
  const begun = performance.now();
  let count = 0;
  await Promise.all(
    writers.map(async (client) => {
      while (performance.now() - begun < WINDOW_MS) {
        await client.query('START TRANSACTION');
        await client.query('SELECT set_config($1, $2, true)', [
          'tapaamo.organisation',
          organisationId,
        ]);
        await act(client);
        await client.query('COMMIT');
        count += 1;
      }
    }),
  );
  return count / ((performance.now() - begun) / 1000);
}
