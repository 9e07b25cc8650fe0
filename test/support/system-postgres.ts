import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

/** The system's own PostgreSQL: the embedded one comes without the programs that back up and restore. */
export const PG_BIN = '/usr/lib/postgresql/15/bin';

/** Whether it is here; a machine without it cannot run what needs it. */
export const hasSystemPostgres = existsSync(join(PG_BIN, 'pg_basebackup'));

/** PostgreSQL refuses to run as root, which in a user namespace of its own is seen as nobody. */
const UNPRIVILEGED =
  process.getuid?.() === 0 ? ['unshare', '-U', '--map-user=65534', '--map-group=65534', '--'] : [];

/** Runs one of its programs. @throws Error with what it said */
function run(program: string, ...args: string[]): void {
  const [command = '', ...rest] = [...UNPRIVILEGED, join(PG_BIN, program), ...args];
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' };
  // A server that is started keeps what it inherits.
  const stdio = program === 'pg_ctl' ? 'ignore' : 'pipe';
  const { status, stderr } = spawnSync(command, rest, { env, cwd: '/', stdio });
  if (status !== 0) {
    throw new Error(`${program} ended with ${String(status)}: ${String(stderr)}`);
  }
}

/** Makes a data folder, with settings added. */
export function makeCluster(data: string, settings: string): void {
  run(
    'initdb',
    '-D',
    data,
    '-U',
    'postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  );
  const common = `listen_addresses = '127.0.0.1'\nunix_socket_directories = ''\ntimezone = 'UTC'\nshared_buffers = '32MB'\n`;
  appendFileSync(join(data, 'postgresql.conf'), `${common}${settings}\n`);
}

/** Starts a server and waits until it answers. */
export function startCluster(data: string, port: number): void {
  run(
    'pg_ctl',
    '-D',
    data,
    '-w',
    '-t',
    '30',
    '-l',
    `${data}.log`,
    '-o',
    `-p ${String(port)}`,
    'start',
  );
}

/** Stops it, if it runs. */
export function stopCluster(data: string): void {
  if (existsSync(join(data, 'postmaster.pid'))) {
    run('pg_ctl', '-D', data, '-w', '-m', 'fast', 'stop');
  }
}

/** Lets a replica go on by itself. */
export function promoteCluster(data: string): void {
  run('pg_ctl', '-D', data, '-w', 'promote');
}

/** A port that nobody has. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
