import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';

/** Characters of a SHA-1 hash in hexadecimal. */
const HASH_LENGTH = 40;

/** Longer than any line of the list: a hash, a colon, a count and an end. */
const LINE_BYTES = 64;

/**
 * Passwords known from breaches, as "have i been pwned" publishes them for use without its service: one SHA-1 hash a
 * line in upper case, sorted, with a count behind a colon. The file (some 40 GB) stays on disk; a look takes some 36
 * short reads.
 */
export class BreachedPasswords {
  /** @param path - Of the list; empty when the installation has none. */
  constructor(private readonly path: string) {}

  /** Whether the list has the password. Without a list it has none. @throws Error of the file system */
  async has(password: string): Promise<boolean> {
    if (this.path === '') {
      return false;
    }
    const file = await open(this.path, 'r');
    try {
      return await isInSortedFile(file, hashOf(password));
    } finally {
      await file.close();
    }
  }
}

function hashOf(password: string): string {
  return createHash('sha1').update(password.normalize('NFKC')).digest('hex').toUpperCase();
}

/** Binary search over bytes: at each place the line that begins at or after it is compared. */
async function isInSortedFile(file: FileHandle, wanted: string): Promise<boolean> {
  let [low, high] = [0, (await file.stat()).size];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const line = await lineFrom(file, middle);
    if (line === null || line.hash > wanted) {
      high = middle;
    } else if (line.hash === wanted) {
      return true;
    } else {
      low = line.end;
    }
  }
  return false;
}

/** The first line that begins at or after a place, and where the next one begins; null when there is none. */
async function lineFrom(
  file: FileHandle,
  place: number,
): Promise<{ hash: string; end: number } | null> {
  // One byte earlier, to see whether a line begins right here.
  const from = Math.max(0, place - 1);
  const { buffer, bytesRead } = await file.read(
    Buffer.alloc(2 * LINE_BYTES),
    0,
    2 * LINE_BYTES,
    from,
  );
  const text = buffer.toString('latin1', 0, bytesRead);
  const begin = place === 0 ? 0 : text.indexOf('\n') + 1;
  const hash = text.slice(begin, begin + HASH_LENGTH);
  if ((place !== 0 && begin === 0) || hash.length < HASH_LENGTH) {
    return null;
  }
  const end = text.indexOf('\n', begin);
  return { hash: hash.toUpperCase(), end: from + (end < 0 ? bytesRead : end + 1) };
}
