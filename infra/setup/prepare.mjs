// The part of set-up that runs on the project's own Node: media worker, build, browser, then the
// command itself. Started by bootstrap.mjs.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { obtainMediaWorker } from '../media-worker/obtain-media-worker.mjs';
import { endCommands } from './command.mjs';
import { countAsFailure, printFailure, SetupError } from './setup-error.mjs';
import { buildAll } from './steps/build.mjs';
import { obtainBrowser } from './steps/browser.mjs';
import { readyNetwork } from './steps/network.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');
const INTERRUPTED = 130;

/** The whole product with browsers on both sides of a line. */
const ON_A_LINE = { build: true, browser: true, network: true };

/**
 * What each command needs before it runs, and what then runs it.
 * @type {Record<string, (args: string[]) => Promise<number>>}
 */
const COMMANDS = {
  async start() {
    await prepare({ worker: true, build: true });
    const { run } = await import('./run.mjs');
    return run();
  },
  async test(args) {
    const { chooseSuites, runTests } = await import('./run-tests.mjs');
    const chosen = chooseSuites(args);
    await prepare(chosen.needs);
    return runTests(chosen);
  },
  async bench(args) {
    return prepareAndRun('test/load/bench.mjs', args, { build: true, browser: true });
  },
  async guards(args) {
    return prepareAndRun('test/security/run-without-guards.mjs', args, {});
  },
  async fuzz(args) {
    return prepareAndRun('test/fuzz/run.mjs', args, {});
  },
  async faults(args) {
    return prepareAndRun('test/faults/run.mjs', args, ON_A_LINE);
  },
  async grid(args) {
    return prepareAndRun('test/grid/run.mjs', args, ON_A_LINE);
  },
};

/**
 * @param {string} path
 * @param {string[]} args
 * @param {{ build?: boolean, browser?: boolean, network?: boolean }} needs Besides the media worker.
 */
async function prepareAndRun(path, args, needs) {
  const script = join(ROOT, path);
  if (!existsSync(script)) {
    throw new SetupError(`${path} is not in this checkout.`);
  }
  await prepare({ worker: true, ...needs });
  const { runScript } = await import('./run-script.mjs');
  return runScript(script, args);
}

async function prepare({ worker, build, browser, network }) {
  const interrupt = () => {
    endCommands();
    console.error('\nInterrupted. The next run goes on from here.');
    process.exit(INTERRUPTED);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'];
  signals.forEach((signal) => process.on(signal, interrupt));
  if (worker) {
    process.env.MEDIASOUP_WORKER_BIN = await obtainMediaWorker(ROOT);
  }
  if (build) {
    await buildAll(ROOT);
  }
  if (browser) {
    process.env.CHROMIUM_BIN = await obtainBrowser();
  }
  if (network) {
    await readyNetwork(ROOT, { browser });
  }
  signals.forEach((signal) => process.off(signal, interrupt));
  process.send?.('prepared');
}

process.chdir(ROOT);
const [command, ...args] = process.argv.slice(2);
COMMANDS[command](args).then(
  (code) => process.exit(code),
  (error) => {
    printFailure(error);
    countAsFailure(command);
    process.exit(1);
  },
);
