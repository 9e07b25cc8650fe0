import { readFileSync, readdirSync } from 'node:fs';

/**
 * Processes that a process started, with those they started.
 * @param {number} pid
 * @returns {number[]}
 */
export function descendants(pid) {
  /** @type {[number, number][]} */
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = read(`/proc/${name}/stat`);
      const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
      return stat === '' ? [] : [[Number(name), Number(parent)]];
    });
  const found = [pid];
  for (const one of found) {
    found.push(...all.filter(([, parent]) => parent === one).map(([child]) => child));
  }
  return found.slice(1);
}

/**
 * Command line of a process; empty when it is gone.
 * @param {number} pid
 */
export function commandOf(pid) {
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

/**
 * Seconds of CPU that a process has used. From schedstat, because the ticks of `stat` are 10 ms and the
 * worker uses little more than that in a second of one meeting.
 * @param {number} pid
 */
export function cpuSeconds(pid) {
  let nanoseconds = 0;
  for (const thread of listing(`/proc/${pid}/task`)) {
    nanoseconds += Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0]);
  }
  return nanoseconds / 1e9;
}

/**
 * Memory that a process alone holds and its share of what it shares, in MiB.
 * @param {number} pid
 */
export function memoryMiB(pid) {
  const kibibytes = /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? '0';
  return Number(kibibytes) / 1024;
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended while we looked.
    return '';
  }
}

/** @param {string} path */
function listing(path) {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
