import pg from 'pg';

/** Every row of every table, by `schema.table`, each row as its JSON text, sorted. */
export type DatabaseSnapshot = Record<string, string[]>;

/**
 * Reads a whole database. pg-boss keeps house on its own; its tables are left out unless asked for.
 *
 * @param options.besides - Schemas that are not looked at.
 */
export async function databaseSnapshot(
  url: string,
  options: { besides?: string[] } = {},
): Promise<DatabaseSnapshot> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const snapshot: DatabaseSnapshot = {};
    for (const table of await tablesOf(client, options.besides ?? ['jobs'])) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT row_to_json(t)::text AS row FROM ${table} t ORDER BY 1`,
      );
      snapshot[table] = rows.map(({ row }) => row);
    }
    return snapshot;
  } finally {
    await client.end();
  }
}

/** Tables whose rows two snapshots do not share. */
export function changedTables(before: DatabaseSnapshot, after: DatabaseSnapshot): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (table) => JSON.stringify(before[table]) !== JSON.stringify(after[table]),
  );
}

async function tablesOf(client: pg.Client, besides: string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
       AND n.nspname <> ALL ($1::text[])
     ORDER BY 1`,
    [besides],
  );
  return rows.map(({ name }) => name);
}
