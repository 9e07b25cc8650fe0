import { readFileSync } from 'node:fs';

const EVERY_MS = 500;

/**
 * Notices the death of npm. It runs scripts through a shell that does not pass signals on, so ending
 * npm would leave everything running behind its back.
 *
 * @param {() => void} onDeath
 */
export function watchNpm(onDeath) {
  if (!process.env.npm_lifecycle_event) {
    return;
  }
  const shell = process.ppid;
  const npm = parentOf(shell);
  // Started by npm without a shell between: the grandparent is no business of ours.
  const watchesNpm = npm !== undefined && /^npm\b|npm-cli/.test(commandOf(npm));
  const timer = setInterval(() => {
    if (process.ppid === shell && (!watchesNpm || parentOf(shell) === npm)) {
      return;
    }
    clearInterval(timer);
    onDeath();
  }, EVERY_MS);
  timer.unref();
}

/** @param {number} pid @returns {number | undefined} */
function parentOf(pid) {
  // The name in brackets may hold spaces and brackets; the parent is the second field after it.
  const parent = read(`/proc/${pid}/stat`).match(/\) \S (\d+) [^)]*$/)?.[1];
  return parent === undefined ? undefined : Number(parent);
}

/** @param {number} pid */
const commandOf = (pid) => read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
