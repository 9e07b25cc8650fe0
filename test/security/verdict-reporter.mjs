// A reporter of Jest that writes what became of the tests to the file that GUARDS_VERDICT names. Where GUARDS_UNTIL is
// "first-failure", nothing is run after it: one is enough to know that a guard is missed. Jest's own --bail ends after a
// whole file, and without its JSON.
import { writeFileSync } from 'node:fs';

/** A test that took too long, or that lost its database, says nothing of the guard: the machine may have been busy. */
const TOO_LONG = /Exceeded timeout of \d+|Connection terminated|got 503/;
/** A module that does not load fails tests that import it themselves, too. */
const NOT_LOADED = /Cannot find module|does not provide an export/;

/**
 * @typedef {object} Verdict
 * @property {string | null} failed Name of the test that failed first.
 * @property {string[]} failedFiles Files with a test that failed.
 * @property {string} said Messages of the tests that failed.
 * @property {string[]} broken Files that could not be run.
 * @property {string[]} slow Files with a test that took too long.
 * @property {string[]} passed Files all of whose tests passed.
 * @property {number} tests How many tests passed.
 */

export default class VerdictReporter {
  /** @type {Verdict} */
  #verdict = {
    failed: null,
    failedFiles: [],
    said: '',
    broken: [],
    slow: [],
    passed: [],
    tests: 0,
  };

  onTestCaseResult({ path }, { status, fullName, failureMessages }) {
    if (status === 'passed') {
      this.#verdict.tests += 1;
    }
    if (status !== 'failed') {
      return;
    }
    if (failureMessages.some((message) => NOT_LOADED.test(message))) {
      this.#verdict.broken.push(path);
    } else if (failureMessages.every((message) => TOO_LONG.test(message))) {
      this.#verdict.slow.push(path);
    } else {
      this.#verdict.failed ??= fullName;
      this.#verdict.failedFiles.push(path);
      this.#verdict.said += failureMessages.join('\n');
      if (process.env.GUARDS_UNTIL === 'first-failure') {
        this.#write();
        process.exit(1);
      }
    }
  }

  onTestResult({ path }, { testExecError, numFailingTests }) {
    if (testExecError !== undefined) {
      this.#verdict.broken.push(path);
    } else if (numFailingTests === 0) {
      this.#verdict.passed.push(path);
    }
  }

  onRunComplete() {
    this.#write();
  }

  #write() {
    writeFileSync(process.env.GUARDS_VERDICT, JSON.stringify(this.#verdict));
  }
}
