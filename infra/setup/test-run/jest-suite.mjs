import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { runCommand } from '../command.mjs';
import { LogFile } from '../supervisor/log-file.mjs';

/** How long Jest may take to end once its report is there. */
const ENDING_MS = 20_000;
const HUNG = {
  name: 'did not end',
  message:
    'A test, or the set-up of all tests, leaves something open: a server, a timer, a process.',
};

/**
 * Runs one Jest project and reads its report.
 *
 * @param {string} root
 * @param {string} name Of the project.
 * @param {string[]} patterns Of test files; all without them.
 * @param {(detail: string) => void} tell
 * @returns {Promise<import('./check.mjs').Outcome>}
 */
export async function runJestSuite(root, name, patterns, tell) {
  const folder = join(root, '.tapaamo', 'test-results');
  const report = join(folder, `${name}.json`);
  mkdirSync(folder, { recursive: true });
  for (const old of [report, join(folder, `${name}.log`)]) {
    rmSync(old, { force: true });
  }
  const log = new LogFile(folder, name);
  let files = 0;
  const config = ['--config', 'infra/quality/jest.config.mjs', '--selectProjects', name];
  const output = ['--json', '--outputFile', report, '--colors=false'];
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const pace = name === 'integration' ? ['--maxWorkers', String(workers())] : [];
  const args = ['--experimental-vm-modules', jest, ...config, ...output, ...pace, ...patterns];
  let said = '';
  const limit = new AbortController();
  const watch = watchForHanging(report, () => limit.abort());
  try {
    await runCommand(process.execPath, args, {
      cwd: root,
      signal: limit.signal,
      env: { ...process.env, NODE_ENV: 'test', NODE_NO_WARNINGS: '1' },
      onLine: (line) => {
        // With --outputFile Jest still writes the report as one line; the file is enough.
        if (line.startsWith('{"')) {
          return;
        }
        log.write(line);
        if (/^(PASS|FAIL) /.test(line)) {
          tell(`${(files += 1)} files done`);
        }
      },
    });
  } catch (error) {
    said = error.output || error.message;
  } finally {
    clearInterval(watch);
  }
  if (!existsSync(report)) {
    return broken(name, said || 'Jest wrote no report.');
  }
  const outcome = readReport(root, JSON.parse(readFileSync(report, 'utf8')), name, patterns);
  if (limit.signal.aborted) {
    outcome.failures.push({ place: name, ...HUNG });
  }
  return outcome;
}

/** Test files at a time that ask a database: with a file a core, half of what a machine can do is spent on waiting for it. */
function workers() {
  return Math.max(2, availableParallelism()) + 1;
}

/**
 * Notices that Jest has written its report but does not end.
 * @param {string} report
 * @param {() => void} onHanging
 */
function watchForHanging(report, onHanging) {
  return setInterval(() => {
    if (existsSync(report) && Date.now() - statSync(report).mtimeMs > ENDING_MS) {
      onHanging();
    }
  }, 1000);
}

/** A suite that could not run counts as one failure. */
const broken = (name, message) => ({
  passed: 0,
  failures: [{ place: name, name: 'could not run', message }],
});

function readReport(root, report, name, patterns) {
  const failures = report.testResults.flatMap((file) => {
    const place = relative(root, file.name);
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    // A file that fails before its first test (a syntax error, a missing import) has no tests to count.
    if (failed.length === 0 && file.status === 'failed') {
      return [{ place, name: 'could not run', message: file.message }];
    }
    return failed.map((test) => ({
      place,
      name: test.fullName,
      message: test.failureMessages.join('\n'),
    }));
  });
  if (report.numTotalTests === 0 && failures.length === 0 && patterns.length === 0) {
    return broken(name, 'There are no tests in it.');
  }
  // A failed global teardown, for one, has no test of its own.
  if (!report.success && failures.length === 0) {
    failures.push(...broken(name, 'Jest failed.').failures);
  }
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failures, skipped };
}
