import pg from 'pg';
import { TEST_PERSONS } from '../../apps/dev-identity-provider/src/test-persons.js';

/** The form of a Finnish personal identity code, whoever's. */
const IDENTITY_CODE = String.raw`\m\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]\M`;

/** Clients as the tests book and identify them. Members of staff have other names. */
const NAMES = TEST_PERSONS.flatMap(({ givenNames, familyName }) => [
  `${givenNames} ${familyName}`,
  `${givenNames.split(' ')[0] ?? ''} ${familyName}`,
  `${familyName} ${givenNames}`,
]);

/** Where a test file's own log lines and databases are. */
const logs: string[][] = [];
const databases = new Map<string, string>();

/** Notes a log that must hold nobody's identifiers when its test file ends. */
export function watchLog(lines: string[]): void {
  logs.push(lines);
}

/** Notes a database that must hold nobody's identifiers when its test file ends. @param url - As superuser. */
export function watchDatabase(name: string, url: string): void {
  databases.set(name, url);
}

/** The database is gone; nothing can be looked for in it. */
export function forgetDatabase(name: string): void {
  databases.delete(name);
}

/** What of clients stands in clear in the logs and databases of this test file: places only. */
export async function leaks(): Promise<string[]> {
  const found = logs.flatMap((lines) =>
    lines.filter((line) => PATTERN.test(line)).map(() => 'a log line'),
  );
  for (const url of databases.values()) {
    found.push(...(await tablesInClear(url)));
  }
  return found;
}

const words = (forms: readonly string[]): string =>
  forms.map((form) => form.replace(/[^\p{L}\p{N}]/gu, '.')).join('|');
const PATTERN = new RegExp(
  `${IDENTITY_CODE.replace(String.raw`\m`, String.raw`\b`).replace(String.raw`\M`, String.raw`\b`)}|${words(NAMES)}`,
  'u',
);

/** Tables with a row that identifies somebody, looked for in one statement; bytes are read as text too. */
async function tablesInClear(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS name
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
    );
    if (tables.length === 0) {
      return [];
    }
    const hex = NAMES.map((name) => Buffer.from(name).toString('hex')).join('|');
    const each = tables.map(
      ({ name }) => `(SELECT '${name}' AS name FROM ${name} t WHERE t::text ~ $1 LIMIT 1)`,
    );
    const { rows } = await client.query<{ name: string }>(each.join(' UNION ALL '), [
      `${IDENTITY_CODE}|${words(NAMES)}|${hex}`,
    ]);
    return rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}
