import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../setup-error.mjs';

const NEEDED = 24;

/**
 * The Node that everything but the first step runs on. It comes from npm with the other packages, so
 * that every machine runs the same one; where there is none for the platform, the machine's own will do
 * if it is new enough.
 *
 * @param {string} root
 * @returns {string}
 */
export function projectNode(root) {
  const own = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) {
    return own;
  }
  if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
    return process.execPath;
  }
  throw new SetupError(
    `Node ${NEEDED} did not come with the npm packages for ${process.platform}-${process.arch}.`,
    {
      fix: existsSync(own)
        ? `see why ${own} does not start (an old C library?), or install Node ${NEEDED} yourself.`
        : `install Node ${NEEDED} or later yourself, then try again.`,
    },
  );
}
