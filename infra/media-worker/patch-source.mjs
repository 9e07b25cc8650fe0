import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupError } from '../setup/setup-error.mjs';

/**
 * Changes to the worker's source, made on copies. Each must match exactly once: a new mediasoup whose
 * source has moved on needs a person to look, not a build that silently lacks the fix.
 */
const PATCHES = [
  {
    // The callback answered 1 to every "return" of a BIO operation, control operations included. An
    // OpenSSL with kernel TLS (Debian's) then believes kernel TLS is on, leaves the DTLS write buffer
    // unallocated, and the worker dies with SIGSEGV at the first handshake.
    file: 'src/RTC/DtlsTransport.cpp',
    from: 'const long resultOfcallback = (operationType == BIO_CB_RETURN) ? static_cast<long>(ret) : 1;',
    to: 'const long resultOfcallback = (operationType & BIO_CB_RETURN) ? static_cast<long>(ret) : 1;',
  },
];

/**
 * Writes the changed copies.
 * @param {string} workerSource node_modules/mediasoup/worker
 * @param {string} folder Where to write them, under their own paths.
 */
export function writePatchedSources(workerSource, folder) {
  for (const { file, from, to } of PATCHES) {
    const parts = readFileSync(join(workerSource, file), 'utf8').split(from);
    if (parts.length !== 2) {
      throw new SetupError(`The media worker's ${file} is not what our fix for it expects.`, {
        fix:
          'install the mediasoup version that package-lock.json names (npm ci), or set ' +
          'MEDIASOUP_WORKER_BIN to a worker binary of your own.',
      });
    }
    const target = join(folder, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, parts.join(to));
  }
}
