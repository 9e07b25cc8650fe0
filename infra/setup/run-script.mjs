import { spawn } from 'node:child_process';

/**
 * Runs a script on this Node with the terminal as its own, and passes our signals on.
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<number>} Its exit code.
 */
export function runScript(script, args) {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  process.on('disconnect', () => child.kill('SIGTERM'));
  return new Promise((done) => {
    child.once('exit', (code) => done(code ?? 1));
  });
}
