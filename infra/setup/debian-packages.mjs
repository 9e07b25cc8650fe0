import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runCommand } from './command.mjs';
import { SetupError } from './setup-error.mjs';

/** @returns {boolean} Whether this machine uses Debian's package tools. */
export const isDebian = () => existsSync('/usr/bin/apt-get') && existsSync('/usr/bin/dpkg-query');

/**
 * Makes sure that Debian packages are there: installs the missing ones as root, names them otherwise.
 *
 * @param {string[]} packages
 * @param {object} options
 * @param {string} options.purpose What they are needed for, as "build the media worker".
 * @param {string} [options.otherwise] What the person can do instead of installing them.
 * @param {(detail: string) => void} [options.tell]
 */
export async function ensureDebianPackages(packages, { purpose, otherwise, tell }) {
  const missing = isDebian() ? packages.filter((name) => !isInstalled(name)) : packages;
  if (missing.length === 0) {
    return;
  }
  const alternative = otherwise ? `, or ${otherwise}` : '';
  if (!isDebian()) {
    throw new SetupError(`Set-up cannot ${purpose} by itself on this system.`, {
      fix: `install what Debian calls ${missing.join(' ')}${alternative}.`,
    });
  }
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0) {
    throw new SetupError(`Packages are missing to ${purpose}.`, {
      fix: `run "sudo ${command}"${alternative}, then try again.`,
    });
  }
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    failure: `The packages to ${purpose} could not be installed.`,
    fix: `run "apt-get update && ${command}" and read what it says${alternative}.`,
    onLine: (line) => tell?.(line.slice(0, 60)),
  };
  // Waits for another apt run instead of failing on its lock.
  const wait = ['-o', 'DPkg::Lock::Timeout=120'];
  // Heals an installation that was interrupted; does nothing otherwise.
  await runCommand('dpkg', ['--configure', '-a'], options);
  // One broken source of the machine's own need not matter: what is missing shows at the next step.
  await runCommand('apt-get', [...wait, 'update'], options).catch(() => {});
  await runCommand('apt-get', [...wait, ...command.split(' ').slice(1)], options);
}

/** @param {string} name */
function isInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}', name], {
    encoding: 'utf8',
  });
  return stdout === 'installed';
}
