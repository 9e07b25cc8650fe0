import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/**
 * Copies the data folder of a server that runs, as PostgreSQL's manual tells ("Making a Base Backup Using the Low Level API"),
 * with the log that makes it whole, and its password beside it.
 *
 * @param from - Folder of an embedded server.
 * @param to - Another embedded server can be started on it.
 */
export async function copyServer(adminUrl: string, from: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`SELECT pg_backup_start('copy', true)`);
    cpSync(from, to, { recursive: true, filter: (path) => !/postmaster\.pid$|\/lock$/.test(path) });
    const { rows } = await client.query<{ label: string }>(
      'SELECT labelfile AS label FROM pg_backup_stop(false)',
    );
    const wal = join('data', 'pg_wal');
    rmSync(join(to, wal), { recursive: true });
    cpSync(join(from, wal), join(to, wal), { recursive: true });
    writeFileSync(join(to, 'data', 'backup_label'), rows[0]?.label ?? '');
  } finally {
    await client.end();
  }
}
