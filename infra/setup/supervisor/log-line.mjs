import { isStackLine } from '../setup-error.mjs';

const WARNING = 40;
const ERROR = 50;
/** Fields of every line, which say nothing about this one or are shown apart. */
const COMMON = new Set(['level', 'time', 'pid', 'hostname', 'process', 'event', 'msg']);

/**
 * What of a process's output a person at the terminal should see: warnings and errors, in one line.
 * @param {string} name Of the process.
 * @param {string} line
 * @returns {string | undefined}
 */
export function terminalLine(name, line) {
  const entry = parse(line);
  // What is not a log line comes from Node itself or from a crash.
  if (!entry) {
    return line.trim() === '' || isStackLine(line) ? undefined : `${name}: ${line}`;
  }
  if (!(entry.level >= WARNING)) {
    return undefined;
  }
  const { level, event, msg } = entry;
  const kind = level >= ERROR ? 'error' : 'warning';
  const fields = Object.entries(entry).filter(([key]) => !COMMON.has(key));
  const details = fields.map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  return [`${name}: ${kind}: ${event ?? msg ?? ''}`, ...details].join(' ');
}

/** @param {string} line */
function parse(line) {
  if (!line.startsWith('{')) {
    return undefined;
  }
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
