// Runs all checks and tests and counts them together: the checks beside each other, then one suite after the other.
import { resolve } from 'node:path';
import { endCommands } from './command.mjs';
import { step } from './progress.mjs';
import { countAsFailure, printFailure } from './setup-error.mjs';
import { runCheck } from './test-run/check.mjs';
import { runJestSuite } from './test-run/jest-suite.mjs';
import { printFailures } from './test-run/report.mjs';
import { chooseSuites } from './test-run/suites.mjs';

export { chooseSuites };

const ROOT = resolve(import.meta.dirname, '..', '..');
const INTERRUPTED = 130;

/**
 * Runs the chosen suites. The last line it prints is always "N passed, N failed".
 * @param {ReturnType<typeof chooseSuites>} chosen
 * @returns {Promise<number>} The exit code.
 */
export async function runTests({ suites, patterns }) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
    process.on(signal, () => {
      endCommands();
      process.exit(INTERRUPTED);
    });
  }
  let passed = 0;
  const failures = [];
  for (const turn of turnsOf(suites)) {
    const outcome = await step(
      turn.map(({ title }) => title).join(', '),
      turn.length > 1 ? 'one to two minutes' : turn[0].usually,
      (tell) => runTurn(turn, patterns, tell),
      judge,
    );
    passed += outcome.passed;
    failures.push(...outcome.failures);
  }
  printFailures(failures);
  console.log(`\n${passed} passed, ${failures.length} failed`);
  return failures.length === 0 ? 0 : 1;
}

/**
 * What runs at one time. A check keeps one core busy, so all of them together take as long as the longest.
 * @param {import('./test-run/suites.mjs').Suite[]} suites
 */
function turnsOf(suites) {
  const checks = suites.filter(({ kind }) => kind === 'check');
  const others = suites.filter(({ kind }) => kind !== 'check').map((suite) => [suite]);
  return checks.length > 0 ? [checks, ...others] : others;
}

async function runTurn(turn, patterns, tell) {
  const outcomes = await Promise.all(
    turn.map(async ({ name, kind }) => {
      const check = kind === 'check';
      const outcome = await (check
        ? runCheck(ROOT, name)
        : runJestSuite(ROOT, name, patterns, tell));
      const failures = outcome.failures.map((failure) => ({ suite: name, ...failure }));
      return { ...outcome, failures };
    }),
  );
  const sum = (of) => outcomes.reduce((total, outcome) => total + (outcome[of] ?? 0), 0);
  return {
    passed: sum('passed'),
    skipped: sum('skipped'),
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}

/** @param {import('./test-run/check.mjs').Outcome} outcome */
function judge({ passed, failures, skipped }) {
  const skippedToo = skipped ? `, ${skipped} skipped` : '';
  return {
    ok: failures.length === 0,
    detail: `${passed} passed, ${failures.length} failed${skippedToo}`,
  };
}

if (process.argv[1] === import.meta.filename) {
  try {
    process.exit(await runTests(chooseSuites(process.argv.slice(2))));
  } catch (error) {
    printFailure(error);
    countAsFailure('test');
    process.exit(1);
  }
}
