import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { serverFlags } from '../../infra/embedded-postgres/server-settings.mjs';
import { PG_BIN, freePort, makeCluster, startCluster, stopCluster } from './system-postgres.js';
import { until } from './until.js';

const PARTS = ['main', 'keys'] as const;
type Part = (typeof PARTS)[number];

/** The settings of a test run that say where its two servers are. */
const SETTINGS = { main: 'TEST_DATABASE_ADMIN_URL', keys: 'TEST_KEY_DATABASE_ADMIN_URL' } as const;

/**
 * Two servers with the settings that ours have, which keep everything that a server in use keeps: a whole write-ahead log,
 * an archive of it, backups. Tests that are begun on them find them as they find the run's own.
 */
export class DurablePair {
  readonly #before = { ...process.env };
  readonly #ports = {} as Record<Part, number>;

  /** @param folder - Holds the data folders `main` and `keys`, the archive `wal`, and what is collected. */
  constructor(private readonly folder: string) {}

  async start(): Promise<void> {
    const flags = serverFlags({ durable: true, small: true }).filter((flag) => flag !== '-c');
    const lines = flags.map((flag) => flag.replace(/=(.*)$/s, " = '$1'"));
    mkdirSync(this.#at('wal'));
    const archive = `${process.execPath} ${resolve('infra/backup/archive-wal.mjs')} "%p" ${this.#at('wal')}`;
    for (const part of PARTS) {
      const archiving = ['archive_mode = on', `archive_command = '${archive}'`];
      makeCluster(this.#at(part), [...lines, ...(part === 'main' ? archiving : [])].join('\n'));
      this.#ports[part] = await freePort();
      startCluster(this.#at(part), this.#ports[part]);
      process.env[SETTINGS[part]] = this.#url(part, 'postgres');
    }
  }

  stop(): void {
    PARTS.forEach((part) => stopCluster(this.#at(part)));
    Object.assign(process.env, this.#before);
  }

  /** Takes anew everything that the product's own commands make copies of, in clear where they compress. */
  async backUp(database: string): Promise<void> {
    ['base', 'dumps', 'main.sql', 'keys.sql'].forEach((name) =>
      rmSync(this.#at(name), { recursive: true, force: true }),
    );
    await this.#archiveAll(database);
    const backUp = (kind: string, to: string): string =>
      this.#run(process.execPath, database, resolve('infra/backup/backup.mjs'), kind, '--to', to);
    backUp('base', this.#at('base'));
    for (const part of PARTS) {
      const dump = backUp(part === 'main' ? 'dump' : 'keys', join(this.#at('dumps'), part));
      this.#run(join(PG_BIN, 'pg_restore'), database, '-f', this.#at(`${part}.sql`), dump);
    }
    rmSync(this.#at('dumps'), { recursive: true });
  }

  /** What planners know of values, by SQL: in its files it is compressed. */
  async noteStatistics(urls: Readonly<Record<Part, string>>): Promise<void> {
    for (const part of PARTS) {
      const client = new pg.Client({ connectionString: urls[part] });
      await client.connect();
      await client.query('ANALYZE');
      const { rows } = await client.query<{ row: string }>(
        'SELECT row_to_json(s)::text AS row FROM pg_stats s',
      );
      await client.end();
      writeFileSync(this.#at(`${part}-statistics`), rows.map(({ row }) => row).join('\n'));
    }
  }

  /** Everything that the main server has in memory is in files, and all of its log in the archive. */
  async #archiveAll(database: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url('main', database) });
    await client.connect();
    await client.query('CHECKPOINT');
    const { rows } = await client.query<{ file: string }>(
      'SELECT pg_walfile_name(pg_switch_wal()) AS file',
    );
    await client.end();
    const last = join(this.#at('wal'), rows[0]?.file ?? '');
    await until(() => existsSync(last), { what: 'the write-ahead log to be archived' });
  }

  #run(program: string, database: string, ...args: string[]): string {
    const env = {
      ...process.env,
      PG_BIN,
      DATABASE_BACKUP_URL: this.#url('main', database),
      KEY_DATABASE_BACKUP_URL: this.#url('keys', 'postgres'),
    };
    return execFileSync(program, args, { env, encoding: 'utf8', stdio: 'pipe' }).trim();
  }

  #at(name: string): string {
    return join(this.folder, name);
  }

  #url(part: Part, database: string): string {
    return `postgres://postgres@127.0.0.1:${String(this.#ports[part])}/${database}`;
  }
}
