import { createReadStream, existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { canaryForms, type Canary, type CanaryForm } from './canary-forms.js';

/** Where a canary was found. */
export interface Finding {
  label: string;
  form: string;
  /** Table, view, file or log. */
  where: string;
}

/** Relations of the system that show values or statements of others. */
const SYSTEM_VIEWS = ['pg_stats', 'pg_stat_activity', 'pg_prepared_statements'];

/**
 * Looks for canaries in a whole database, read as superuser: every row of every table of every schema as JSON, the
 * statistics that PostgreSQL keeps of columns, and what sessions are doing.
 */
export async function scanDatabase(
  adminUrl: string,
  canaries: readonly Canary[],
): Promise<Finding[]> {
  const forms = canaryForms(canaries);
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('ANALYZE');
    const findings: Finding[] = [];
    for (const relation of await relationsOf(client)) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT row_to_json(t)::text AS row FROM ${relation} t`,
      );
      findings.push(...scanText(rows.map(({ row }) => row).join('\n'), forms, relation));
    }
    return findings;
  } finally {
    await client.end();
  }
}

/**
 * Looks for canaries in the files of a database and in the server's write-ahead log, as a thief of the disk would.
 * Nothing is searched when the server's files are elsewhere; then the answer is null.
 */
export async function scanFiles(
  adminUrl: string,
  canaries: readonly Canary[],
): Promise<Finding[] | null> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('CHECKPOINT');
    const { rows } = await client.query<{ data: string; oid: string }>(
      `SELECT current_setting('data_directory') AS data, oid::text FROM pg_database
       WHERE datname = current_database()`,
    );
    const { data = '', oid = '' } = rows[0] ?? {};
    if (!existsSync(data)) {
      return null;
    }
    const findings: Finding[] = [];
    for (const folder of [join(data, 'base', oid), join(data, 'pg_wal')]) {
      for (const file of await readdir(folder, { withFileTypes: true })) {
        if (file.isFile()) {
          const path = join(folder, file.name);
          findings.push(
            ...(await scanFile(path, canaries, join(folder.slice(data.length), file.name))),
          );
        }
      }
    }
    return findings;
  } finally {
    await client.end();
  }
}

/** Looks for canaries in lines of a log or any other text. */
export function scanLines(
  lines: readonly string[],
  canaries: readonly Canary[],
  where = 'log',
): Finding[] {
  return scanText(lines.join('\n'), canaryForms(canaries), where);
}

function scanText(text: string, forms: readonly CanaryForm[], where: string): Finding[] {
  const lower = text.toLowerCase();
  return forms
    .filter((form) => lower.includes(form.text))
    .map(({ label, form }) => ({ label, form, where }));
}

/** Bytes as they are: the value itself and its UTF-16, in one pass over the file. */
async function scanFile(
  path: string,
  canaries: readonly Canary[],
  where: string,
): Promise<Finding[]> {
  const needles = canaries.flatMap(({ label, value, also = [] }) =>
    [value, ...also].flatMap((written) => [
      { label, form: 'plain', bytes: Buffer.from(written) },
      { label, form: 'decomposed', bytes: Buffer.from(written.normalize('NFD')) },
      { label, form: 'UTF-16', bytes: Buffer.from(written, 'utf16le') },
    ]),
  );
  const longest = Math.max(...needles.map(({ bytes }) => bytes.length));
  const findings: Finding[] = [];
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 4 * 1024 * 1024 })) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    for (const needle of needles) {
      if (bytes.includes(needle.bytes)) {
        findings.push({ label: needle.label, form: needle.form, where });
      }
    }
    rest = bytes.subarray(-longest);
  }
  return findings;
}

async function relationsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
       OR n.nspname = 'pg_catalog' AND c.relname = ANY ($1)
     ORDER BY 1`,
    [SYSTEM_VIEWS],
  );
  return rows.map(({ name }) => name);
}
