import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../command.mjs';
import { step } from '../progress.mjs';
import { SetupError } from '../setup-error.mjs';

const OLDEST_NPM = 10;
/** The parts of package.json that change what is installed; its scripts, for one, do not. */
const RELEVANT =
  'dependencies devDependencies optionalDependencies overrides allowScripts engines'.split(' ');

/**
 * What is installed, as one hash: also part of the hashes of what is built from it.
 * @param {string} root
 * @returns {string}
 */
export function packagesHash(root) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return createHash('sha256')
    .update(JSON.stringify(RELEVANT.map((key) => manifest[key] ?? null)))
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
}

/**
 * Runs npm ci when the installed packages are not those of the lock file. The stamp is written last, so
 * an interrupted installation is made again.
 * @param {string} root
 */
export async function installPackages(root) {
  const folder = join(root, 'node_modules');
  const stamp = join(folder, '.setup-stamp');
  const hash = packagesHash(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
    return;
  }
  const npm = findNpm();
  await step('Installing npm packages', '1 to 2 minutes', async () => {
    rmSync(stamp, { force: true });
    // "error": npm would warn for every package that wants a newer Node than this first step has.
    await runCommand(
      npm[0],
      [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: root,
        exclusive: join(root, '.tapaamo', 'setup', 'npm.running'),
        failure: 'The npm packages could not be installed.',
        fix:
          'look at the lines above. If the registry could not be reached, check the connection ' +
          'and any proxy ("npm ping"); if the lock file does not fit, run "npm install" and commit it.',
      },
    );
    writeFileSync(stamp, hash);
  });
}

/**
 * npm as it was started ("npm start" says where it is), else the one on the path.
 * @returns {string[]} The command and its first arguments.
 */
function findNpm() {
  const own = process.env.npm_execpath;
  const npm = own?.endsWith('npm-cli.js') ? [process.execPath, own] : ['npm'];
  const { stdout, status } = spawnSync(npm[0], [...npm.slice(1), '--version'], {
    encoding: 'utf8',
  });
  if (status === 0 && Number.parseInt(stdout, 10) >= OLDEST_NPM) {
    return npm;
  }
  throw new SetupError(
    status === 0
      ? `Tapaamo needs npm ${OLDEST_NPM} or later; this is ${stdout.trim()}.`
      : 'npm was not found.',
    { fix: 'install a current Node, which brings npm, or run "npm install --global npm".' },
  );
}
