import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';
import { join, resolve } from 'node:path';

const PACKAGES = resolve(import.meta.dirname, '..', '..', 'node_modules');

/** What the figures were measured on; without it they mean nothing to somebody else. */
export function describeMachine() {
  return {
    date: new Date().toISOString(),
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
    kernel: release(),
    node: process.version,
    mediasoup: versionOf('mediasoup'),
    /** More than the cores: others were busy, and only the ratios say something. */
    loadAverage: loadavg().map((load) => Number(load.toFixed(1))),
  };
}

/** @param {string} name */
function versionOf(name) {
  return JSON.parse(readFileSync(join(PACKAGES, name, 'package.json'), 'utf8')).version;
}
