import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const NOT_BUILT = /\.(int-|e2e-)?spec\.tsx?$/;

/**
 * One hash over files and folders, by name and content.
 *
 * @param {string} root
 * @param {string[]} paths Relative to the root; what is missing counts as such.
 * @param {object} [options]
 * @param {string[]} [options.except] Folders to leave out, relative to the root.
 * @param {string} [options.seed] Anything else the result depends on.
 * @returns {string}
 */
export function sourceHash(root, paths, { except = [], seed = '' } = {}) {
  const hash = createHash('sha256').update(seed);
  for (const path of paths) {
    for (const file of filesOf(join(root, path))) {
      const name = relative(root, file);
      if (NOT_BUILT.test(name) || except.some((folder) => name.startsWith(`${folder}/`))) {
        continue;
      }
      hash.update(`\n${name}\n`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** @param {string} path */
function filesOf(path) {
  if (!existsSync(path)) {
    return [];
  }
  if (statSync(path).isFile()) {
    return [path];
  }
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
