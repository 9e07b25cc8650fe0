import { randomBytes, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** Booking, visit and every table that refers to them, directly or through others, as PostgreSQL itself lists them. */
const TABLES = `
  WITH RECURSIVE family AS (
    SELECT unnest(ARRAY['booking', 'visit']::regclass[]) AS "table"
    UNION SELECT conrelid FROM family JOIN pg_constraint ON contype = 'f' AND confrelid = family."table"
  )
  SELECT "table"::text FROM family ORDER BY 1`;

/** What a row must have, its columns without a default, and what it refers to by choice. */
const COLUMNS = `
  SELECT attname AS "column", format_type(atttypid, NULL) AS type
  FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
    AND (attnotnull AND NOT atthasdef OR attname = ANY ($2))`;

/** What rows must be like, and refer to besides their visit. */
const CHECKS = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop
  FROM pg_constraint WHERE conrelid = $1::regclass AND (contype = 'c' OR (contype = 'f' AND confrelid::regclass::text <> ALL ($2)))`;

/** @returns Names of the tables that hold something of a visit. */
export async function tablesOfVisits(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ table: string }[]>(TABLES);
  return rows.map(({ table }) => table);
}

/**
 * Gives each table that is empty a row of a visit, whatever columns it has, so that a table that is new is looked at like
 * all others. Their checks, and what they refer to besides, are gone afterwards: for a database of the test's own.
 *
 * @param ids - Values of columns that refer to something, by their names.
 */
export async function fillTables(
  dataSource: DataSource,
  tables: readonly string[],
  ids: Readonly<Record<string, string>>,
): Promise<void> {
  for (const table of tables) {
    if ((await dataSource.query<unknown[]>(`SELECT FROM ${table} LIMIT 1`)).length === 0) {
      await fillTable(dataSource, { table, tables }, ids);
    }
  }
}

async function fillTable(
  dataSource: DataSource,
  { table, tables }: { table: string; tables: readonly string[] },
  ids: Readonly<Record<string, string>>,
): Promise<void> {
  for (const { drop } of await dataSource.query<{ drop: string }[]>(CHECKS, [table, tables])) {
    await dataSource.query(drop);
  }
  const columns = await dataSource.query<{ column: string; type: string }[]>(COLUMNS, [
    table,
    Object.keys(ids),
  ]);
  const values = columns.map(({ column, type }) => ids[column] ?? valueOf(type));
  const names = columns.map(({ column }) => column).join(', ');
  const places = columns.map((_, index) => `$${String(index + 1)}`).join(', ');
  await dataSource.query(`INSERT INTO ${table} (${names}) VALUES (${places})`, values);
}

function valueOf(type: string): unknown {
  switch (type) {
    case 'uuid':
      return randomUUID();
    case 'bytea':
      return randomBytes(32);
    case 'text':
      return 'x';
    case 'boolean':
      return false;
    case 'timestamp with time zone':
      return new Date('2027-02-10T08:00:00.000Z');
    case 'date':
      return '2027-02-10';
    case 'time without time zone':
      return '08:00';
    case 'json':
    case 'jsonb':
      return '{}';
    case 'uuid[]':
    case 'text[]':
      return [];
    default:
      return 1;
  }
}
