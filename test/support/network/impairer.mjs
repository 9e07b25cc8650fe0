import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SOURCE = join(import.meta.dirname, 'impairer.c');
const FOLDER = resolve(import.meta.dirname, '..', '..', '..', '.tapaamo', 'network');

/**
 * Compiles the impairer unless that was done before.
 * @returns {string} The program.
 */
export function impairerProgram() {
  const hash = createHash('sha256').update(readFileSync(SOURCE)).digest('hex').slice(0, 16);
  const program = join(FOLDER, `impairer-${hash}`);
  if (!existsSync(program)) {
    mkdirSync(FOLDER, { recursive: true });
    const incoming = `${program}.${process.pid}`;
    execFileSync('cc', ['-O2', '-Wall', '-o', incoming, SOURCE]);
    renameSync(incoming, program);
  }
  return program;
}

/**
 * Tries whether this machine gives us network namespaces and TUN devices; most containers do not.
 * @returns {string | null} What it refuses; null when it gives all.
 */
export function whyNoLine() {
  if (process.platform !== 'linux') {
    return 'it does not run Linux';
  }
  const { stdout, error } = spawnSync(impairerProgram(), ['0'], { encoding: 'utf8', input: '' });
  if (error) {
    return error.message;
  }
  return stdout.startsWith('ready ') ? null : stdout.trim().replace(/^failed /, '');
}
