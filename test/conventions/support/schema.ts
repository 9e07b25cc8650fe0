import pg from 'pg';
import { createTestDatabase } from '../../support/test-database.js';

/** A column as the database knows it. */
export interface SchemaColumn {
  table: string;
  column: string;
  /** SQL's name of the type, e.g. `timestamp with time zone`. */
  type: string;
  nullable: boolean;
  /** Whether it belongs to the primary key. */
  primary: boolean;
  /** Whether a constraint lists the values it may have. */
  enumerated: boolean;
  /** Whether ANALYZE leaves it out, so that the planner's statistics hold none of its values. */
  unsampled: boolean;
  /** Whether it is kept out of line and uncompressed. */
  external: boolean;
}

/** A reference from one table to another. */
export interface ForeignKey {
  table: string;
  columns: string[];
  target: string;
  /** Whether the row goes with the row it refers to. */
  cascades: boolean;
}

/** A policy: one lets in for all or for reading only, a restrictive one holds besides those. */
export interface Policy {
  name: string;
  all: boolean;
  readsOnly: boolean;
  restrictive: boolean;
}

/** A table and what row-level security says of it. */
export interface SchemaTable {
  table: string;
  /** Whether its owner is under it too. */
  forced: boolean;
  policies: Policy[];
  /** Its storage parameters, as `name=value`. */
  storage: string[];
}

/** What the migrations make. */
export interface Schema {
  tables: SchemaTable[];
  /** Those of the key database too. */
  columns: SchemaColumn[];
  /** Columns of every other schema, as `schema.table.column`; the parts of a divided table have those of the whole. */
  others: string[];
  foreignKeys: ForeignKey[];
}

/** TypeORM's own list of the migrations that were run: it says nothing of anybody. */
const NOT_OURS = ['migrations'];

const COLUMNS = `
  SELECT c.table_name AS "table", c.column_name AS "column", 
    CASE c.data_type WHEN 'ARRAY' THEN format_type(a.atttypid, NULL) ELSE c.data_type END AS type, c.is_nullable = 'YES' AS nullable,
    EXISTS (SELECT FROM pg_constraint k WHERE k.contype = 'p' AND k.conrelid = a.attrelid AND a.attnum = ANY (k.conkey))
      AS "primary",
    EXISTS (SELECT FROM pg_constraint k WHERE k.contype = 'c' AND k.conrelid = a.attrelid AND k.conkey = ARRAY[a.attnum]
      AND pg_get_constraintdef(k.oid) ~ '^CHECK \\(\\(\\w+ = (ANY \\(ARRAY\\[)?''') AS enumerated,
    coalesce(a.attstattarget, -1) = 0 AS unsampled, a.attstorage = 'e' AS external
  FROM information_schema.columns c
  JOIN pg_attribute a ON a.attrelid = format('%I.%I', c.table_schema, c.table_name)::regclass AND a.attname = c.column_name
  WHERE c.table_schema = current_schema() AND c.table_name <> ALL ($1)
  ORDER BY c.table_name, c.ordinal_position`;

const OTHERS = `
  SELECT format('%s.%s.%s', c.table_schema, c.table_name, c.column_name) AS name
  FROM information_schema.columns c
  JOIN pg_class k ON k.oid = format('%I.%I', c.table_schema, c.table_name)::regclass
  WHERE c.table_schema NOT IN ('public', 'information_schema', 'pg_catalog') AND NOT k.relispartition
  ORDER BY 1`;

const TABLES = `
  SELECT c.relname AS "table", c.relrowsecurity AND c.relforcerowsecurity AS forced,
    coalesce((SELECT json_agg(json_build_object('name', p.polname, 'all', p.polcmd = '*', 'readsOnly', p.polcmd = 'r',
      'restrictive', NOT p.polpermissive))
      FROM pg_policy p WHERE p.polrelid = c.oid), '[]') AS policies, coalesce(c.reloptions, '{}') AS storage
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
  ORDER BY 1`;

const FOREIGN_KEYS = `
  SELECT k.conrelid::regclass::text AS "table", k.confrelid::regclass::text AS target, k.confdeltype = 'c' AS cascades,
    ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)) AS columns
  FROM pg_constraint k WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
  ORDER BY 1, 2`;

/** Tables of the key database: only the vault connects to it, and each is asked for by visit or by organisation. */
export const KEY_TABLES = [
  'former_wrap',
  'hold_key',
  'key_day',
  'key_installation',
  'key_mark',
  'puncture',
  'visit_key',
];

/** Migrates a new database and reads back what came to be. */
export async function migratedSchema(): Promise<Schema> {
  return inMigratedDatabase(async (client, keys) => {
    const keyColumns = await keys.query<SchemaColumn>(COLUMNS, [NOT_OURS]);
    const tables = await client.query<SchemaTable>(TABLES, [NOT_OURS]);
    const columns = await client.query<SchemaColumn>(COLUMNS, [NOT_OURS]);
    const others = await client.query<{ name: string }>(OTHERS);
    const foreignKeys = await client.query<ForeignKey>(FOREIGN_KEYS);
    return {
      tables: tables.rows,
      columns: [...columns.rows, ...keyColumns.rows],
      others: others.rows.map(({ name }) => name),
      foreignKeys: foreignKeys.rows,
    };
  });
}

/** Booking, visit and every table that refers to them, directly or through others, by name. */
export function tablesOfVisits({ foreignKeys }: Schema): string[] {
  const family = new Set(['booking', 'visit']);
  let size;
  do {
    ({ size } = family);
    foreignKeys
      .filter(({ target }) => family.has(target))
      .forEach(({ table }) => family.add(table));
  } while (family.size > size);
  return [...family].sort();
}

async function inMigratedDatabase<T>(
  act: (client: pg.Client, keys: pg.Client) => Promise<T>,
): Promise<T> {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.ownerUrl });
  const keys = new pg.Client({ connectionString: database.keys.ownerUrl });
  try {
    await Promise.all([client.connect(), keys.connect()]);
    return await act(client, keys);
  } finally {
    await Promise.all([client.end(), keys.end()]);
    await database.drop();
  }
}
