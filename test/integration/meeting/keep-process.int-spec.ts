import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { nodesOf, parse } from '../../conventions/support/sources.js';

const KEEPER = pathToFileURL(resolve('dist/apps/meeting/src/keep-process.js')).href;

/** Errors that nobody catches, in a process of their own. */
const script = (keeps: boolean): string => `
  import { keepProcess } from ${JSON.stringify(KEEPER)};
  const logger = { error: (name, fields, error) => console.log(name, Object.keys(fields).length, error.message) };
  if (${String(keeps)}) keepProcess(logger);
  setTimeout(() => { throw new Error('thrown'); }, 0);
  setTimeout(() => { void Promise.reject(new Error('rejected')); }, 20);
  setTimeout(() => console.log('alive'), 60);
`;

const run = (keeps: boolean) =>
  promisify(execFile)(process.execPath, ['--input-type=module', '-e', script(keeps)]);

describe('the last resort of a meeting node', () => {
  it('logs what nobody caught and keeps the process, and every call on it', async () => {
    const { stdout } = await run(true);
    expect(stdout.trim().split('\n')).toEqual([
      'process.uncaught-exception 0 thrown',
      'process.unhandled-rejection 0 rejected',
      'alive',
    ]);
  });

  it('is needed: without it the process ends', async () => {
    await expect(run(false)).rejects.toMatchObject({ code: 1 });
  });

  it('is asked for by the process itself', () => {
    const calls = nodesOf(parse('apps/meeting/src/main.ts')).map((node) => node.getText());
    expect(calls).toContain('keepProcess(logger)');
  });
});
