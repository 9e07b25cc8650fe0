import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SystemRandomness } from '@tapaamo/common';
import {
  KeyDatabase,
  KeyStore,
  PostgresPunctures,
  PostgresVisitKeys,
  Vault,
  VaultSealedError,
  type VisitKey,
} from '@tapaamo/vault';
import type pg from 'pg';
import { bareVisit } from '../../support/bare-visit.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';

const DUE = new Date('2027-03-10T08:45:00.000Z');
const DAY_MS = 86_400_000;
const CLIENT = { name: 'Aino Virtanen' };

/** Something sealed, as an old copy of the main database has it too. */
interface Sealed {
  visitId: string;
  place: { table: string; rowId: string };
  envelope: Buffer;
}

describe('puncturing', () => {
  let api: TestApi;
  let vault: Vault;
  let organisationId: string;

  beforeAll(async () => {
    api = await startApi();
    vault = api.get(Vault);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    organisationId = randomUUID();
    await api.keys.empty();
  });

  afterAll(async () => {
    await api.close();
  });

  const tx = () => api.dataSource.manager;
  const seal = async (dueAt = DUE): Promise<Sealed> => {
    const visitId = randomUUID();
    const place = { table: 'participant', rowId: randomUUID() };
    await vault.createVisitKey(tx(), { visitId, organisationId, dueAt });
    await bareVisit(api.dataSource, { visitId, organisationId, dueAt });
    return { visitId, place, envelope: await vault.seal(tx(), visitId, place, CLIENT) };
  };
  const several = (count: number) => Promise.all(Array.from({ length: count }, () => seal()));
  const open = ({ visitId, place, envelope }: Sealed) => vault.open(tx(), visitId, place, envelope);
  const openAll = async (all: Sealed[]) => {
    const one = await vault.opener(
      tx(),
      all.map(({ visitId }) => visitId),
    );
    return all.map(({ visitId, place, envelope }) => one(visitId, place, envelope));
  };
  /** What an old copy of the key database opens with the key store of today. */
  const openByOldKey = async (one: Sealed, old: VisitKey) => {
    const present = await api.keys.of(one.visitId).catch(() => null);
    await api.keys.remove(one.visitId);
    await api.keys.put(old);
    try {
      return await open(one);
    } finally {
      await api.keys.remove(one.visitId);
      if (present !== null) {
        await api.keys.put(present);
      }
    }
  };
  const puncture = (...all: Sealed[]) =>
    vault.puncture(
      tx(),
      organisationId,
      all.map(({ visitId }) => visitId),
    );
  const keyOf = ({ visitId }: Sealed) => api.keys.of(visitId);
  const days = async () =>
    (
      await api.keys.pool.query<{ day: string; state: string }>(
        `SELECT due_day::text || '.' || generation AS day, state FROM key_day WHERE organisation_id = $1 ORDER BY 1`,
        [organisationId],
      )
    ).rows.map(({ day, state }) => `${day} ${state}`);
  const left = async () => {
    const { rows } = await api.keys.pool.query<{ count: number }>(
      `SELECT ((SELECT count(*) FROM puncture) + (SELECT count(*) FROM former_wrap))::integer AS count`,
    );
    return rows[0]?.count;
  };
  const root = () => readFileSync(join(api.config.KEY_STORE_DIR, 'root.key'));

  it('forgets a visit before its day in every old copy of both databases, and no other of that day', async () => {
    const [gone, ...mates] = (await several(4)) as [Sealed, ...Sealed[]];
    const [old, oldMate] = [await keyOf(gone), await keyOf(mates[0] as Sealed)];
    const rootBefore = root();
    await puncture(gone);
    await expect(open(gone)).rejects.toThrow(VaultSealedError);
    // Until the day key has gone, and only until then, an old copy of the key opens.
    await expect(openByOldKey(gone, old)).resolves.toEqual(CLIENT);
    await expect(vault.destroyPastDays()).resolves.toMatchObject({ destroyed: 1, failures: [] });
    await expect(openByOldKey(gone, old)).rejects.toThrow(VaultSealedError);
    await expect(openAll(mates)).resolves.toEqual([CLIENT, CLIENT, CLIENT]);
    // An old copy of the key database is of no use for that day any more: a new one is to be taken.
    await expect(openByOldKey(mates[0] as Sealed, oldMate)).rejects.toThrow(VaultSealedError);
    await expect(days()).resolves.toEqual(['2027-03-10.1 destroyed', '2027-03-10.2 live']);
    await expect(keyOf(await seal())).resolves.toMatchObject({ generation: 2 });
    await expect(left()).resolves.toBe(0);
    expect(root()).not.toEqual(rootBefore);
  });

  it('leaves other days and organisations as they are', async () => {
    const [gone] = await several(1);
    const nextDay = await seal(new Date(DUE.getTime() + DAY_MS));
    const keyBefore = await keyOf(nextDay);
    await puncture(gone as Sealed);
    await vault.destroyPastDays();
    await expect(keyOf(nextDay)).resolves.toEqual(keyBefore);
    // Whose last visit is gone needs no further generation.
    await expect(days()).resolves.toEqual(['2027-03-10.1 destroyed', '2027-03-11.1 live']);
    await vault.puncture(tx(), randomUUID(), [nextDay.visitId]);
    await expect(open(nextDay)).resolves.toEqual(CLIENT);
  });

  it('reaches every day that the visit was ever due on', async () => {
    const moved = await seal();
    const old = [await keyOf(moved)];
    for (const ahead of [5, 2, 9]) {
      const dueAt = new Date(DUE.getTime() + ahead * DAY_MS);
      await vault.moveVisit(tx(), moved.visitId, dueAt);
      await api.dataSource.query('UPDATE visit SET purge_due_at = $2 WHERE id = $1', [
        moved.visitId,
        dueAt,
      ]);
      old.push(await keyOf(moved));
    }
    await puncture(moved);
    await expect(vault.destroyPastDays()).resolves.toMatchObject({ destroyed: 4, failures: [] });
    for (const key of old) {
      await expect(openByOldKey(moved, key)).rejects.toThrow(VaultSealedError);
    }
    await expect(left()).resolves.toBe(0);
  });

  it('lets the later day’s key of a visit that is due earlier go by that day, once for all of them', async () => {
    const [stays, ...cutShort] = (await several(3)) as [Sealed, Sealed, Sealed];
    const old = await keyOf(cutShort[0]);
    const earlier = [new Date('2027-02-20T10:00:00Z'), new Date('2027-02-18T10:00:00Z')];
    for (const [index, one] of cutShort.entries()) {
      await vault.moveVisit(tx(), one.visitId, earlier[index] as Date);
    }
    // Not before: until it is due the visit may be known anyway.
    api.clock.set('2027-02-17T21:59:59Z');
    await expect(vault.destroyPastDays()).resolves.toMatchObject({ destroyed: 0 });
    api.clock.set('2027-02-17T22:00:00Z');
    await expect(vault.destroyPastDays()).resolves.toMatchObject({ destroyed: 1, failures: [] });
    await expect(openByOldKey(cutShort[0], old)).rejects.toThrow(VaultSealedError);
    await expect(openAll([stays, ...cutShort])).resolves.toEqual([CLIENT, CLIENT, CLIENT]);
    await expect(vault.destroyPastDays()).resolves.toMatchObject({ destroyed: 0 });
  });

  it('moves what does not open along with the others, and says so', async () => {
    const [gone, damaged, mate] = (await several(3)) as [Sealed, Sealed, Sealed];
    await api.keys.change(damaged.visitId, { wrappedKey: Buffer.alloc(60) });
    await puncture(gone);
    await expect(vault.destroyPastDays()).resolves.toMatchObject({ destroyed: 1, failures: [] });
    await expect(openAll([damaged, mate])).resolves.toEqual([null, CLIENT]);
    expect(api.log.of('vault.days-punctured').at(-1)).toMatchObject({ count: 2, failed: 1 });
  });

  it('passes by a generation that is being left too', async () => {
    const [gone, mate] = (await several(2)) as [Sealed, Sealed];
    const keyStore = api.get(KeyStore);
    await keyStore.getOrCreate({ organisationId, dueDay: '2027-03-10', generation: 2 });
    await api.keys.pool.query("INSERT INTO key_day VALUES ($1, '2027-03-10', 2, 'leaving')", [
      organisationId,
    ]);
    await puncture(gone);
    await expect(vault.destroyPastDays()).resolves.toMatchObject({ destroyed: 1, failures: [] });
    await expect(keyOf(mate)).resolves.toMatchObject({ generation: 3 });
    await expect(open(mate)).resolves.toEqual(CLIENT);
  });

  it('shares the work when two run at once, while keys come, move and are read', async () => {
    const all = await several(30);
    const [gone, moving, ...mates] = all as [Sealed, Sealed, ...Sealed[]];
    await puncture(gone);
    const later = new Date(DUE.getTime() + DAY_MS);
    const reading = async () => {
      const seen: unknown[] = [];
      for (let round = 0; round < 20; round += 1) {
        seen.push(...(await openAll(mates)));
      }
      return seen;
    };
    const [first, second, seen, added] = await Promise.all([
      vault.destroyPastDays(),
      vault.destroyPastDays(),
      reading(),
      several(10),
      vault.moveVisit(tx(), moving.visitId, later),
    ]);
    expect([first.failures, second.failures]).toEqual([[], []]);
    expect(seen.filter((one) => one === null)).toEqual([]);
    await expect(keyOf(moving)).resolves.toMatchObject({ dueAt: later });
    await vault.destroyPastDays();
    const opened = await openAll([...mates, ...added, moving]);
    expect(opened).toEqual(opened.map(() => CLIENT));
    await expect(days()).resolves.toContain('2027-03-10.1 destroyed');
  });

  it('opens what is wrapped anew between the reading of its key and that of its day key', async () => {
    const [gone, one, other] = (await several(3)) as [Sealed, Sealed, Sealed];
    const overtaken = (by: () => Promise<unknown>): Vault => {
      const acts = [by];
      const store = before(api.get(KeyStore), ['get'], () => acts.pop()?.());
      return vaultOver(api, store, api.get(KeyDatabase));
    };
    await puncture(gone);
    const { visitId, place, envelope } = one;
    const first = overtaken(() => vault.destroyPastDays());
    await expect(first.open(tx(), visitId, place, envelope)).resolves.toEqual(CLIENT);
    await puncture(other);
    const second = overtaken(() => vault.destroyPastDays());
    const openNow = await second.opener(tx(), [visitId]);
    expect(openNow(visitId, place, envelope)).toEqual(CLIENT);
    await expect(keyOf(one)).resolves.toMatchObject({ generation: 3 });
  });

  it('is finished by the next sweep wherever it is cut off, and nobody living is lost', async () => {
    const states = new Set<string>();
    let wasCutOff = true;
    for (let at = 1; wasCutOff; at += 1) {
      organisationId = randomUUID();
      const [gone, ...mates] = (await several(3)) as [Sealed, Sealed, Sealed];
      const old = await keyOf(gone);
      const line = new CutOff(at);
      const mortal = line.vault(api);
      await mortal.puncture(tx(), organisationId, [gone.visitId]).catch(() => undefined);
      await mortal.destroyPastDays();
      wasCutOff = line.isCut;
      states.add((await days()).join());
      await expect(openAll(mates)).resolves.toEqual([CLIENT, CLIENT]);
      const isForgotten = await open(gone).then(
        () => false,
        () => true,
      );
      await expect(vault.destroyPastDays()).resolves.toMatchObject({ failures: [] });
      await expect(openAll(mates)).resolves.toEqual([CLIENT, CLIENT]);
      if (isForgotten) {
        await expect(openByOldKey(gone, old)).rejects.toThrow(VaultSealedError);
        await expect(days()).resolves.toEqual(['2027-03-10.1 destroyed', '2027-03-10.2 live']);
      } else {
        // Nothing had happened yet: who asked for it was told so.
        await expect(days()).resolves.toEqual(['2027-03-10.1 live']);
      }
      await expect(left()).resolves.toBe(0);
    }
    // It was cut off in every state that there is.
    const seen = [...states].join(' ');
    for (const state of ['live', 'leaving', 'closing', 'destroyed']) {
      expect(seen).toContain(`2027-03-10.1 ${state}`);
    }
  });
});

