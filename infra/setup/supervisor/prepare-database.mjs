import { existsSync } from 'node:fs';
import { runCommand } from '../command.mjs';
import { SetupError } from '../setup-error.mjs';

/**
 * Runs the migrations and makes the demonstration organisation, and gives back what there is to sign in
 * with.
 *
 * @param {string} script
 * @param {NodeJS.ProcessEnv} env
 * @param {import('./log-file.mjs').LogFile} logFile
 * @returns {Promise<Record<string, unknown>>}
 */
export async function prepareDatabase(script, env, logFile) {
  if (!existsSync(script)) {
    throw new SetupError(`${script} is missing; the build is incomplete.`);
  }
  let demo = {};
  await runCommand(process.execPath, ['--enable-source-maps', script, '--demo'], {
    env,
    failure: 'The database could not be prepared.',
    fix: 'see the lines above; is DATABASE_URL right and its server a PostgreSQL 15 or later?',
    onLine: (line) => {
      const told = demoIn(line);
      if (told) {
        demo = told;
      } else {
        logFile.write(line);
      }
    },
  });
  return demo;
}

/** @param {string} line */
function demoIn(line) {
  if (!line.startsWith('{"demo"')) {
    return undefined;
  }
  try {
    return JSON.parse(line).demo;
  } catch {
    return undefined;
  }
}
