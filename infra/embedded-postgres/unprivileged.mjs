import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, statSync } from 'node:fs';

const NOBODY = 65_534;
const NAMESPACE = ['-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

/**
 * @typedef {object} Runner
 * @property {(program: string, args: string[]) => [string, string[]]} command What to spawn instead.
 * @property {{ uid?: number, gid?: number }} identity Spawn options to add.
 * @property {(path: string) => void} giveTo Makes a path readable and writable for the program.
 * @property {string} how For messages.
 */

/**
 * How to run PostgreSQL, which refuses to run as root. As root it gets a user namespace in which root
 * is seen as "nobody": files stay root's, so it works below a private home as well. Where namespaces
 * are forbidden it really becomes "nobody". A data folder that belongs to somebody else stays theirs.
 *
 * @param {string} data The data folder, which may not exist yet.
 * @returns {Runner}
 */
export function unprivileged(data) {
  if (process.getuid?.() !== 0) {
    return { how: 'as this user', command: (...it) => it, identity: {}, giveTo: () => {} };
  }
  const owner = existsSync(data) ? statSync(data) : { uid: 0, gid: 0 };
  if (owner.uid === 0 && spawnSync('unshare', [...NAMESPACE, 'true']).status === 0) {
    return {
      how: 'in a user namespace',
      command: (program, args) => ['unshare', [...NAMESPACE, '--', program, ...args]],
      identity: {},
      giveTo: () => {},
    };
  }
  const [uid, gid] = owner.uid === 0 ? [NOBODY, NOBODY] : [owner.uid, owner.gid];
  return {
    how: `as user ${uid}`,
    command: (...it) => it,
    identity: { uid, gid },
    giveTo: (path) => chownSync(path, uid, gid),
  };
}
