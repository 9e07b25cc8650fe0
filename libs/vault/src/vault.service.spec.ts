import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FixedClock, SystemRandomness } from '@tapaamo/common';
import { Logger } from '@tapaamo/logging';
import type { EntityManager } from 'typeorm';
import { FileKeyStore } from './key-store/file-key-store.js';
import { KeyDamagedError, VaultSealedError } from './vault.errors.js';
import { Vault } from './vault.service.js';
import type { Punctures } from './puncture/punctures.js';
import { VisitKeys, type KeyMove, type VisitKey } from './keys/visit-keys.js';

const DUE = '2027-03-10T08:45:00Z';
const NEXT_DAY = '2027-03-11T08:45:00Z';
const CLIENT = { name: 'Aino Virtanen' };
const randomness = new SystemRandomness();

/** As much of a key database as the vault asks for here. */
class KeysInMemory extends VisitKeys {
  constructor(private readonly rows: VisitKey[]) {
    super();
  }
  override find(visitIds: readonly string[]): Promise<VisitKey[]> {
    return Promise.resolve(this.rows.filter(({ visitId }) => visitIds.includes(visitId)));
  }
  override add(key: VisitKey): Promise<boolean> {
    this.rows.push(key);
    return Promise.resolve(true);
  }
  override move(from: VisitKey, to: VisitKey): Promise<KeyMove> {
    this.rows.splice(this.rows.indexOf(from), 1, to);
    return Promise.resolve('moved');
  }
  override closedUpTo(): Promise<number> {
    return Promise.resolve(0);
  }
  override forget = (): never => this.#unasked();
  override close = (): never => this.#unasked();
  override noteDestroyed = (): never => this.#unasked();
  override closedDays = (): never => this.#unasked();
  override openBefore = (): never => this.#unasked();
  override page = (): never => this.#unasked();
  override destroyedDays = (): never => this.#unasked();
  #unasked(): never {
    throw new Error('Nobody asks for this here.');
  }
}

/** Something sealed for a visit of its own. */
interface Sealed {
  visitId: string;
  place: { table: string; rowId: string };
  envelope: Buffer;
}

describe('a vault whose keys are damaged', () => {
  const organisationId = randomUUID();
  let folder: string;
  let rows: VisitKey[];
  let vault: Vault;

  /** As much of a transaction as the vault asks for: every visit is there, and due in years. */
  const tx = {
    query: (_text: string, [visitIds]: [string[]]) =>
      Promise.resolve(visitIds.map((id) => ({ id, dueAt: new Date('2030-01-01T00:00:00Z') }))),
  } as unknown as EntityManager;

  const openVault = (): Vault =>
    new Vault(
      new FileKeyStore(folder, randomness),
      new KeysInMemory(rows),
      {} as Punctures,
      new FixedClock('2027-02-10T08:00:00Z'),
      randomness,
      new Logger('test', 'error', { write: () => undefined }),
    );

  const seal = async (dueAt = DUE): Promise<Sealed> => {
    const visitId = randomUUID();
    const place = { table: 'participant', rowId: randomUUID() };
    await vault.createVisitKey(tx, { visitId, organisationId, dueAt: new Date(dueAt) });
    return { visitId, place, envelope: await vault.seal(tx, visitId, place, CLIENT) };
  };

  const openAll = async (all: Sealed[], damagedDays?: 'refused' | 'hidden'): Promise<unknown[]> => {
    const opener = await vault.opener(
      tx,
      all.map(({ visitId }) => visitId),
      damagedDays,
    );
    return all.map(({ visitId, place, envelope }) => opener(visitId, place, envelope));
  };

  const open = ({ visitId, place, envelope }: Sealed) => vault.open(tx, visitId, place, envelope);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tapaamo-vault-'));
    rows = [];
    vault = openVault();
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('opens the others when one visit’s key is damaged', async () => {
    const all = [await seal(), await seal(), await seal()] as const;
    for (const wrappedKey of [Buffer.alloc(60), Buffer.alloc(0)]) {
      Object.assign(rows[1] as VisitKey, { wrappedKey });
      await expect(openAll([...all])).resolves.toEqual([CLIENT, null, CLIENT]);
      await expect(open(all[1])).rejects.toThrow(VaultSealedError);
    }
  });

  it('opens the others when one envelope is damaged', async () => {
    const [one, damaged] = [await seal(), { ...(await seal()), envelope: Buffer.alloc(3) }];
    await expect(openAll([one, damaged])).resolves.toEqual([CLIENT, null]);
  });

  it('opens what is sealed after the root key was replaced, and nothing from before', async () => {
    const before = await seal();
    await rm(join(folder, 'root.key'));
    vault = openVault();
    const after = await seal(NEXT_DAY);
    await expect(openAll([before, after], 'hidden')).resolves.toEqual([null, CLIENT]);
    await expect(open(before)).rejects.toThrow(KeyDamagedError);
  });

  it('calls no visit forgotten whose day key is damaged, nor moves it', async () => {
    const [one, other] = [await seal(), await seal(NEXT_DAY)];
    await writeFile(join(folder, organisationId, '2027-03-10.1.key'), Buffer.alloc(60));
    await expect(open(one)).rejects.toThrow(KeyDamagedError);
    await expect(vault.moveVisit(tx, one.visitId, new Date(NEXT_DAY))).rejects.toThrow(
      KeyDamagedError,
    );
    await expect(openAll([one, other])).rejects.toThrow(KeyDamagedError);
    await expect(openAll([one, other], 'hidden')).resolves.toEqual([null, CLIENT]);
  });

  it('seals under the next generation of a day whose key was destroyed', async () => {
    const before = await seal();
    const store = new FileKeyStore(folder, randomness);
    await store.destroy({ organisationId, dueDay: '2027-03-10', generation: 1 });
    const after = await seal();
    expect(rows.map(({ generation }) => generation)).toEqual([1, 2]);
    await expect(openAll([before, after])).resolves.toEqual([null, CLIENT]);
    await expect(open(before)).rejects.toThrow(VaultSealedError);
  });

  it('opens what is sealed after the whole folder was lost, on the same day too', async () => {
    const before = await seal();
    await rm(folder, { recursive: true });
    vault = openVault();
    const after = await seal();
    await expect(openAll([before, after])).resolves.toEqual([null, CLIENT]);
  });

  it('keeps a visit where it was when the new day’s key cannot be had', async () => {
    const one = await seal();
    // A folder where the key's file should be.
    await mkdir(join(folder, organisationId, '2027-03-11.1.key'));
    await expect(vault.moveVisit(tx, one.visitId, new Date(NEXT_DAY))).rejects.toThrow();
    await expect(open(one)).resolves.toEqual(CLIENT);
  });

  it('does not call a visit forgotten while the folder cannot be read', async () => {
    const one = await seal();
    await rm(join(folder, organisationId), { recursive: true });
    // A file where a folder should be: no right to read cannot be tried as root.
    await writeFile(join(folder, organisationId), '');
    await expect(openAll([one])).rejects.toThrow('ENOTDIR');
    await expect(open(one)).rejects.toThrow('ENOTDIR');
  });
});
