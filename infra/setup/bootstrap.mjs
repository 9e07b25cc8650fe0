import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { endCommands } from './command.mjs';
import { takeFileLock } from './file-lock.mjs';
import { watchNpm } from './parent-watch.mjs';
import { note } from './progress.mjs';
import { countAsFailure, printFailure, SetupError } from './setup-error.mjs';
import { installPackages } from './steps/install-packages.mjs';
import { projectNode } from './steps/project-node.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');
const COMMANDS = ['start', 'test', 'bench', 'guards', 'faults', 'fuzz', 'grid'];
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const INTERRUPTED = 130;

/**
 * Installs the packages and hands over to the project's own Node.
 * @param {string[]} args The command and its arguments.
 * @returns {Promise<number>} The exit code.
 */
export async function bootstrap(args) {
  const interrupt = () => {
    endCommands();
    console.error('\nInterrupted. The next run goes on from here.');
    process.exit(INTERRUPTED);
  };
  SIGNALS.forEach((signal) => process.on(signal, interrupt));
  try {
    if (!COMMANDS.includes(args[0])) {
      throw new SetupError(`"${args[0] ?? ''}" is not a command of set-up.`, {
        fix: 'use "npm start", "npm test", "npm run bench", or "npm run test:guards", "test:faults", "test:fuzz" or "test:grid".',
      });
    }
    process.chdir(ROOT);
    const lock = await takeFileLock(join(ROOT, '.tapaamo', 'setup', 'lock'), {
      onWait: (owner) =>
        note(`Another set-up (process ${owner}) is at work in this folder; waiting.`),
    });
    await installPackages(ROOT);
    const node = projectNode(ROOT);
    SIGNALS.forEach((signal) => process.off(signal, interrupt));
    return await handOver(node, args, () => lock.release());
  } catch (error) {
    printFailure(error);
    countAsFailure(args[0]);
    return 1;
  }
}

/**
 * Runs the rest of set-up, then the command, in a child; this process stays because its death tells the
 * child to end.
 */
function handOver(node, args, onPrepared) {
  const child = spawn(node, [join(import.meta.dirname, 'prepare.mjs'), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  SIGNALS.forEach((signal) => process.on(signal, () => child.kill(signal)));
  watchNpm(() => child.kill('SIGTERM'));
  child.on('message', (message) => message === 'prepared' && onPrepared());
  return new Promise((done) => {
    child.once('error', (error) => {
      printFailure(error);
      done(1);
    });
    child.once('exit', (code, signal) => {
      if (signal) {
        console.error(`✗ Ended by ${signal}.`);
      }
      done(code ?? 1);
    });
  });
}
