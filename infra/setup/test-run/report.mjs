import { stripVTControlCharacters } from 'node:util';

const LINES_OF_MESSAGE = 30;
/** Where a test framework calls itself; only our own lines help. */
const FRAMEWORK_LINE = /^\s+at .*(node_modules|node:internal|new Promise \(<anonymous>\))/;

/**
 * Prints what failed, first in full, then as a table.
 * @param {{ suite: string, place: string, name: string, message: string }[]} failures
 */
export function printFailures(failures) {
  for (const { suite, place, name, message } of failures) {
    console.log(`\n✗ ${suite}: ${place}: ${name}`);
    const lines = stripVTControlCharacters(message)
      .trimEnd()
      .split('\n')
      .filter((line) => !FRAMEWORK_LINE.test(line));
    for (const line of lines.slice(0, LINES_OF_MESSAGE)) {
      console.log(`    ${line}`);
    }
    if (lines.length > LINES_OF_MESSAGE) {
      console.log(`    … ${lines.length - LINES_OF_MESSAGE} more lines`);
    }
  }
  if (failures.length === 0) {
    return;
  }
  const rows = [['Suite', 'Where', 'What'], ...failures.map((it) => [it.suite, it.place, it.name])];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column].length)));
  console.log('');
  for (const [suite, place, name] of rows) {
    console.log(`${suite.padEnd(widths[0])}  ${place.padEnd(widths[1])}  ${name}`);
  }
}
