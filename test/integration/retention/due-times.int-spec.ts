import fc from 'fast-check';
import { purgeDueAt } from '@tapaamo/retention';
import pg from 'pg';
import { arbitraryInstant } from '../../support/arbitrary-instant.js';
import { monthsLater } from '../../support/helsinki-by-intl.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const PERIODS = ['P1M', 'P14D', 'P3M', 'P1Y'] as const;
const SAMPLES = 4_000;

/**
 * The rule in PostgreSQL's own calendar, which shares neither code nor time zone data with the product. In a repeated hour
 * PostgreSQL takes the later instant, and it moves a skipped one ahead: the hour before is the one of the rule there.
 */
const DUE = `SELECT CASE
    WHEN late AT TIME ZONE 'Europe/Helsinki' <> wall
      OR (late - interval '1 hour') AT TIME ZONE 'Europe/Helsinki' = wall
    THEN late - interval '1 hour' ELSE late END AS due
  FROM unnest($1::timestamptz[], $2::interval[]) WITH ORDINALITY AS sample (at, period, place),
  LATERAL (SELECT (at AT TIME ZONE 'Europe/Helsinki') + period AS wall) AS local,
  LATERAL (SELECT wall AT TIME ZONE 'Europe/Helsinki' AS late) AS instant
  ORDER BY place`;

describe('a due time', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const dueBySql = async (samples: readonly (readonly [Date, string])[]): Promise<Date[]> => {
    const values = [samples.map(([at]) => at), samples.map(([, period]) => period)];
    const { rows } = await client.query<{ due: Date }>(DUE, values);
    return rows.map(({ due }) => due);
  };

  const dueByProduct = (samples: readonly (readonly [Date, string])[]): Date[] =>
    samples.map(([scheduledEnd, period]) =>
      purgeDueAt({ period }, { scheduledEnd, actualEnd: null }),
    );

  it.each(['UTC', 'Europe/Helsinki', 'America/New_York'])(
    'is what PostgreSQL reckons in Helsinki, in a session of %s',
    async (zone) => {
      await client.query(`SET TimeZone TO '${zone}'`);
      const arbitrary = fc.tuple(arbitraryInstant, fc.constantFrom(...PERIODS));
      const samples = fc.sample(arbitrary, SAMPLES);
      const own = dueByProduct(samples);
      const wrong = (await dueBySql(samples)).flatMap((due, index) => {
        const mine = own[index];
        return mine?.getTime() === due.getTime() ? [] : [[samples[index], mine, due]];
      });
      expect(wrong.slice(0, 5)).toEqual([]);
    },
    60_000,
  );

  it('is the same by both oracles for every half hour of a year', async () => {
    const from = Date.UTC(2026, 8, 1);
    const samples = Array.from(
      { length: 2 * 24 * 365 },
      (_, step) => [new Date(from + step * 1_800_000), 'P1M'] as const,
    );
    const mine = dueByProduct(samples);
    expect(await dueBySql(samples)).toEqual(mine);
    expect(samples.map(([at]) => monthsLater(at, 1))).toEqual(mine);
  });
});
