import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../command.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {{ place: string, name: string, message: string }[]} failures
 * @property {number} [skipped]
 */

/**
 * The commands of each check. They are run by path, not through node_modules/.bin, so that no other
 * package can take their names over.
 * @type {Record<string, (root: string) => string[][]>}
 */
const COMMANDS = {
  format: () => [['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  lint: () => [
    [
      'eslint/bin/eslint.js',
      '--config',
      'infra/quality/eslint.config.mjs',
      '--max-warnings',
      '0',
      '.',
    ],
  ],
  types: (root) =>
    ['tsconfig.json', ...appConfigs(root)].map((config) => [
      'typescript/bin/tsc',
      '--noEmit',
      '--incremental',
      'false',
      '--project',
      config,
    ]),
};

/**
 * Runs one check; it passes or fails as a whole.
 *
 * @param {string} root
 * @param {string} name
 * @returns {Promise<Outcome>}
 */
export async function runCheck(root, name) {
  for (const [program, ...args] of COMMANDS[name](root)) {
    const command = [join(root, 'node_modules', program), ...args];
    try {
      await runCommand(process.execPath, command, { cwd: root });
    } catch (error) {
      const message = error.output || error.message;
      return { passed: 0, failures: [{ place: args.at(-1) ?? '', name, message }] };
    }
  }
  return { passed: 1, failures: [] };
}

/** Apps with a configuration of their own, as the web app, are not part of the root's. */
function appConfigs(root) {
  const apps = join(root, 'apps');
  if (!existsSync(apps)) {
    return [];
  }
  return readdirSync(apps)
    .map((app) => join('apps', app, 'tsconfig.json'))
    .filter((config) => existsSync(join(root, config)));
}
