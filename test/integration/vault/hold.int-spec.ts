import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { SystemRandomness } from '@tapaamo/common';
import {
  HeldKeys,
  HoldKeeper,
  KeyStore,
  KeysMissingError,
  Vault,
  VaultSealedError,
  VisitHolding,
  VisitKeys,
  type HoldName,
} from '@tapaamo/vault';
import { bareVisit } from '../../support/bare-visit.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';

const DUE = new Date('2027-03-10T08:45:00.000Z');
const CLIENT = { name: 'Aino Virtanen' };

describe('keys of visits that are held', () => {
  let api: TestApi;
  let organisationId: string;
  let folder: string;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    organisationId = randomUUID();
    folder = join(api.config.DATA_DIR, randomUUID());
    await api.keys.empty();
    await api.keys.pool.query('DELETE FROM hold_key');
  });

  afterAll(async () => {
    await api.close();
  });

  const tx = () => api.dataSource.manager;
  const vault = () => api.get(Vault);
  const keeper = ({ heldKeys = api.get(HeldKeys), dir = folder } = {}) =>
    new HoldKeeper(
      api.get(KeyStore),
      api.get(VisitKeys),
      heldKeys,
      api.clock,
      new SystemRandomness(),
      { ...api.config, HOLD_KEY_STORE_DIR: dir },
    );
  const holding = (heldKeys = api.get(HeldKeys)) =>
    new VisitHolding(api.get(KeyStore), api.get(VisitKeys), heldKeys, api.clock);
  const seal = async () => {
    const visitId = randomUUID();
    const place = { table: 'participant', rowId: randomUUID() };
    await vault().createVisitKey(tx(), { visitId, organisationId, dueAt: DUE });
    await bareVisit(api.dataSource, { visitId, organisationId, dueAt: DUE });
    const envelope = await vault().seal(tx(), visitId, place, CLIENT);
    const name: HoldName = { holdId: randomUUID(), visitId, organisationId };
    return { name, open: () => vault().open(tx(), visitId, place, envelope) };
  };
  /** The port, cut off before or after the n-th call of it. */
  const cutOff = (at: number, when: 'before' | 'after'): HeldKeys => {
    let calls = 0;
    return new Proxy(api.get(HeldKeys), {
      get: (target, property) => {
        const method = Reflect.get(target, property) as (...given: unknown[]) => Promise<unknown>;
        return async (...given: unknown[]) => {
          calls += 1;
          if (calls === at && when === 'before') {
            throw new Error('cut off');
          }
          const answer = await method.apply(target, given);
          if (calls === at) {
            throw new Error('cut off');
          }
          return answer;
        };
      },
    });
  };

  it('nothing ordinary opens a held visit, nor does an old copy of its key; its mates and its day do not mind', async () => {
    const [held, mate] = [await seal(), await seal()];
    const old = await api.keys.of(held.name.visitId);
    await keeper().prepare(held.name);
    await holding().hold(held.name);
    await holding().hold(held.name);
    await expect(held.open()).rejects.toThrow(VaultSealedError);
    await expect(api.keys.of(held.name.visitId)).rejects.toThrow();
    await expect(vault().destroyPastDays()).resolves.toMatchObject({ destroyed: 1, failures: [] });
    await api.keys.put(old);
    await expect(held.open()).rejects.toThrow(VaultSealedError);
    await api.keys.remove(held.name.visitId);
    await expect(mate.open()).resolves.toEqual(CLIENT);

    await keeper().release(held.name, DUE);
    await expect(held.open()).resolves.toEqual(CLIENT);
    await expect(api.keys.of(held.name.visitId)).resolves.toMatchObject({ dueDay: '2027-03-10' });
    await expect(keeper().tidy(() => Promise.resolve(new Set()))).resolves.toBe(0);
    await expect(keeper().prepare(held.name)).rejects.toThrow(VaultSealedError);
  });

  it('a held visit’s day ends without it, and released when it is past nothing of it opens again', async () => {
    const held = await seal();
    await keeper().prepare(held.name);
    await holding().hold(held.name);
    api.clock.set('2027-03-11T08:00:00.000Z');
    await expect(vault().destroyPastDays()).resolves.toMatchObject({ notEmpty: 0, failures: [] });
    await expect(keeper().prepared()).resolves.toEqual(new Map([[held.name.holdId, true]]));
    await keeper().release(held.name, DUE);
    await expect(keeper().prepared()).resolves.toEqual(new Map());
    await expect(api.keys.of(held.name.visitId)).rejects.toThrow();
  });

  it('another folder or another hold opens nothing, and loses nothing', async () => {
    const held = await seal();
    await keeper().prepare(held.name);
    await holding().hold(held.name);
    const elsewhere = keeper({ dir: join(api.config.DATA_DIR, randomUUID()) });
    await expect(elsewhere.release(held.name, DUE)).rejects.toThrow(KeysMissingError);
    const other = { ...held.name, organisationId: randomUUID() };
    await expect(keeper().release(other, DUE)).rejects.toThrow(KeysMissingError);
    // A hold that nobody knows: an older main database may be in the place of ours.
    await expect(keeper().tidy(() => Promise.resolve(new Set()))).resolves.toBe(1);
    await keeper().release(held.name, DUE);
    await expect(held.open()).resolves.toEqual(CLIENT);
  });

  it.each([1, 2, 3, 4].flatMap((at) => [[at, 'before'] as const, [at, 'after'] as const]))(
    'cut off at act %i, %s it, the key is in its day or in its hold, and the next run goes on',
    async (at, when) => {
      const { name, open } = await seal();
      const places = async () => {
        const isInDay = (await api.get(VisitKeys).find([name.visitId])).length;
        const held = await api.get(HeldKeys).find([name.holdId]);
        return isInDay + held.filter(({ sealedKey }) => sealedKey !== null).length;
      };
      await keeper({ heldKeys: cutOff(at, when) })
        .prepare(name)
        .catch(() => undefined);
      await keeper().prepare(name);
      await holding(cutOff(at, when))
        .hold(name)
        .catch(() => undefined);
      await expect(places()).resolves.toBe(1);
      await holding().hold(name);
      await expect(open()).rejects.toThrow(VaultSealedError);
      await keeper({ heldKeys: cutOff(at, when) })
        .release(name, DUE)
        .catch(() => undefined);
      await expect(places()).resolves.toBe(1);
      await keeper().release(name, DUE);
      await expect(places()).resolves.toBe(1);
      await expect(open()).resolves.toEqual(CLIENT);
    },
  );
});
