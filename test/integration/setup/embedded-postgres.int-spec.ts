import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../../infra/embedded-postgres/embedded-postgres.mjs';

const MODULE = resolve('infra/embedded-postgres/embedded-postgres.mjs');

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('embedded PostgreSQL', () => {
  let folder: string;
  let servers: EmbeddedPostgres[];

  const start = async (durable = true): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({ directory: join(folder, 'postgres'), durable });
    servers.push(server);
    return server;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tapaamo-postgres-'));
    servers = [];
  });

  afterEach(async () => {
    for (const server of servers) {
      await server.stop();
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives the product a role that is no superuser and a server that logs no statements', async () => {
    const { url } = await start(false);

    const [row] = await ask(
      url,
      `select rolsuper, current_setting('wal_recycle') as recycle,
        current_setting('log_min_error_statement') as statements
       from pg_roles where rolname = current_user`,
    );

    expect(row).toEqual({ rolsuper: false, recycle: 'off', statements: 'panic' });
  });

  it('lets the owner make extensions and tables, and the product neither', async () => {
    const { url, ownerUrl } = await start(false);

    await ask(ownerUrl, 'create extension btree_gist');
    await ask(ownerUrl, 'create table made (id int)');

    await expect(ask(url, 'create extension pgcrypto')).rejects.toThrow('permission denied');
    await expect(ask(url, 'create table made_too (id int)')).rejects.toThrow('permission denied');
    await expect(ask(url, 'select from made')).rejects.toThrow('permission denied');
  });

  it('keeps the password to its owner', async () => {
    await start();

    expect(statSync(join(folder, 'postgres', 'password')).mode & 0o777).toBe(0o600);
  });

  it('keeps data over a restart, and forgets it when not durable', async () => {
    const first = await start();
    await ask(first.ownerUrl, 'create table kept (id int)');
    await first.stop();

    const second = await start(false);
    await expect(ask(second.ownerUrl, 'select count(*)::int from kept')).resolves.toEqual([
      { count: 0 },
    ]);
    await second.stop();

    expect(existsSync(join(folder, 'postgres'))).toBe(false);
    servers = [];
  });

  it('refuses a folder that is in use', async () => {
    await start();

    await expect(start()).rejects.toThrow(`is in use by process ${process.pid}`);
  });

  it('ends with a parent that was killed, and starts again in the same folder', async () => {
    const script = `import { startEmbeddedPostgres } from ${JSON.stringify(MODULE)};
      const server = await startEmbeddedPostgres({ directory: ${JSON.stringify(join(folder, 'postgres'))} });
      console.log(server.pid); setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: resolve('.'),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(String(output));

    parent.kill('SIGKILL');
    for (let tries = 0; isRunning(pid) && tries < 100; tries += 1) {
      await sleep(100);
    }

    expect(isRunning(pid)).toBe(false);
    await expect(ask((await start()).url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  });
});
