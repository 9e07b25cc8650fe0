import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SystemRandomness, localDateOf } from '@tapaamo/common';
import { FileKeyStore, Vault, VaultSealedError } from '@tapaamo/vault';
import { bareVisit } from '../../support/bare-visit.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';

const ORGANISATION = '0b2f7a52-5c1e-4c39-9d54-6a1f0e7d3c11';
const DUE = new Date('2027-03-10T08:45:00.000Z');
const CLIENT = { name: 'Aino Virtanen' };

/** Something sealed: the visit, the place, and the bytes. */
interface Sealed {
  visitId: string;
  place: { table: string; rowId: string };
  envelope: Buffer;
}

describe('the vault', () => {
  let api: TestApi;
  let vault: Vault;
  let keyStore: FileKeyStore;

  beforeAll(async () => {
    api = await startApi();
    vault = api.get(Vault);
    keyStore = new FileKeyStore(api.config.KEY_STORE_DIR, new SystemRandomness());
  });

  beforeEach(() => {
    api.clock.set(NOW);
  });

  afterAll(async () => {
    await api.close();
  });

  const tx = () => api.dataSource.manager;
  const seal = async (dueAt = DUE, organisationId = ORGANISATION): Promise<Sealed> => {
    const visitId = randomUUID();
    const place = { table: 'participant', rowId: randomUUID() };
    await vault.createVisitKey(tx(), { visitId, organisationId, dueAt });
    await bareVisit(api.dataSource, { visitId, organisationId, dueAt });
    return { visitId, place, envelope: await vault.seal(tx(), visitId, place, CLIENT) };
  };
  const open = ({ visitId, place, envelope }: Sealed) => vault.open(tx(), visitId, place, envelope);
  const openMany = async (all: Sealed[]) => {
    const one = await vault.opener(
      tx(),
      all.map(({ visitId }) => visitId),
    );
    return all.map(({ visitId, place, envelope }) => one(visitId, place, envelope));
  };
  const keyOf = ({ visitId }: Sealed) => api.keys.of(visitId);
  const moveMain = ({ visitId }: Sealed, dueAt: Date) =>
    api.dataSource.query('UPDATE visit SET purge_due_at = $2 WHERE id = $1', [visitId, dueAt]);

  it('opens what it sealed, one by one and many at once', async () => {
    const [one, other] = [await seal(), await seal(new Date('2027-03-11T08:45:00Z'))];
    await expect(open(one)).resolves.toEqual(CLIENT);
    await expect(openMany([one, other])).resolves.toEqual([CLIENT, CLIENT]);
  });

  it('does not open an envelope in the row of another', async () => {
    const [one, other] = [await seal(), await seal()];
    const sameVisit = { table: 'participant', rowId: randomUUID() };
    for (const swapped of [
      { ...one, envelope: other.envelope },
      { ...one, place: other.place },
      { ...one, visitId: other.visitId },
      { ...one, place: sameVisit },
      { ...one, place: { ...one.place, table: 'identification' } },
      { ...one, envelope: Buffer.alloc(0) },
    ]) {
      await expect(open(swapped)).rejects.toThrow(VaultSealedError);
      await expect(openMany([swapped])).resolves.toEqual([null]);
    }
  });

  it('does not open with the wrapped key of another visit, organisation or day, nor when its due instant is pushed', async () => {
    const one = await seal();
    const { wrappedKey } = await keyOf(one);
    for (const other of [
      await seal(),
      await seal(DUE, randomUUID()),
      await seal(new Date('2027-03-11T08:45:00Z')),
    ]) {
      await api.keys.change(other.visitId, { wrappedKey });
      await expect(open(other)).rejects.toThrow(VaultSealedError);
    }
    for (const change of [
      { organisationId: randomUUID() },
      { dueDay: '2027-03-11' },
      { generation: 2 },
      { dueAt: new Date(DUE.getTime() + 1) },
      { dueAt: new Date(DUE.getTime() - 1) },
    ]) {
      const moved = await seal();
      await api.keys.change(moved.visitId, change);
      await expect(open(moved)).rejects.toThrow(VaultSealedError);
    }
  });

  it('opens the others of a list when one of them is damaged', async () => {
    const [one, damaged, other] = [await seal(), await seal(), await seal()];
    await api.keys.change(damaged.visitId, { wrappedKey: Buffer.alloc(60) });
    await expect(openMany([one, damaged, other])).resolves.toEqual([CLIENT, null, CLIENT]);
  });

  it('hides from the due instant on, to the millisecond, without any sweep', async () => {
    const one = await seal();
    api.clock.set('2027-03-10T08:44:59.999Z');
    await expect(open(one)).resolves.toEqual(CLIENT);
    await expect(openMany([one])).resolves.toEqual([CLIENT]);
    api.clock.set(DUE);
    await expect(open(one)).rejects.toThrow(VaultSealedError);
    await expect(openMany([one])).resolves.toEqual([null]);
    await expect(vault.seal(tx(), one.visitId, one.place, CLIENT)).rejects.toThrow(
      VaultSealedError,
    );
    await expect(vault.moveVisit(tx(), one.visitId, new Date('2027-04-01'))).rejects.toThrow(
      VaultSealedError,
    );
    await expect(keyOf(one)).resolves.toMatchObject({ dueDay: '2027-03-10' });
  });

  it('moves a visit to another day: it lives and dies with that day’s key', async () => {
    const organisationId = randomUUID();
    const one = await seal(DUE, organisationId);
    const dueAt = new Date('2027-03-10T22:10:00Z');
    await vault.moveVisit(tx(), one.visitId, dueAt);
    await moveMain(one, dueAt);
    await expect(keyOf(one)).resolves.toMatchObject({ dueAt, dueDay: '2027-03-11' });
    await keyStore.destroy({ organisationId, dueDay: '2027-03-10', generation: 1 });
    await expect(open(one)).resolves.toEqual(CLIENT);
    api.clock.set('2027-03-10T22:09:59.999Z');
    await expect(open(one)).resolves.toEqual(CLIENT);
    await keyStore.destroy({ organisationId, dueDay: '2027-03-11', generation: 1 });
    await expect(open(one)).rejects.toThrow(VaultSealedError);
  });

  it('puts a visit under the key of its local due day', async () => {
    for (const [dueAt, dueDay] of [
      ['2027-03-09T21:59:59.999Z', '2027-03-09'],
      ['2027-03-09T22:00:00.000Z', '2027-03-10'],
      ['2027-03-28T20:59:59.999Z', '2027-03-28'],
      ['2027-03-28T21:00:00.000Z', '2027-03-29'],
    ] as const) {
      expect((await keyOf(await seal(new Date(dueAt)))).dueDay).toBe(dueDay);
      expect(localDateOf(new Date(dueAt))).toBe(dueDay);
    }
  });

  it('forgets a visit: an old copy of its rows opens nothing once the day key is gone', async () => {
    const organisationId = randomUUID();
    const [one, mate] = [await seal(DUE, organisationId), await seal(DUE, organisationId)];
    const copy = await keyOf(one);
    await vault.forgetVisits([one.visitId]);
    await expect(open(one)).rejects.toThrow(VaultSealedError);
    await expect(open(mate)).resolves.toEqual(CLIENT);
    await api.keys.put(copy);
    await expect(open(one)).resolves.toEqual(CLIENT);
    await keyStore.destroy({ organisationId, dueDay: '2027-03-10', generation: 1 });
    await expect(open(one)).rejects.toThrow(VaultSealedError);
  });

  it('destroys the keys of past days that are empty, and counts those that are not', async () => {
    api.clock.set('2027-06-01T08:00:00Z');
    await api.keys.empty();
    const organisationId = randomUUID();
    const days = ['2027-06-01', '2027-06-02', '2027-06-03'];
    const sealed: Sealed[] = [];
    for (const day of days) {
      sealed.push(await seal(new Date(`${day}T12:00:00Z`), organisationId));
    }
    const alive = async () =>
      Promise.all(
        days.map(
          async (dueDay) =>
            (await keyStore.get({ organisationId, dueDay, generation: 1 })) !== null,
        ),
      );
    await vault.destroyPastDays();
    await expect(alive()).resolves.toEqual([true, true, true]);
    await vault.forgetVisits([sealed[0]?.visitId ?? '']);
    api.clock.set('2027-06-01T20:59:59.999Z');
    await expect(vault.destroyPastDays()).resolves.toMatchObject({
      destroyed: 0,
      notEmpty: 0,
    });
    api.clock.set('2027-06-02T21:00:00.000Z');
    const root = readFileSync(join(api.config.KEY_STORE_DIR, 'root.key'));
    await expect(vault.destroyPastDays()).resolves.toMatchObject({
      destroyed: 1,
      notEmpty: 1,
    });
    await expect(alive()).resolves.toEqual([false, true, true]);
    // Re-keyed once, and not by a run that destroys nothing; what lives opens as before.
    const renewed = readFileSync(join(api.config.KEY_STORE_DIR, 'root.key'));
    expect(renewed).not.toEqual(root);
    await vault.destroyPastDays();
    expect(readFileSync(join(api.config.KEY_STORE_DIR, 'root.key'))).toEqual(renewed);
    await expect(open(sealed[2] as Sealed)).resolves.toEqual(CLIENT);
  });
});
