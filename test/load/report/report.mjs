import {
  accessRows,
  auditRows,
  forgettingRows,
  identificationRows,
  joinRows,
  keyRows,
  mediaRows,
  outboxRows,
  pageRows,
  requestRows,
  searchRows,
  startRows,
  vaultRows,
} from './rows.mjs';
import { capacityRows, forwardingRows, overloadRows, rigJoinRows } from './rig-rows.mjs';

/** @typedef {import('./rows.mjs').Row} Row */

/**
 * The results as a table for people.
 * @param {Record<string, any>} results
 * @returns {string}
 */
export function describeResults(results) {
  const rows = [
    ...joinRows(results.join),
    ...mediaRows(results.media),
    ...forwardingRows(results.forwarding),
    ...capacityRows(results.capacity),
    ...rigJoinRows(results.joins),
    ...overloadRows(results.overload),
    ...startRows(results.start),
    ...pageRows(results.page),
    ...requestRows(results.requests),
    ...searchRows(results.search),
    ...identificationRows(results.identification),
    ...outboxRows(results.outbox),
    ...forgettingRows(results.forgetting),
    ...accessRows(results.access),
    ...auditRows(results.audit),
    ...keyRows(results.keys),
    ...vaultRows(results.vault),
  ];
  const { machine } = results;
  const busy = machine.loadAverage[0] > machine.cores ? ' (busy: trust the ratios only)' : '';
  return [
    '',
    `${machine.date}  ${machine.cores} cores ${machine.processor}, ${machine.memoryGiB} GiB, ` +
      `Node ${machine.node}, mediasoup ${machine.mediasoup}, load ${machine.loadAverage[0]}${busy}`,
    '',
    table(rows),
    '',
    ...stepLines(results.join),
    ...fileLines(results.page),
    ...failureLines(results.join),
    'All figures: dist/bench/results.json. What they mean: test/load/README.md.',
  ].join('\n');
}

/** The way of a join in milliseconds, side by side: where the product's time goes. */
function stepLines(result) {
  if (!result) {
    return [];
  }
  const { product, bare, alone } = result.join.steps;
  const rows = Object.keys(product).map((step) => ({
    figure: step,
    product: String(product[step]),
    floor: String(bare[step] ?? ''),
    ratio: String(alone[step] ?? ''),
  }));
  const head = { figure: 'ms since opening', product: 'product', floor: 'bare', ratio: 'alone' };
  return [align([head, ...rows]), ''];
}

/** The biggest files of the first page. */
function fileLines(result) {
  if (!result) {
    return [];
  }
  const rows = [...result.door.biggest, ...result.meeting.biggest.slice(0, 2)].map((file) => ({
    figure: file.path,
    product: `${file.kib} KiB`,
    floor: file.encoding,
  }));
  return [align(rows), ''];
}

/** @param {Row[]} rows */
function table(rows) {
  const head = { figure: '', product: 'product', floor: 'floor', ratio: 'ratio', goal: 'goal' };
  return align([head, ...rows]);
}

/** @param {Row[]} rows */
function align(rows) {
  const columns = ['figure', 'product', 'floor', 'ratio', 'goal'];
  const widths = columns.map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      columns
        .map((column, index) => (row[column] ?? '').padEnd(widths[index]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A figure means little beside the attempts that failed. */
function failureLines(result) {
  const failures = result ? [...result.join.failures, ...result.admit.failures] : [];
  return failures.flatMap(({ of, why, pages }) => [`✗ failed: ${of}: ${why}`, ...pages, '']);
}
