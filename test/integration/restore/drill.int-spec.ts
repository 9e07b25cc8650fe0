import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RestoredError } from '@tapaamo/common';
import { MainMark, ServingGate } from '@tapaamo/database';
import { Reconcile } from '@tapaamo/purge';
import { InstallationMarks, Vault } from '@tapaamo/vault';
import { VisitRow } from '@tapaamo/visit';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { sealedClientOf } from '../../support/builders/booking-builder.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import {
  PG_BIN,
  freePort,
  hasSystemPostgres,
  makeCluster,
  promoteCluster,
  startCluster,
  stopCluster,
} from '../../support/system-postgres.js';
import { temporaryFolder } from '../../support/test-config.js';
import { until } from '../../support/until.js';
import { buildWorld } from '../../support/world.js';

const ADMIN = 'TEST_DATABASE_ADMIN_URL';
const DUE = '2027-03-10T12:00:00.000Z';
const LATER = { date: '2027-02-20' };

const drill = hasSystemPostgres ? describe : describe.skip;

drill(`backups and restores of the main database (skipped where ${PG_BIN} is not)`, () => {
  const folder = temporaryFolder();
  const before = process.env[ADMIN];
  const at = (...names: string[]) => join(folder.path, ...names);
  let port: number;
  let running: string;
  let api: TestApi;
  let runner: TestJobRunner;
  let base: string;
  let dump: string;
  let midSweep: string;
  let [due, living, later] = [] as unknown as [BookedVisit, BookedVisit, BookedVisit];

  const urlOf = (database: string) => `postgres://postgres@127.0.0.1:${String(port)}/${database}`;
  const infra = (script: string, ...args: string[]): string =>
    execFileSync(process.execPath, [resolve('infra/backup', script), ...args], {
      env: {
        ...process.env,
        PG_BIN,
        DATABASE_BACKUP_URL: urlOf(api.database.name),
        KEY_DATABASE_BACKUP_URL: urlOf('postgres'),
      },
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  /** Another data folder takes the place of the one that runs. */
  const putInPlace = async (data: string): Promise<void> => {
    stopCluster(running);
    running = data;
    startCluster(running, port);
    // Connections to the former one are noticed one by one.
    const answers = async () => {
      const query = 'SELECT pg_is_in_recovery() AS is';
      const [row] = await api.dataSource.query<{ is: boolean }[]>(query).catch(() => []);
      await look();
      const isThrough = row !== undefined && (!row.is || data === at('replica'));
      return isThrough && api.get(ServingGate).closed === 'restored';
    };
    await until(answers, { what: 'a restore that is noticed', withinMs: 30_000 });
  };
  const look = () => api.get(ServingGate).look();
  const readiness = async () => (await fetch(`${api.origin}/health/ready`)).status;
  const reconcile = () => runner.module.get(Reconcile, { strict: false }).run();
  const isThere = ({ visitId }: BookedVisit) =>
    api.dataSource.manager.existsBy(VisitRow, { id: visitId });
  const nameOf = async ({ visitId }: BookedVisit) => (await sealedClientOf(api, visitId)).name;

  beforeAll(async () => {
    port = await freePort();
    running = at('main');
    mkdirSync(at('wal'));
    const archive = `${process.execPath} ${resolve('infra/backup/archive-wal.mjs')} "%p" ${at('wal')}`;
    makeCluster(
      running,
      `archive_mode = on\narchive_command = '${archive}'\nwal_keep_size = '256MB'`,
    );
    startCluster(running, port);
    process.env[ADMIN] = urlOf('postgres');
    api = await startApi();
    runner = await startJobRunner(api);
    const { service } = await buildWorld(api.dataSource);
    const marks = api.get(InstallationMarks);
    await api.get(ServingGate).watch(() => marks.look());
    due = await bookedVisit(api, service);
    living = await bookedVisit(api, service, LATER);
    await runner.sweep();
    base = infra('backup.mjs', 'base', '--to', at('bases'));
    dump = infra('backup.mjs', 'dump', '--to', at('dumps'));
    const replica = [
      '-D',
      at('replica'),
      '-R',
      '-X',
      'stream',
      '-c',
      'fast',
      '-d',
      urlOf('postgres'),
    ];
    execFileSync(join(PG_BIN, 'pg_basebackup'), replica);
    startCluster(at('replica'), await freePort());
    later = await bookedVisit(api, service, LATER);
    api.clock.set(DUE);
    noteMidSweep();
    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 0 });
    await api.dataSource.query('SELECT pg_switch_wal()');
  });

  /** The instant between a batch's keys and its rows. */
  function noteMidSweep(): void {
    const vault = runner.module.get(Vault, { strict: false });
    const forget = vault.forgetVisits.bind(vault);
    vault.forgetVisits = async (visitIds) => {
      await forget(visitIds);
      const [row] = await api.dataSource.query<{ now: string }[]>(
        'SELECT clock_timestamp()::text AS now',
      );
      midSweep = row?.now ?? '';
    };
  }

  afterAll(async () => {
    await runner.close();
    await api.close();
    [running, at('replica')].forEach(stopCluster);
    process.env[ADMIN] = before;
    folder.remove();
  });

  it('a replica that follows serves nobody, and a promoted one does once it is reconciled', async () => {
    stopCluster(running);
    stopCluster(at('replica'));
    await putInPlace(at('replica'));
    await expect(readiness()).resolves.toBe(503);
    await expect(reconcile()).rejects.toThrow(RestoredError);
    promoteCluster(running);
    // The meeting node, which has no keys to ask, sees it too.
    await expect(new MainMark(api.get(DataSource)).look()).resolves.toBe('restored');
    await expect(reconcile()).resolves.toMatchObject({ lost: [], kept: [] });
    await look();
    await expect(readiness()).resolves.toBe(200);
    await expect(isThere(due)).resolves.toBe(false);
    await expect(Promise.all([living, later].map(nameOf))).resolves.toHaveLength(2);
  });

  it('to the middle of a sweep: what it had in hand is erased, and the rest lives', async () => {
    infra(
      'restore.mjs',
      'base',
      '--from',
      base,
      '--to',
      at('pitr'),
      '--wal',
      at('wal'),
      '--until',
      midSweep,
    );
    await putInPlace(at('pitr'));
    await expect(readiness()).resolves.toBe(503);
    await expect(isThere(due)).resolves.toBe(true);
    const { lost, kept, behind } = (await reconcile()) ?? {};
    expect({ lost, kept, behind }).toEqual({
      lost: [],
      kept: [],
      behind: { main: true, keys: false, store: false },
    });
    await look();
    await expect(readiness()).resolves.toBe(200);
    await expect(runner.deliver()).resolves.toBe(0);
    // The batch is left to whoever had it in hand for five minutes.
    api.clock.set('2027-03-10T12:06:00.000Z');
    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 0 });
    await expect(isThere(due)).resolves.toBe(false);
    await expect(Promise.all([living, later].map(nameOf))).resolves.toHaveLength(2);
  });

  it('whole, as it was at its backup, with the key of who was booked since kept', async () => {
    infra('restore.mjs', 'base', '--from', base, '--to', at('whole'));
    await putInPlace(at('whole'));
    await expect(readiness()).resolves.toBe(503);
    await expect(reconcile()).resolves.toMatchObject({ lost: [], kept: [later.visitId] });
    await look();
    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 0 });
    await expect(Promise.all([isThere(due), isThere(later)])).resolves.toEqual([false, false]);
    await expect(nameOf(living)).resolves.toBe('Aino Virtanen');
    await expect(api.keys.of(later.visitId)).resolves.toBeDefined();
  });

  it('out of a dump, which is another database even in the same server', async () => {
    const admin = new pg.Client(urlOf('postgres'));
    await admin.connect();
    await admin.query('CREATE DATABASE out_of_dump');
    await admin.end();
    execFileSync(process.execPath, [resolve('infra/backup/restore.mjs'), 'dump', '--from', dump], {
      env: { ...process.env, PG_BIN, DATABASE_BACKUP_URL: urlOf('out_of_dump') },
    });
    const restored = await new DataSource({
      type: 'postgres',
      url: urlOf('out_of_dump'),
    }).initialize();
    await expect(restored.query('SELECT count(*)::integer AS count FROM visit')).resolves.toEqual([
      { count: 2 },
    ]);
    await expect(new MainMark(restored).look()).resolves.toBe('restored');
    await restored.destroy();
  });

  it('of the key database are kept for hours only', () => {
    mkdirSync(at('keys'));
    const old = at('keys', 'keys-2027-03-07T12-00-00-000Z.dump');
    const ofMain = at('keys', 'main-2027-03-07T12-00-00-000Z.dump');
    for (const file of [old, ofMain]) {
      writeFileSync(file, '');
      utimesSync(file, 0, 0);
    }
    const made = infra('backup.mjs', 'keys', '--to', at('keys'));
    expect(readdirSync(at('keys')).map((name) => at('keys', name))).toEqual([made, ofMain]);
    expect(() => infra('backup.mjs', 'keys', '--to', at('keys'), '--hours', '73')).toThrow('72');
  });
});
