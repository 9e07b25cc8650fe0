import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../setup/command.mjs';
import { ensureDebianPackages } from '../setup/debian-packages.mjs';
import { writePatchedSources } from './patch-source.mjs';
import { buildStaticLibsrtp } from './static-libsrtp.mjs';

const PACKAGES =
  'cmake ninja-build g++ make pkg-config dpkg-dev libssl-dev libuv1-dev libabsl-dev ' +
  'libflatbuffers-dev flatbuffers-compiler libjemalloc-dev';
const OWN_WORKER = 'set MEDIASOUP_WORKER_BIN to a mediasoup-worker binary of your own';
const BUILD_FILES = join(import.meta.dirname, 'build');

/**
 * Builds the worker from the C++ source in mediasoup's npm package.
 *
 * @param {object} options
 * @param {string} options.workerSource node_modules/mediasoup/worker
 * @param {string} options.folder Where to build. Kept when the build is interrupted: ninja then goes on
 *   from where it was.
 * @param {(detail: string) => void} options.tell
 * @param {(text: string) => void} options.note
 * @returns {Promise<{ binary: string, libsrtp: string }>}
 */
export async function buildWorker({ workerSource, folder, tell, note }) {
  mkdirSync(folder, { recursive: true });
  await ensureDebianPackages(PACKAGES.split(' '), {
    purpose: 'build the media worker',
    otherwise: OWN_WORKER,
    tell,
  });
  tell('preparing libsrtp');
  const srtp = await libsrtp(join(folder, 'libsrtp'), { tell, note });
  const patched = join(folder, 'patched');
  writePatchedSources(workerSource, patched);
  const out = join(folder, 'out');
  const definitions = {
    CMAKE_BUILD_TYPE: 'Release',
    WORKER_SOURCE: workerSource,
    PATCHED_SOURCE: patched,
    SRTP_LIBRARY: srtp.library ?? '',
    SRTP_INCLUDE: srtp.include ?? '',
  };
  const settings = Object.entries(definitions).map(([name, value]) => `-D${name}=${value}`);
  const failure = 'The media worker could not be built.';
  const exclusive = join(folder, 'build.running');
  await runCommand('cmake', ['-G', 'Ninja', ...settings, '-S', BUILD_FILES, '-B', out], {
    failure,
    exclusive,
    fix: `delete ${folder} and try again, or ${OWN_WORKER}.`,
  });
  await runCommand('nice', ['ninja', '-C', out, '-j', String(availableParallelism())], {
    failure,
    exclusive,
    fix: `delete ${folder} and try again (the build needs about 1 GB of memory for each core), or ${OWN_WORKER}.`,
    env: { ...process.env, NINJA_STATUS: '%p of %t files ' },
    onLine: (line) => tell(line.match(/^\s*(\d+% of \d+ files)/)?.[1] ?? 'compiling'),
  });
  return { binary: join(out, 'mediasoup-worker'), libsrtp: srtp.name };
}

/**
 * libsrtp on OpenSSL when its source package can be had, else the distribution's.
 */
async function libsrtp(folder, { tell, note }) {
  try {
    return { name: 'static, OpenSSL', ...(await buildStaticLibsrtp(folder)) };
  } catch {
    rmSync(folder, { recursive: true, force: true });
    note("libsrtp's source package is not available: the distribution's libsrtp2 is used, which");
    note('works the same but takes 8 to 30 % more CPU time in meetings.');
    await ensureDebianPackages(['libsrtp2-dev'], {
      purpose: 'build the media worker',
      otherwise: OWN_WORKER,
      tell,
    });
    return { name: "the distribution's" };
  }
}
