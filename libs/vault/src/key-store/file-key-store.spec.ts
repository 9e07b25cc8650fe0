import { link, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemRandomness } from '@tapaamo/common';
import type { DayKeyName } from './day-key.js';
import { FileKeyStore } from './file-key-store.js';
import { KeyDamagedError, DayKeyDestroyedError } from '../vault.errors.js';

const ORGANISATION = '0b2f7a52-5c1e-4c39-9d54-6a1f0e7d3c11';
const OTHER = '1b2f7a52-5c1e-4c39-9d54-6a1f0e7d3c11';
const nameOf = (dueDay: string, generation = 1): DayKeyName => ({
  organisationId: ORGANISATION,
  dueDay,
  generation,
});

describe('the file key store', () => {
  let folder: string;
  const open = (): FileKeyStore => new FileKeyStore(join(folder, 'keys'), new SystemRandomness());
  const pathOf = ({ organisationId, dueDay, generation }: DayKeyName): string =>
    join(folder, 'keys', organisationId, `${dueDay}.${String(generation)}.key`);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tapaamo-keys-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('makes a key once and gives the same one ever after, to every store on the folder', async () => {
    const made = await open().getOrCreate(nameOf('2027-03-10'));
    expect(made).toHaveLength(32);
    await expect(open().getOrCreate(nameOf('2027-03-10'))).resolves.toEqual(made);
    await expect(open().get(nameOf('2027-03-10'))).resolves.toEqual(made);
  });

  it('gives one key to many that ask at once, before even the root key is made', async () => {
    const stores = Array.from({ length: 8 }, open);
    const keys = await Promise.all(
      stores.flatMap((store) =>
        Array.from({ length: 10 }, () => store.getOrCreate(nameOf('2027-03-10'))),
      ),
    );
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    await expect(readdir(join(folder, 'keys', ORGANISATION))).resolves.toEqual([
      '2027-03-10.1.key',
    ]);
  });

  it('loses no key when it is re-keyed while its first root key is made', async () => {
    const makers = ['2027-03-10', '2027-03-11', '2027-03-12', '2027-03-13'].map((day) =>
      nameOf(day),
    );
    const rekeyedAfter = async (steps: number): Promise<void> => {
      for (let step = 0; step < steps; step += 1) {
        await stat(folder);
      }
      await open().rekey();
    };
    for (let round = 0; round < 36; round += 1) {
      const made = Promise.all(makers.map((name) => open().getOrCreate(name)));
      await Promise.all([rekeyedAfter(round % 12), made]);
      const got = Promise.all(makers.map((name) => open().get(name)));
      await expect(got).resolves.toEqual(await made);
      await rm(join(folder, 'keys'), { recursive: true });
    }
  }, 60_000);

  it('has another key for each organisation, day and generation', async () => {
    const store = open();
    const keys = await Promise.all([
      store.getOrCreate(nameOf('2027-03-10')),
      store.getOrCreate(nameOf('2027-03-11')),
      store.getOrCreate(nameOf('2027-03-10', 2)),
      store.getOrCreate({
        ...nameOf('2027-03-10'),
        organisationId: ORGANISATION.replace('0', '1'),
      }),
    ]);
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(4);
  });

  it('says null for a key that was never made or is destroyed', async () => {
    const store = open();
    await expect(store.get(nameOf('2027-03-10'))).resolves.toBeNull();
    await store.getOrCreate(nameOf('2027-03-10'));
    await store.destroy(nameOf('2027-03-10'));
    await expect(store.get(nameOf('2027-03-10'))).resolves.toBeNull();
    await expect(open().get(nameOf('2027-03-10'))).resolves.toBeNull();
    await expect(store.destroy(nameOf('2027-03-10'))).resolves.toBeUndefined();
  });

  it('never makes a key again that was destroyed, nor takes one that comes back', async () => {
    const store = open();
    await store.getOrCreate(nameOf('2027-03-10'));
    const sealed = await readFile(pathOf(nameOf('2027-03-10')));
    await store.destroy(nameOf('2027-03-10'));
    for (const any of [store, open()]) {
      await expect(any.getOrCreate(nameOf('2027-03-10'))).rejects.toThrow(DayKeyDestroyedError);
    }
    await expect(store.getOrCreate(nameOf('2027-03-10', 2))).resolves.toHaveLength(32);
    await writeFile(pathOf(nameOf('2027-03-10')), sealed);
    await expect(store.get(nameOf('2027-03-10'))).resolves.toBeNull();
    await expect(store.getOrCreate(nameOf('2027-03-10'))).rejects.toThrow(DayKeyDestroyedError);
    await expect(store.rekey()).resolves.toEqual(new Map([[ORGANISATION, 1]]));
    // It stays under the root key that is gone, and is destroyed again as it is listed.
    await expect(store.listBefore(ORGANISATION, '2027-03-11')).resolves.toContainEqual(
      nameOf('2027-03-10'),
    );
    await store.destroy(nameOf('2027-03-10'));
    await expect(readFile(pathOf(nameOf('2027-03-10')))).rejects.toThrow('ENOENT');
  });

  it('is to be re-keyed from when a key is destroyed until it was', async () => {
    const store = open();
    await store.getOrCreate(nameOf('2027-03-10'));
    await expect(store.isRekeyDue()).resolves.toBe(false);
    await store.destroy(nameOf('2027-03-10'));
    await expect(open().isRekeyDue()).resolves.toBe(true);
    await store.rekey();
    await expect(open().isRekeyDue()).resolves.toBe(false);
  });

  it('writes over the bytes of a key that it destroys', async () => {
    const store = open();
    const name = nameOf('2027-03-10');
    await store.getOrCreate(name);
    const sealed = await readFile(pathOf(name));
    // A second name of the same bytes on disk shows what the first one's removal leaves.
    const witness = join(folder, 'witness');
    await link(pathOf(name), witness);
    await store.destroy(name);
    const left = await readFile(witness);
    expect(left).toHaveLength(sealed.length);
    for (let at = 0; at + 8 <= sealed.length; at += 1) {
      expect(left.includes(sealed.subarray(at, at + 8))).toBe(false);
    }
  });

  it('destroys a key once when several processes destroy it at the same time', async () => {
    const days = Array.from(
      { length: 28 },
      (_, day) => `2027-02-${String(day + 1).padStart(2, '0')}`,
    );
    for (const day of days) {
      await open().getOrCreate(nameOf(day));
    }
    const stores = Array.from({ length: 8 }, open);
    await Promise.all(
      stores.map(async (store) => {
        for (const day of days) {
          await store.destroy(nameOf(day));
        }
      }),
    );
    await expect(open().listBefore(ORGANISATION, '2027-03-10')).resolves.toEqual([]);
  });

  it('keeps keys sealed and to itself', async () => {
    const key = await open().getOrCreate(nameOf('2027-03-10'));
    const sealed = await readFile(pathOf(nameOf('2027-03-10')));
    expect(sealed.includes(key)).toBe(false);
    expect((await stat(pathOf(nameOf('2027-03-10')))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'keys', 'root.key'))).mode & 0o777).toBe(0o600);
  });

  it('seals under the root key that is there, also when another store came into its place', async () => {
    const store = open();
    await store.getOrCreate(nameOf('2027-03-10'));
    await rm(join(folder, 'keys'), { recursive: true });
    const theirs = await open().getOrCreate(nameOf('2027-03-11'));
    await expect(store.get(nameOf('2027-03-11'))).resolves.toEqual(theirs);
    const ours = await store.getOrCreate(nameOf('2027-03-10'));
    await expect(open().get(nameOf('2027-03-10'))).resolves.toEqual(ours);
  });

  it('makes no root key to read with', async () => {
    await open().getOrCreate(nameOf('2027-03-10'));
    await rm(join(folder, 'keys', 'root.key'));
    await expect(open().get(nameOf('2027-03-10'))).rejects.toThrow('ENOENT');
    await expect(readdir(join(folder, 'keys'))).resolves.toEqual([ORGANISATION]);
  });

  it('does not take a key that was moved to another day or tampered with', async () => {
    const store = open();
    await store.getOrCreate(nameOf('2027-03-10'));
    const sealed = await readFile(pathOf(nameOf('2027-03-10')));
    await writeFile(pathOf(nameOf('2027-03-11')), sealed);
    await expect(store.get(nameOf('2027-03-11'))).rejects.toThrow();
    await writeFile(pathOf(nameOf('2027-03-10')), sealed.subarray(1));
    await expect(store.get(nameOf('2027-03-10'))).rejects.toThrow();
  });

  it('lists the keys of days before a day, and nothing else that lies in the folder', async () => {
    const store = open();
    await expect(store.organisations()).resolves.toEqual([]);
    await expect(store.listBefore(ORGANISATION, '2027-03-10')).resolves.toEqual([]);
    for (const name of [
      nameOf('2027-03-08'),
      nameOf('2027-03-09', 2),
      nameOf('2027-03-10'),
      nameOf('2027-03-11'),
    ]) {
      await store.getOrCreate(name);
    }
    await writeFile(`${pathOf(nameOf('2027-03-08'))}.left-by-a-crash`, 'x');
    await mkdir(join(folder, 'keys', 'lost+found'));
    await expect(store.organisations()).resolves.toEqual([ORGANISATION]);
    const listed = await store.listBefore(ORGANISATION, '2027-03-10');
    expect(listed.sort((a, b) => a.dueDay.localeCompare(b.dueDay))).toEqual([
      nameOf('2027-03-08'),
      nameOf('2027-03-09', 2),
    ]);
  });

  it('does not take what cannot be read for empty', async () => {
    // A file where a folder should be: no right to read cannot be tried as root.
    await mkdir(join(folder, 'keys'));
    await writeFile(join(folder, 'keys', ORGANISATION), '');
    await expect(open().listBefore(ORGANISATION, '2027-03-10')).rejects.toThrow('ENOTDIR');
    await rm(join(folder, 'keys'), { recursive: true });
    await writeFile(join(folder, 'keys'), '');
    await expect(open().organisations()).rejects.toThrow('ENOTDIR');
  });

  it('is re-keyed: day keys stay what they are, and the former root key is nowhere any more', async () => {
    const store = open();
    const [first, second] = [
      nameOf('2027-03-10'),
      { ...nameOf('2027-03-11'), organisationId: OTHER },
    ];
    const made = [await store.getOrCreate(first), await store.getOrCreate(second)];
    const [root, sealed] = [
      await readFile(join(folder, 'keys', 'root.key')),
      await readFile(pathOf(first)),
    ];
    const witnesses = [join(folder, 'root'), join(folder, 'day')] as const;
    await link(join(folder, 'keys', 'root.key'), witnesses[0]);
    await link(pathOf(first), witnesses[1]);
    await expect(store.rekey()).resolves.toEqual(
      new Map([
        [ORGANISATION, 1],
        [OTHER, 1],
      ]),
    );
    // The same bytes of the disk: nothing of the former root and of what it sealed is left in them.
    expect((await readFile(witnesses[0])).includes(root.subarray(0, 8))).toBe(false);
    expect((await readFile(witnesses[1])).includes(sealed.subarray(0, 8))).toBe(false);
    await expect(readdir(join(folder, 'keys'))).resolves.toEqual(
      [ORGANISATION, OTHER, 'root.key'].sort(),
    );
    for (const other of [store, open()]) {
      await expect(Promise.all([other.get(first), other.get(second)])).resolves.toEqual(made);
    }
  });

  it('is re-keyed although one day key is damaged, which stays as it is', async () => {
    const store = open();
    const made = await store.getOrCreate(nameOf('2027-03-10'));
    await store.getOrCreate(nameOf('2027-03-11'));
    await writeFile(pathOf(nameOf('2027-03-11')), Buffer.alloc(60));
    await expect(store.rekey()).resolves.toEqual(new Map([[ORGANISATION, 1]]));
    await expect(store.get(nameOf('2027-03-10'))).resolves.toEqual(made);
    await expect(store.get(nameOf('2027-03-11'))).rejects.toThrow(KeyDamagedError);
    await expect(store.getOrCreate(nameOf('2027-03-11'))).rejects.toThrow(KeyDamagedError);
  });
});
