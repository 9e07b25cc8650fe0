import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Longest time that the first start may take on a busy machine, in milliseconds. */
const START_MS = 180_000;

const PORT_SETTINGS = [
  'API_PORT',
  'MEETING_PORT',
  'JOB_RUNNER_PORT',
  'IDENTITY_PROVIDER_PORT',
  'CATCHER_PORT',
  'SMTP_PORT',
  'POSTGRES_PORT',
  'KEY_POSTGRES_PORT',
  'MEDIA_PORT_BASE',
];

/**
 * Starts the product once in an empty folder and stops it. Test files begin with copies of what it leaves there, as an
 * installation that starts again, and save the time of preparing a database each. PREPARED_DATA_DIR names the folder.
 */
export default async function prepareSystem() {
  const folder = mkdtempSync(join(tmpdir(), 'tapaamo-prepared-'));
  const system = spawn(process.execPath, ['infra/setup/run.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...(await freePorts()),
      NODE_OPTIONS: '',
      DATA_DIR: folder,
      CLOCK_FILE: join(folder, 'clock'),
      MEDIA_WORKERS: '1',
    },
  });
  const ended = new Promise((done) => system.once('exit', done));
  let said = '';
  const runs = new Promise((done) => {
    const listen = (chunk) => {
      said += chunk;
      if (said.includes('Tapaamo is running')) {
        done('runs');
      }
    };
    system.stdout.on('data', listen);
    system.stderr.on('data', listen);
  });
  const late = setTimeout(() => system.kill('SIGINT'), START_MS);
  const outcome = await Promise.race([runs, ended]);
  clearTimeout(late);
  system.kill('SIGINT');
  await ended;
  if (outcome !== 'runs') {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`The system did not start:\n${said}`);
  }
  rmSync(join(folder, 'logs'), { recursive: true, force: true });
  process.env.PREPARED_DATA_DIR = folder;
}

/** Ports that nothing holds now: other runs on the machine prepare theirs. */
async function freePorts() {
  const servers = PORT_SETTINGS.map(() => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => String(server.address().port));
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return Object.fromEntries(PORT_SETTINGS.map((name, index) => [name, ports[index]]));
}

/** Removes the prepared system's folder, for Jest's global teardown. */
export function removePrepared() {
  rmSync(process.env.PREPARED_DATA_DIR ?? '', { recursive: true, force: true });
  delete process.env.PREPARED_DATA_DIR;
}
