import { chmodSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FixedClock, RestoredError, SystemRandomness } from '@tapaamo/common';
import { ServingGate } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { Reconcile } from '@tapaamo/purge';
import {
  FileKeyStore,
  InstallationMarks,
  PostgresVisitKeys,
  Vault,
  type KeyDatabase,
  type Punctures,
  type VisitKey,
} from '@tapaamo/vault';
import { VisitRow } from '@tapaamo/visit';
import pg from 'pg';
import { DataSource } from 'typeorm';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../../infra/embedded-postgres/embedded-postgres.mjs';
import { operate } from '../../../apps/job-runner/src/operator/operate.js';
import { expectProblem } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { sealedClientOf } from '../../support/builders/booking-builder.js';
import { visitPath } from '../../support/door.js';
import { copyServer } from '../../support/server-copy.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { temporaryFolder } from '../../support/test-config.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const SETTINGS = { main: 'TEST_DATABASE_ADMIN_URL', keys: 'TEST_KEY_DATABASE_ADMIN_URL' } as const;
type Part = keyof typeof SETTINGS;

/** Visits of 10 February are due on 10 March, those of the 20th on the 20th. */
const DAY_AFTER_DUE = '2027-03-11T01:00:00.000Z';
const LATER = { date: '2027-02-20' };

