import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..', '..');

/**
 * Runs one of the test projects that are no part of `npm test`, at this terminal.
 *
 * @param {string} project Its name in `infra/quality/jest.config.mjs`.
 * @param {Record<string, string>} settings What its files read from the environment.
 * @param {{ nodeOptions?: string[], options?: string[] }} extra Of Node and of Jest.
 * @returns {number} The exit code.
 */
export function runProject(project, settings, { nodeOptions = [], options = [] } = {}) {
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const config = ['--config', 'infra/quality/jest.config.mjs', '--selectProjects', project];
  const { status } = spawnSync(
    process.execPath,
    [...nodeOptions, '--experimental-vm-modules', jest, ...config, ...options],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'test', NODE_NO_WARNINGS: '1', ...settings },
    },
  );
  return status ?? 1;
}