/** A process that dies before one of its statements, commits or acts of the key store, and does nothing more. */
class CutOff {
  isCut = false;
  #steps = 0;

  constructor(private readonly at: number) {}

  vault(api: TestApi): Vault {
    const acts = ['get', 'getOrCreate', 'destroy', 'rekey'] as const;
    const store = before(api.get(KeyStore), acts, () => this.#step());
    return vaultOver(api, store, this.#database(api.get(KeyDatabase)));
  }

  #step(): void {
    this.#steps += 1;
    if (this.#steps >= this.at) {
      this.isCut = true;
      throw new Error('cut off');
    }
  }

  #database(database: KeyDatabase): KeyDatabase {
    return {
      query: async (text: string, values?: unknown[]) => {
        this.#step();
        return database.query(text, values);
      },
      transaction: (work: (client: pg.PoolClient) => Promise<unknown>) =>
        database.transaction(async (client) => {
          const result = await work(before(client, ['query'], () => this.#step()));
          this.#step();
          return result;
        }),
    } as unknown as KeyDatabase;
  }
}

function vaultOver({ clock, log }: TestApi, store: KeyStore, database: KeyDatabase): Vault {
  return new Vault(
    store,
    new PostgresVisitKeys(database),
    new PostgresPunctures(database),
    clock,
    new SystemRandomness(),
    log.logger,
  );
}

/** Does something before each of some acts of another. */
function before<T extends object>(whole: T, names: readonly (keyof T)[], act: () => unknown): T {
  return new Proxy(whole, {
    get: (target, name: string) => {
      const part = Reflect.get(target, name, target) as unknown;
      if (typeof part !== 'function') {
        return part;
      }
      return async (...args: unknown[]) => {
        if (names.includes(name as keyof T)) {
          await act();
        }
        return await (part as (...given: unknown[]) => unknown).apply(target, args);
      };
    },
  });
}
