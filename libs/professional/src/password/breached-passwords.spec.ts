import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { BreachedPasswords } from './breached-passwords.js';

const hashOf = (password: string): string =>
  createHash('sha1').update(password).digest('hex').toUpperCase();

describe('the list of breached passwords', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tapaamo-breached-'));
    path = join(folder, 'list.txt');
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  const writeList = async (passwords: string[], end = '\n') =>
    writeFile(
      path,
      passwords
        .map((password, index) => `${hashOf(password)}:${String(10 ** (index % 8))}`)
        .sort()
        .map((line) => line + end)
        .join(''),
    );

  it('has every password that it has, and no other, whatever its length and order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 60 }),
        fc.constantFrom('\n', '\r\n'),
        async (passwords, end) => {
          const composed = [...new Set(passwords.map((password) => password.normalize('NFKC')))];
          const known = composed.filter((_, index) => index % 2 === 0);
          await writeList(known, end);
          const list = new BreachedPasswords(path);
          for (const password of composed) {
            expect([password, await list.has(password)]).toEqual([
              password,
              known.includes(password),
            ]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('has the first and the last, also when the last line has no end', async () => {
    const passwords = Array.from({ length: 500 }, (_, index) => `password-${String(index)}`);
    const lines = passwords.map((password) => `${hashOf(password)}:1`).sort();
    await writeFile(path, lines.join('\n'));
    const list = new BreachedPasswords(path);
    const known = await Promise.all(passwords.map((password) => list.has(password)));
    expect(known.every(Boolean)).toBe(true);
    expect(await list.has('another')).toBe(false);
  });

  it('has none when it is empty or the installation has no list', async () => {
    await writeFile(path, '');
    expect(await new BreachedPasswords(path).has('password')).toBe(false);
    expect(await new BreachedPasswords('').has('password')).toBe(false);
  });

  it('is not taken for empty when it cannot be read', async () => {
    await expect(new BreachedPasswords(join(folder, 'missing')).has('x')).rejects.toThrow('ENOENT');
  });
});
