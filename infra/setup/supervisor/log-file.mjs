import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LARGEST_BYTES = 5 * 1024 * 1024;

/**
 * A log of one process, kept small: at 5 MB it becomes "<name>.log.1", and the one before that is gone.
 */
export class LogFile {
  #file;
  #bytes;

  /**
   * @param {string} folder
   * @param {string} name
   */
  constructor(folder, name) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#file = join(folder, `${name}.log`);
    this.#bytes = existsSync(this.#file) ? statSync(this.#file).size : 0;
  }

  /** @param {string} line */
  write(line) {
    const text = `${line}\n`;
    this.#bytes += Buffer.byteLength(text);
    try {
      if (this.#bytes > LARGEST_BYTES) {
        renameSync(this.#file, `${this.#file}.1`);
        this.#bytes = Buffer.byteLength(text);
      }
      appendFileSync(this.#file, text, { mode: 0o600 });
    } catch {
      // A full disk or a removed folder must not take the product down with its log.
    }
  }
}
