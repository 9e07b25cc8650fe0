const STACK_LINE = /^\s+at |^\s+\d+: (<unknown>|\w+$)|^Stack backtrace:|^Node\.js v\d/;

/**
 * Whether a failing program wrote this line for its own developers: JavaScript's and native stacks.
 * @param {string} line
 */
export const isStackLine = (line) => !process.env.TAPAAMO_DEBUG && STACK_LINE.test(line);

/**
 * A failure that is told to the person in plain words, never as a stack.
 */
export class SetupError extends Error {
  /**
   * @param {string} what What went wrong, one sentence.
   * @param {object} [more]
   * @param {string} [more.fix] What the person can do about it.
   * @param {string} [more.output] The last lines of the command that failed.
   */
  constructor(what, { fix, output } = {}) {
    super(what);
    this.name = 'SetupError';
    this.fix = fix;
    this.output = output;
  }
}

/**
 * Prints a failure: what, how to fix it and what the command said.
 * @param {unknown} error
 */
export function printFailure(error) {
  const known = error instanceof SetupError;
  const lines = [`\n✗ ${error instanceof Error ? error.message : String(error)}`];
  if (known && error.output) {
    lines.push(indent(error.output));
  }
  if (known && error.fix) {
    lines.push(`  How to fix it: ${error.fix}`);
  }
  if (!known) {
    lines.push('  Set TAPAAMO_DEBUG=1 and run it again to see where it happened.');
  }
  if (process.env.TAPAAMO_DEBUG && error instanceof Error) {
    lines.push(indent(error.stack ?? ''));
  }
  console.error(lines.join('\n'));
}

/**
 * Ends `npm test` as its readers expect also when set-up failed before any test: with the count.
 * @param {string} [command]
 */
export function countAsFailure(command) {
  if (command === 'test') {
    console.log('\n0 passed, 1 failed');
  }
}

/** @param {string} text */
const indent = (text) => text.trimEnd().replace(/^/gm, '    ');
