import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../setup-error.mjs';

/**
 * The processes of `npm start` beside the database, in the order they are started (and stopped in
 * reverse). Each answers GET /health/ready on its port.
 * @type {{ name: string, port: import('./settings.mjs').PortSetting, database: boolean }[]}
 */
export const APPS = [
  { name: 'dev-message-catcher', port: 'CATCHER_PORT', database: false },
  { name: 'dev-identity-provider', port: 'IDENTITY_PROVIDER_PORT', database: false },
  { name: 'api', port: 'API_PORT', database: true },
  { name: 'meeting', port: 'MEETING_PORT', database: true },
  { name: 'job-runner', port: 'JOB_RUNNER_PORT', database: true },
];

/** @param {string} name @param {string} [file] */
export const appScript = (name, file = 'main') => `dist/apps/${name}/src/${file}.js`;

/**
 * Refuses to start half of the product.
 * @param {string} root
 */
export function assertBuilt(root) {
  const scripts = APPS.map(({ name }) => join(root, appScript(name)));
  const missing = scripts.find((script) => !existsSync(script));
  if (missing) {
    throw new SetupError(`${missing} is missing; the build is incomplete.`, {
      fix: 'delete the dist folder and run "npm start" again.',
    });
  }
}