describe('older copies of main database, key database and key store', () => {
  const folder = temporaryFolder();
  const before = { ...process.env };
  const servers = {} as Record<Part, EmbeddedPostgres>;
  const place = (part: Part | 'store', copy: string) => join(folder.path, `${part}-${copy}`);
  let api: TestApi;
  let runner: TestJobRunner;
  let world: TestOrganisation;
  /** Forgotten on its day; forgotten early; living, with the latter's due day. */
  let due: BookedVisit;
  let early: BookedVisit;
  let living: BookedVisit;
  /** Under which day key the first was, at the middle copies. */
  let dueKey: VisitKey;
  /** Booked after the copies. */
  let later: BookedVisit;

  const start = async (part: Part, copy: string, port?: number): Promise<EmbeddedPostgres> =>
    startEmbeddedPostgres({
      directory: place(part, copy),
      small: true,
      ...(port === undefined ? {} : { port }),
    });
  const copyAll = async (copy: string): Promise<void> => {
    for (const part of ['main', 'keys'] as const) {
      await copyServer(
        servers[part].adminUrlFor('postgres'),
        place(part, 'now'),
        place(part, copy),
      );
    }
    cpSync(api.config.KEY_STORE_DIR, place('store', copy), { recursive: true });
  };
  /** Another copy of a database takes the place of the one that runs. */
  const putBack = async (part: Part, copy: string): Promise<void> => {
    const { port } = servers[part];
    await servers[part].stop();
    servers[part] = await start(part, copy, port);
  };
  const putBackStore = (copy: string): void => {
    rmSync(api.config.KEY_STORE_DIR, { recursive: true });
    cpSync(place('store', copy), api.config.KEY_STORE_DIR, { recursive: true });
    chmodSync(api.config.KEY_STORE_DIR, 0o700);
  };
  const nameOf = async ({ visitId }: BookedVisit) => (await sealedClientOf(api, visitId)).name;
  const isThere = ({ visitId }: BookedVisit) =>
    api.dataSource.manager.existsBy(VisitRow, { id: visitId });
  const reconcile = () => runner.module.get(Reconcile, { strict: false });
  const look = () => api.get(ServingGate).look();
  const ready = async () => {
    const answer = await fetch(`${api.origin}/health/ready`);
    return [answer.status, ((await answer.json()) as { code?: string }).code];
  };
  const operator = async (...typed: string[]) =>
    (await operate(typed, () => api.config, { clock: api.clock })).text;

  beforeAll(async () => {
    await Promise.all(
      (['main', 'keys'] as const).map(async (part) => {
        servers[part] = await start(part, 'now');
        process.env[SETTINGS[part]] = servers[part].adminUrlFor('postgres');
      }),
    );
    api = await startApi();
    runner = await startJobRunner(api);
    world = await buildWorld(api.dataSource);
    const marks = api.get(InstallationMarks);
    await api.get(ServingGate).watch(() => marks.look());
    due = await bookedVisit(api, world.service);
    early = await bookedVisit(api, world.service, LATER);
    living = await bookedVisit(api, world.service, LATER);
    await runner.sweep();
    await copyAll('old');
    const officer = api.client();
    await officer.signIn(world.officer.email);
    await officer.post(visitPath(early.visitId, '/erasure'), { reason: 'rights-request' });
    await runner.sweep();
    await copyAll('middle');
    dueKey = await api.keys.of(due.visitId);
    later = await bookedVisit(api, world.service, LATER);
    api.clock.set(DAY_AFTER_DUE);
    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 0 });
    await copyAll('new');
  });

  afterAll(async () => {
    await runner.close();
    await api.close();
    await Promise.all(Object.values(servers).map((server) => server.stop()));
    folder.remove();
    Object.assign(process.env, before);
  });

  it('open what was forgotten only all three together, and old rows lose nothing that lives', async () => {
    const copies = {
      main: { old: await start('main', 'old'), new: servers.main },
      keys: { old: await start('keys', 'old'), new: servers.keys },
    };
    const opened: Record<string, string[]> = {};
    for (const main of ['old', 'new'] as const) {
      for (const keys of ['old', 'new'] as const) {
        for (const store of ['old', 'new'] as const) {
          const name = `${main} ${keys} ${store}`;
          opened[name] = await openWith(
            copies.main[main].adminUrlFor(api.database.name),
            copies.keys[keys].adminUrlFor('postgres'),
            place('store', store),
          );
        }
      }
    }
    await copies.main.old.stop();
    await copies.keys.old.stop();
    const forgotten = [due.visitId, early.visitId];
    for (const [name, visitIds] of Object.entries(opened)) {
      const expected = name === 'old old old' ? forgotten : [];
      expect([name, visitIds.filter((id) => forgotten.includes(id))]).toEqual([name, expected]);
    }
    expect(opened['old new new']).toEqual([living.visitId]);
    expect(opened['new new new']).toEqual([living.visitId]);
  });

  /** Whoever has copies asks nobody what the time is. */
  async function openWith(mainUrl: string, keysUrl: string, store: string): Promise<string[]> {
    const main = await new DataSource({ type: 'postgres', url: mainUrl }).initialize();
    const keys = new pg.Pool({
      connectionString: keysUrl,
      options: `-c search_path=${api.database.name}`,
    });
    const randomness = new SystemRandomness();
    const database = {
      query: async (text: string, values: unknown[]) => (await keys.query(text, values)).rows,
    } as unknown as KeyDatabase;
    const vault = new Vault(
      new FileKeyStore(store, randomness),
      new PostgresVisitKeys(database),
      {} as Punctures,
      new FixedClock(NOW),
      randomness,
      new Logger('test', 'silent'),
    );
    const opened: string[] = [];
    for (const { visitId, participantId } of [due, early, living]) {
      const [row] = await main.query<{ envelope: Buffer }[]>(
        'SELECT envelope FROM participant WHERE id = $1',
        [participantId],
      );
      const sealed = { table: 'participant', rowId: participantId };
      const isOpen =
        row !== undefined &&
        (await vault.open(main.manager, visitId, sealed, row.envelope).then(
          () => true,
          () => false,
        ));
      opened.push(...(isOpen ? [visitId] : []));
    }
    await main.destroy();
    await keys.end();
    return opened;
  }

  it('are noticed: of the key store, and what was destroyed is destroyed again', async () => {
    await look();
    await expect(ready()).resolves.toEqual([200, undefined]);
    const store = new FileKeyStore(api.config.KEY_STORE_DIR, new SystemRandomness());
    const dayKey = () => store.get(dueKey);
    await expect(dayKey()).resolves.toBeNull();
    putBackStore('middle');
    await expect(dayKey()).resolves.not.toBeNull();
    await look();
    await expect(ready()).resolves.toEqual([503, 'service.restored']);
    const answer = await living.professional.get(visitPath(living.visitId));
    expect(expectProblem(answer).code).toBe('service.restored');
    await expect(runner.sweep()).rejects.toThrow(RestoredError);
    await expect(operator('restore', 'check')).resolves.toBe(
      'Restored and not reconciled: key store. Nobody is served.\n',
    );
    await expect(reconcile().run()).resolves.toMatchObject({
      behind: { main: false, keys: false, store: true },
      lost: [],
    });
    await expect(dayKey()).resolves.toBeNull();
    await look();
    await expect(ready()).resolves.toEqual([200, undefined]);
    await expect(nameOf(living)).resolves.toBe('Aino Virtanen');
    await expect(operator('restore', 'check')).resolves.toBe(
      'Nothing was restored, or all of it is reconciled.\n',
    );
  });

  it('are noticed: of the main database, which forgets again, sends nothing twice and keeps what was booked since', async () => {
    await putBack('main', 'old');
    await look();
    await expect(ready()).resolves.toEqual([503, 'service.restored']);
    await expect(isThere(early)).resolves.toBe(true);
    const said = await operator('restore', 'reconcile');
    expect(said).toContain('Older than the rest: main database.\nForgotten again: 1.');
    expect(said).toContain(
      `Booked after the backup, their rows are nowhere: 1\n  ${later.visitId}\n`,
    );
    await look();
    await expect(ready()).resolves.toEqual([200, undefined]);
    await expect(runner.deliver()).resolves.toBe(0);
    await expect(runner.sweep()).resolves.toEqual({ erased: 2, failed: 0 });
    await expect(Promise.all([isThere(due), isThere(early), isThere(living)])).resolves.toEqual([
      false,
      false,
      true,
    ]);
    await expect(nameOf(living)).resolves.toBe('Aino Virtanen');
    await expect(api.keys.of(later.visitId)).resolves.toBeDefined();
    const told = (await entriesOf(api, world.organisationId)).filter(
      ({ event }) => event === 'installation.restored',
    );
    expect(told).toMatchObject([{ details: { erased: 1, corrected: 0, dropped: 3, lost: 0 } }]);
    await expect(operator('restore', 'confirm')).resolves.toContain('Forgotten again: 1.');
    await expect(api.keys.of(later.visitId)).rejects.toThrow('no key');
  });

  it('are noticed: of the key database, whose visits are not given up before somebody says so', async () => {
    const newest = await bookedVisit(api, world.service, { date: '2027-03-12' });
    await runner.sweep();
    await putBack('keys', 'middle');
    await look();
    await expect(ready()).resolves.toEqual([503, 'service.restored']);
    await expect(reconcile().run()).resolves.toMatchObject({
      behind: { main: false, keys: true, store: false },
      lost: [newest.visitId],
      kept: [],
    });
    // The key that came back is gone again, and its day takes none.
    await expect(api.keys.of(due.visitId)).rejects.toThrow('no key');
    await look();
    await expect(ready()).resolves.toEqual([503, 'service.restored']);
    await expect(operator('restore', 'confirm')).resolves.toContain(
      'Given up, their keys are nowhere: 1',
    );
    await look();
    await expect(ready()).resolves.toEqual([200, undefined]);
    await runner.sweep();
    await expect(Promise.all([isThere(newest), isThere(living)])).resolves.toEqual([false, true]);
    await expect(nameOf(living)).resolves.toBe('Aino Virtanen');
  });
});
