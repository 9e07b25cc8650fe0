import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const BUILD_FILES = join(import.meta.dirname, 'build');
// The worker's own way of saying "started by hand": proof that it loads and runs on this machine.
const STARTED_BY_HAND = 41;

/** Takes 10 to 30 % off the worker's CPU time under load. */
const JEMALLOC = ['x86_64', 'aarch64'].map((arch) => `/usr/lib/${arch}-linux-gnu/libjemalloc.so.2`);

/**
 * Where this version of the worker is kept between checkouts. The name changes with anything that
 * changes the binary, so an entry never needs to be refreshed.
 *
 * @param {string} version mediasoup's version.
 * @returns {string} A folder, which may not exist yet.
 */
export function cacheEntry(version) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of readdirSync(BUILD_FILES, { recursive: true, withFileTypes: true }).sort(
    byPath,
  )) {
    if (file.isFile()) {
      hash.update(file.name).update(readFileSync(join(file.parentPath, file.name)));
    }
  }
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'tapaamo', 'media-worker', `${version}-${hash.digest('hex').slice(0, 12)}`);
}

/** @param {string} entry */
export const cachedWorker = (entry) => join(entry, 'mediasoup-worker');

/**
 * Whether a binary is a worker that starts here. A cached one can stop doing so when the system's
 * libraries are upgraded.
 * @param {string} binary
 */
export const startsHere = (binary) =>
  spawnSync(binary, [], { env: {}, stdio: 'ignore', timeout: 10_000 }).status === STARTED_BY_HAND;

/**
 * Puts a verified worker into the cache, as one rename: no other process can see half of it.
 * @param {string} entry
 * @param {string} binary
 * @param {object} options
 * @param {Record<string, unknown>} options.about How it was made, for people.
 * @param {boolean} [options.addJemalloc] For a worker that has no fast memory allocator built in.
 */
export function storeWorker(entry, binary, { about, addJemalloc = false }) {
  const incoming = `${entry}.incoming`;
  rmSync(incoming, { recursive: true, force: true });
  mkdirSync(incoming, { recursive: true });
  const target = cachedWorker(incoming);
  const jemalloc = addJemalloc ? JEMALLOC.find((file) => existsSync(file)) : undefined;
  copyFileSync(binary, jemalloc ? `${target}.official` : target);
  chmodSync(jemalloc ? `${target}.official` : target, 0o755);
  // A wrapper, because LD_PRELOAD in our own environment would reach Node as well.
  if (jemalloc) {
    const call = `LD_PRELOAD=${jemalloc} exec "$0.official" "$@"`;
    writeFileSync(target, `#!/bin/sh\n${call}\n`, { mode: 0o755 });
  }
  writeFileSync(join(incoming, 'about.json'), `${JSON.stringify(about, null, 2)}\n`);
  rmSync(entry, { recursive: true, force: true });
  renameSync(incoming, entry);
}

const byPath = (a, b) => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1);
