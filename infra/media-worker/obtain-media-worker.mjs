import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { takeFileLock } from '../setup/file-lock.mjs';
import { note, step } from '../setup/progress.mjs';
import { printFailure, SetupError } from '../setup/setup-error.mjs';
import { buildWorker } from './build-worker.mjs';
import { downloadPrebuilt } from './download-prebuilt.mjs';
import { cacheEntry, cachedWorker, startsHere, storeWorker } from './worker-cache.mjs';

/**
 * Finds, fetches or builds the mediasoup-worker binary, in the order of the cheapest first:
 * MEDIASOUP_WORKER_BIN, the cache, the official prebuilt, a build from source.
 *
 * @param {string} root The checkout, with node_modules installed.
 * @returns {Promise<string>} The path for MEDIASOUP_WORKER_BIN.
 */
export async function obtainMediaWorker(root) {
  const given = process.env.MEDIASOUP_WORKER_BIN;
  if (given) {
    return checkGiven(resolve(given));
  }
  const packageFolder = join(root, 'node_modules', 'mediasoup');
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const entry = cacheEntry(version);
  if (startsHere(cachedWorker(entry))) {
    return cachedWorker(entry);
  }
  // The cache is shared by all checkouts, so its lock is too.
  const lock = await takeFileLock(`${entry}.lock`, {
    onWait: (owner) =>
      note(`Another set-up (process ${owner}) prepares the media worker; waiting.`),
  });
  try {
    if (!startsHere(cachedWorker(entry))) {
      await fill(entry, packageFolder, version);
    }
    return cachedWorker(entry);
  } finally {
    await lock?.release();
  }
}

/**
 * @param {string} entry
 * @param {string} packageFolder
 * @param {string} version
 */
async function fill(entry, packageFolder, version) {
  const folder = `${entry}.building`;
  const prebuilt = await step('Looking for an official media worker', 'a few seconds', () =>
    downloadPrebuilt(packageFolder, join(folder, 'prebuilt')),
  );
  if (prebuilt && works(prebuilt).ok) {
    storeWorker(entry, prebuilt, {
      about: { version, source: 'official prebuilt' },
      addJemalloc: true,
    });
  } else {
    note('There is none to be had here, so it is built from source; this happens once.');
    await step('Building the media worker', '1 to 2 minutes on 2 cores', async (tell) => {
      const workerSource = join(packageFolder, 'worker');
      const { binary, libsrtp } = await buildWorker({ workerSource, folder, tell, note });
      tell('checking it');
      const check = works(binary);
      if (!check.ok) {
        throw new SetupError('The media worker was built but does not work.', {
          output: check.output,
          fix: `delete ${folder} and try again, or set MEDIASOUP_WORKER_BIN to a binary of your own.`,
        });
      }
      storeWorker(entry, binary, { about: { version, source: 'built from source', libsrtp } });
    });
  }
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} binary */
function works(binary) {
  const check = join(import.meta.dirname, 'verify-worker.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [check, binary], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { ok: status === 0, output: `${stdout}${stderr}` };
}

/** @param {string} binary */
function checkGiven(binary) {
  if (existsSync(binary) && startsHere(binary)) {
    return binary;
  }
  throw new SetupError(`MEDIASOUP_WORKER_BIN names ${binary}, which does not start here.`, {
    fix: 'correct the setting, or remove it and let set-up find or build a worker.',
  });
}

// As a command it prints the path on its last line, for container builds and scripts.
if (process.argv[1] === import.meta.filename) {
  obtainMediaWorker(resolve(import.meta.dirname, '..', '..')).then(console.log, (error) => {
    printFailure(error);
    process.exit(1);
  });
}
