import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { RunningSystem } from './running-system.js';

const COMMAND = 'dist/apps/job-runner/src/operator.js';

/** Runs the operator's command beside a running system, with the settings of its processes. @returns What it printed. */
export function operate(system: RunningSystem, ...typed: string[]): string {
  const [pid] = system.appPids('job-runner');
  const settings = readFileSync(`/proc/${String(pid)}/environ`, 'utf8').split('\0');
  const env = Object.fromEntries(
    settings
      // The line between that process and its supervisor is not ours.
      .filter((setting) => !setting.startsWith('NODE_CHANNEL_'))
      .map((setting) => {
        const [name = '', ...value] = setting.split('=');
        return [name, value.join('=')];
      }),
  );
  return execFileSync(process.execPath, [COMMAND, ...typed], { env, encoding: 'utf8' });
}
