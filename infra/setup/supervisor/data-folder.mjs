import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockOwner, takeFileLock } from '../file-lock.mjs';
import { SetupError } from '../setup-error.mjs';

/**
 * Claims a data folder for this run.
 *
 * @param {import('./settings.mjs').Settings} settings
 * @returns {Promise<{ endedBadly: boolean, release: () => Promise<void> }>} endedBadly: the run before
 *   this one was killed, and its processes may still be ending.
 */
export async function claimDataFolder({ dataDir, ports }) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'run.lock');
  const lock = await takeFileLock(file);
  if (!lock) {
    throw new SetupError(
      `Tapaamo is already running with the data in ${dataDir} (process ${lockOwner(file)}).`,
      {
        fix:
          `open http://localhost:${ports.API_PORT}, or stop that one with Ctrl-C in its terminal. ` +
          'A second one needs its own DATA_DIR and ports.',
      },
    );
  }
  const mark = join(dataDir, 'running');
  const endedBadly = existsSync(mark);
  writeFileSync(mark, '');
  return {
    endedBadly,
    async release() {
      rmSync(mark, { force: true });
      await lock.release();
    },
  };
}
