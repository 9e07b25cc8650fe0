import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConfigInvalidError } from '@tapaamo/config';
import { refuseUnsafeFolder, refuseUnsafeHoldFolder } from './folder-rules.js';

describe('where day keys may lie', () => {
  let base: string;

  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'tapaamo-place-'));
    await mkdir(join(base, 'keys'), { mode: 0o700 });
    await mkdir(join(base, 'pg', 'base'), { recursive: true });
    await writeFile(join(base, 'pg', 'PG_VERSION'), '18\n');
    await mkdir(join(base, 'backups'), { mode: 0o700 });
    await mkdir(join(base, 'data'));
  });

  afterEach(async () => {
    await rm(base, { recursive: true });
  });

  /** What is refused of a place, as the beginnings of sentences. */
  const refused = async (
    keys: string,
    kind: 'development' | 'test' | 'production' = 'development',
    escrow = '',
  ): Promise<readonly string[]> => {
    try {
      await refuseUnsafeFolder({
        NODE_ENV: kind,
        KEY_STORE_DIR: join(base, keys),
        KEY_ESCROW_DIR: escrow === '' ? '' : join(base, escrow),
        DATA_DIR: join(base, 'data'),
        BACKUP_DIRS: [join(base, 'backups'), join(base, 'nowhere')],
      });
      return [];
    } catch (error) {
      return (error as ConfigInvalidError).problems;
    }
  };
  const sentence = (text: string): unknown => expect.stringContaining(`KEY_STORE_DIR ${text}`);

  it('takes a folder of its own, and one that is still to be made', async () => {
    await expect(refused('keys')).resolves.toEqual([]);
    await expect(refused('made/later')).resolves.toEqual([]);
    await expect(refused('backups-of-none')).resolves.toEqual([]);
    await expect(refused('data/keys')).resolves.toEqual([]);
  });

  it.each(['development', 'test', 'production'] as const)(
    'refuses the data folder of a database and backed-up folders in %s',
    async (kind) => {
      const [database, backup] = [
        sentence('must lie outside the data folder'),
        sentence('must lie outside every folder of BACKUP_DIRS'),
      ];
      await expect(refused('pg/keys', kind)).resolves.toEqual([database]);
      await expect(refused('pg/base/1/keys', kind)).resolves.toEqual([database]);
      await expect(refused('backups', kind)).resolves.toEqual([backup]);
      await expect(refused('backups/of/keys', kind)).resolves.toEqual([backup]);
      await expect(refused('nowhere/keys', kind)).resolves.toEqual([backup]);
    },
  );

  it('follows links: to the folder, above it, and to the backed-up one', async () => {
    await symlink(join(base, 'pg', 'base'), join(base, 'link'));
    await expect(refused('link/keys')).resolves.toEqual([sentence('must lie outside the data')]);
    await symlink(join(base, 'keys'), join(base, 'nowhere'));
    await expect(refused('keys')).resolves.toEqual([sentence('must lie outside every folder')]);
    await symlink(join(base, 'data'), join(base, 'elsewhere'));
    await expect(refused('elsewhere/keys', 'production')).resolves.toEqual([
      sentence('must lie outside DATA_DIR'),
    ]);
    await expect(refused('elsewhere/keys')).resolves.toEqual([]);
  });

  it.each([0o750, 0o701, 0o755])('refuses a folder that others may enter: %o', async (mode) => {
    await chmod(join(base, 'keys'), mode);
    await expect(refused('keys')).resolves.toEqual([sentence('must be open to its owner only')]);
  });

  it('takes a folder of its own for escrow, and refuses what it refuses for keys', async () => {
    const about = (text: string): unknown => expect.stringContaining(`KEY_ESCROW_DIR ${text}`);
    await expect(refused('keys', 'production', 'escrow')).resolves.toEqual([]);
    await expect(refused('keys', 'production', 'keys-of-escrow')).resolves.toEqual([]);
    for (const [escrow, text] of [
      ['pg/base/escrow', 'must lie outside the data folder'],
      ['backups/escrow', 'must lie outside every folder of BACKUP_DIRS'],
      ['data/escrow', 'must lie outside DATA_DIR'],
      ['keys', 'must lie apart from KEY_STORE_DIR'],
      ['keys/escrow', 'must lie apart from KEY_STORE_DIR'],
    ] as const) {
      await expect(refused('keys', 'production', escrow)).resolves.toEqual([about(text)]);
    }
    await symlink(join(base, 'keys'), join(base, 'link'));
    await expect(refused('keys', 'test', 'link/in')).resolves.toEqual([about('must lie apart')]);
    await expect(refused('outer/keys', 'test', 'outer')).resolves.toEqual([
      about('must lie apart'),
    ]);
    await mkdir(join(base, 'open'), { mode: 0o755 });
    await expect(refused('keys', 'test', 'open')).resolves.toEqual([about('must be open to its')]);
  });

  it('takes a folder of its own for the keys of holds, apart from both', async () => {
    const within = (path: string) => (path === '' ? '' : join(base, path));
    const check = (holds: string, escrow = '') =>
      refuseUnsafeHoldFolder({
        HOLD_KEY_STORE_DIR: within(holds),
        KEY_STORE_DIR: join(base, 'keys'),
        KEY_ESCROW_DIR: within(escrow),
        DATA_DIR: join(base, 'data'),
        BACKUP_DIRS: [join(base, 'backups')],
        NODE_ENV: 'test',
      });
    await expect(check('')).resolves.toBeUndefined();
    await expect(check('holds', 'escrow')).resolves.toBeUndefined();
    for (const [holds, escrow] of [
      ['keys', ''],
      ['keys/holds', ''],
      ['escrow/holds', 'escrow'],
      ['holds', 'holds/escrow'],
      ['backups/holds', ''],
      ['pg/base/holds', ''],
    ] as const) {
      await expect(check(holds, escrow)).rejects.toThrow();
    }
  });
});
