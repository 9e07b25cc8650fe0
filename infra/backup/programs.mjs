import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * Runs a program of PostgreSQL (in PG_BIN, or on the PATH). Passwords go by its environment: a command line is seen by
 * everybody on the machine.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {string} url Of the server.
 * @throws {Error} with what it said
 */
export async function runProgram(program, args, url) {
  const { hostname, port, username, password, pathname } = new URL(url);
  const env = {
    ...process.env,
    PGHOST: hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)) || 'postgres',
  };
  const child = spawn(join(process.env.PG_BIN ?? '', program), args, {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said = (said + text).slice(-4_000);
  });
  const status = await new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  if (status !== 0) {
    throw new Error(`${program} did not succeed:\n${said}`);
  }
}

/**
 * Reads `--name value` options.
 * @param {string[]} args
 * @param {string[]} needed
 * @returns {Record<string, string>}
 */
export function optionsOf(args, needed) {
  const options = Object.fromEntries(
    args.flatMap((arg, index) =>
      arg.startsWith('--') ? [[arg.slice(2), args[index + 1] ?? '']] : [],
    ),
  );
  for (const name of needed) {
    if (!options[name]) {
      throw new Error(`--${name} is missing. infra/backup/README.md tells how.`);
    }
  }
  return options;
}

/** A setting that must be there. @param {string} name */
export function setting(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: a role that may back up (infra/backup/README.md).`);
  }
  return value;
}
