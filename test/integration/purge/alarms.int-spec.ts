import { randomUUID } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alarmCodeSchema, forgettingSchema, type AlarmCode } from '@tapaamo/contracts';
import { OrganisationScope, ServerSettings } from '@tapaamo/database';
import { Alarms, PurgePause, ReferenceClocks } from '@tapaamo/purge';
import { KeyDatabase, KeyDatabaseUnavailableError } from '@tapaamo/vault';
import { VisitRow } from '@tapaamo/visit';
import { register } from 'prom-client';
import { operate } from '../../../apps/job-runner/src/operator/operate.js';
import { expectAnswer } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { dueVisits } from '../../support/due-visits.js';
import { emptyVisits } from '../../support/empty-visits.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { someKey } from '../../support/visit-keys.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** Before anything is due that was booked at the tests' present. */
const TODAY = new Date('2027-02-11T08:00:00.000Z');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const ADDRESSES = ['ensimmainen@mallila.example', 'toinen@mallila.example'];

/** A cause of an alarm: how it comes, how long it may last before it is told, and how it goes. */
interface Cause {
  begin: () => unknown;
  lastsMs?: number;
  end: () => unknown;
}

describe('what watches over forgetting', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let runner: TestJobRunner;
  let visit: BookedVisit;
  let references: ReferenceClocks;

  beforeAll(async () => {
    api = await startApi({ config: { ALERT_ADDRESSES: ADDRESSES } });
    world = await buildWorld(api.dataSource);
    runner = await startJobRunner(api);
    references = runner.module.get(ReferenceClocks, { strict: false });
    runner.module.get(ServerSettings, { strict: false }).atFault = () => Promise.resolve([]);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    await emptyVisits(api);
    visit = await bookedVisit(api, world.service);
    api.clock.set(TODAY);
    // What a test left differing is found by this one, and given for those after it.
    agree();
    await runner.sweep();
    await api.dataSource.query('DELETE FROM purge_pause');
    await runner.sweep();
    runner.log.lines.length = 0;
    runner.mail.record.sent.length = 0;
  });

  afterAll(async () => {
    await runner.close();
    await api.close();
  });

  const nowMs = () => api.clock.nowMs();
  const past = (milliseconds: number) => new Date(nowMs() - milliseconds);
  const due = (
    count: number,
    { dueAt = past(1_000), knownAt }: Partial<Record<'dueAt' | 'knownAt', Date>> = {},
  ) => dueVisits(api, visit, { count, dueAt, ...(knownAt && { knownAt }) });
  const visits = () => api.dataSource.manager.count(VisitRow);
  const seen = () =>
    api.get(OrganisationScope).of(world.organisationId, (tx) => tx.count(VisitRow));
  const look = () => runner.module.get(Alarms, { strict: false }).look();
  const mailsOf = (code: string) =>
    runner.mail.record.sent.filter(({ subject }) => subject === `Tapaamo: ${code}`);
  const page = async () => {
    const client = api.client();
    await client.signIn(world.admin.email);
    return expectAnswer(await client.get('/api/forgetting'), 200, forgettingSchema);
  };
  const metric = async (code: AlarmCode) => {
    const { values } = (await register.getSingleMetric('tapaamo_alarm')?.get()) ?? { values: [] };
    return values.find(({ labels }) => labels['code'] === code)?.value;
  };
  const operator = (...typed: string[]) => operate(typed, () => api.config, { clock: api.clock });
  const pauses = () => api.dataSource.manager.find(PurgePause, { order: { pausedAt: 'ASC' } });

  /** The clocks that the guard compares with go with ours, but for these. */
  const agree = (differs = { monotonic: 0, main: 0, keys: 0 }): void => {
    const offset = differs.monotonic;
    Object.defineProperty(references, 'areComparable', { value: true, configurable: true });
    references.monotonicMs = () => nowMs() - offset;
    references.ofMain = () => Promise.resolve(new Date(nowMs() + differs.main));
    references.ofKeys = () => Promise.resolve(new Date(nowMs() + differs.keys));
  };

  describe('the guard against forgetting everybody', () => {
    it.each([
      ['clock-jumped', 'the clock that never jumps', { monotonic: 11 * MINUTE_MS }],
      ['clock-differs', 'the main database', { main: -11 * MINUTE_MS }],
      ['clock-differs', 'the key database', { keys: -11 * MINUTE_MS }],
    ] as const)(
      'pauses erasing (%s) when the clock is 11 minutes ahead of %s, until somebody lets it go on',
      async (reason, _which, differs) => {
        await due(3);
        agree({ monotonic: 0, main: 0, keys: 0, ...differs });
        await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 0 });
        expect([await visits(), await seen(), await api.keys.count()]).toEqual([4, 1, 4]);
        await expect(page()).resolves.toMatchObject({
          paused: { since: TODAY.toISOString(), reason },
        });
        // It does not go on by itself.
        agree();
        api.clock.advance(DAY_MS);
        await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 0 });
        expect([await visits(), await seen()]).toEqual([4, 1]);
        expect(runner.log.of('purge.paused')).toMatchObject([{ code: reason }]);
        await operator('purge', 'resume', '--by', 'Oili Operaattori', '--why', 'clock-mended');
        await expect(runner.sweep()).resolves.toEqual({ erased: 3, failed: 0 });
      },
    );

    it('lets nine minutes pass', async () => {
      await due(3);
      agree({ monotonic: 9 * MINUTE_MS, main: 9 * MINUTE_MS, keys: -9 * MINUTE_MS });
      await expect(runner.sweep()).resolves.toEqual({ erased: 3, failed: 0 });
    });

    it('stops in the middle of a sweep when the clock jumps', async () => {
      Object.assign(api.config, { PURGE_BATCH: 2 });
      await due(6);
      const ofKeys = references.ofKeys.bind(references);
      references.ofKeys = async () => {
        // After the clock was looked at.
        references.monotonicMs = () => nowMs() - 11 * MINUTE_MS;
        return ofKeys();
      };
      await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 0 });
      Object.assign(api.config, { PURGE_BATCH: 500 });
      expect([await visits(), await seen()]).toEqual([7, 1]);
      references.ofKeys = ofKeys;
      await runner.sweep();
      await expect(pauses()).resolves.toMatchObject([{ reason: 'clock-jumped', resumedAt: null }]);
    });

    it('pauses when over three times as much is due as was foreseen, and takes that as right once somebody says so', async () => {
      const knownAt = past(23 * HOUR_MS);
      await due(30);
      await expect(runner.sweep()).resolves.toEqual({ erased: 30, failed: 0 });
      // 30 of a day were foreseen, and 60 were not: three times as much.
      await due(60, { knownAt });
      await expect(runner.sweep()).resolves.toEqual({ erased: 60, failed: 0 });
      await due(1, { knownAt });
      await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 0 });
      expect([await visits(), await seen(), await api.keys.count()]).toEqual([2, 1, 2]);
      await expect(pauses()).resolves.toMatchObject([{ reason: 'over-forecast', pausedBy: null }]);
      await due(500, { knownAt });
      await operator('purge', 'resume', '--by', 'Oili Operaattori', '--why', 'due-is-right');
      await expect(runner.sweep()).resolves.toEqual({ erased: 501, failed: 0 });
    });

    it('lets a small organisation have sixty in a day that nobody foresaw, and no more at once', async () => {
      await due(60, { knownAt: past(HOUR_MS) });
      await expect(runner.sweep()).resolves.toEqual({ erased: 60, failed: 0 });
      api.clock.advance(DAY_MS);
      agree();
      await due(61, { knownAt: past(HOUR_MS) });
      await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 0 });
      await expect(page()).resolves.toMatchObject({ paused: { reason: 'over-forecast' } });
    });

    it('notices a statement that makes everything due in the main database', async () => {
      await due(70, { dueAt: new Date(nowMs() + 10 * DAY_MS) });
      await api.dataSource.query('UPDATE visit SET purge_due_at = $1', [past(1_000)]);
      await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 0 });
      await expect(visits()).resolves.toBe(71);
    });

    it('has no part in catching up after 45 days', async () => {
      await due(300, { dueAt: new Date(nowMs() + HOUR_MS), knownAt: past(DAY_MS) });
      await due(300, {
        dueAt: new Date(nowMs() + 40 * DAY_MS),
        knownAt: new Date(nowMs() + 9 * DAY_MS),
      });
      api.clock.advance(45 * DAY_MS);
      agree();
      // The booked one is due as well by then.
      await expect(runner.sweep()).resolves.toEqual({ erased: 601, failed: 0 });
    });
  });

  it('the operator pauses erasing and lets it go on, by name and with a reason, in each audit log', async () => {
    await expect(operator('purge', 'status')).resolves.toMatchObject({
      text: 'Erasing goes on.\n',
    });
    await expect(
      operator('purge', 'resume', '--by', 'Oili Operaattori', '--why', 'work-done'),
    ).resolves.toMatchObject({ exitCode: 1 });
    await operator('purge', 'pause', '--by', 'Oili Operaattori');
    await due(2);
    await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 0 });
    await expect(operator('purge', 'status')).resolves.toMatchObject({
      text: `Erasing is paused since ${TODAY.toISOString()} by Oili Operaattori: operator.\n`,
    });
    await expect(operator('purge', 'resume', '--by', 'Oili Operaattori')).resolves.toMatchObject({
      exitCode: 1,
    });
    await operator('purge', 'resume', '--by', 'Oili Operaattori', '--why', 'work-done');
    await expect(runner.sweep()).resolves.toEqual({ erased: 2, failed: 0 });
    const told = (await entriesOf(api, world.organisationId)).filter(({ event }) =>
      /^forgetting\.(paused|resumed)$/.test(event),
    );
    expect(told.slice(-2)).toMatchObject([
      { event: 'forgetting.paused', details: { reason: 'operator' } },
      { event: 'forgetting.resumed', details: { reason: 'work-done' } },
    ]);
    expect(JSON.stringify(told)).not.toContain('Oili');
    await expect(pauses()).resolves.toMatchObject([
      { pausedBy: 'Oili Operaattori', resumedBy: 'Oili Operaattori', resumedWhy: 'work-done' },
    ]);
  });

  describe('alarms', () => {
    const fired = new Set<AlarmCode>();
    const yesterday = () => past(DAY_MS);
    const openDay = () =>
      api.keys.pool.query(
        `INSERT INTO key_day (organisation_id, due_day, generation, state) VALUES ($1, $2, 9, 'live')`,
        [world.organisationId, yesterday().toISOString().slice(0, 10)],
      );
    const moved = () => `${api.config.KEY_STORE_DIR}.away`;
    let folder: string;
    let query: KeyDatabase['query'];
    const keys = () => runner.module.get(KeyDatabase, { strict: false });
    const settings = () => runner.module.get(ServerSettings, { strict: false });

    const CAUSES: Record<AlarmCode, Cause> = {
      'forgetting-paused': {
        begin: () => operator('purge', 'pause', '--by', 'Oili Operaattori'),
        end: () => operator('purge', 'resume', '--by', 'Oili', '--why', 'work-done'),
      },
      'sweep-silent': {
        begin: () => {
          api.clock.advance(11 * MINUTE_MS);
        },
        lastsMs: 2 * MINUTE_MS,
        end: () => runner.sweep(),
      },
      'erasing-late': {
        begin: () => due(1, { dueAt: past(6 * MINUTE_MS) }),
        end: () => runner.sweep(),
      },
      'visits-blocked': {
        begin: () =>
          api.dataSource.query(
            `INSERT INTO purge_item (visit_id, organisation_id, due_day, attempts, next_attempt_at, blocked)
             VALUES ($1, $2, '2027-02-11', 3, '2027-02-12', 'busy')`,
            [randomUUID(), world.organisationId],
          ),
        end: () => api.dataSource.query('DELETE FROM purge_item'),
      },
      'bucket-not-empty': {
        begin: async () => {
          await openDay();
          await api.keys.put({
            ...someKey(randomUUID(), world.organisationId, yesterday()),
            generation: 9,
          });
        },
        end: async () => {
          await api.keys.pool.query('DELETE FROM visit_key WHERE generation = 9');
          await runner.sweep();
        },
      },
      'day-key-lives': {
        begin: async () => {
          await api.keys.pool.query('DELETE FROM key_day WHERE generation = 9');
          await openDay();
        },
        end: () => runner.sweep(),
      },
      'rekey-late': {
        begin: () =>
          api.dataSource.query('UPDATE key_store SET rekeyed_at = $1', [past(27 * HOUR_MS)]),
        end: () => runner.sweep(),
      },
      'key-store-away': {
        begin: () => {
          renameSync(api.config.KEY_STORE_DIR, moved());
        },
        lastsMs: 2 * MINUTE_MS,
        end: () => {
          renameSync(moved(), api.config.KEY_STORE_DIR);
        },
      },
      'key-database-away': {
        begin: () => {
          query = keys().query.bind(keys());
          keys().query = () => Promise.reject(new KeyDatabaseUnavailableError());
        },
        lastsMs: 2 * MINUTE_MS,
        end: () => {
          keys().query = query;
        },
      },
      'keys-unmended': {
        begin: async () => {
          for (let count = 0; count < 5; count += 1) {
            const key = someKey(randomUUID(), world.organisationId, new Date(nowMs() + 9 * DAY_MS));
            await api.keys.put(key, past(2 * HOUR_MS));
          }
          // A walk begins every ten minutes.
          api.clock.advance(10 * MINUTE_MS);
          await runner.sweep();
          expect(await api.keys.count()).toBe(6);
        },
        end: async () => {
          await expect(
            operator('keys', 'release', '--by', 'Oili Operaattori'),
          ).resolves.toMatchObject({
            exitCode: 0,
          });
          await runner.sweep();
          expect(await api.keys.count()).toBe(1);
          await expect(operator('keys', 'release', '--by', 'Oili')).resolves.toMatchObject({
            exitCode: 1,
          });
        },
      },
      'escrow-late': {
        begin: () => {
          folder = mkdtempSync(join(tmpdir(), 'tapaamo-test-escrow-'));
          Object.assign(api.config, { KEY_ESCROW_DIR: folder });
        },
        lastsMs: 10 * MINUTE_MS,
        end: () => {
          Object.assign(api.config, { KEY_ESCROW_DIR: '' });
          rmSync(folder, { recursive: true });
        },
      },
      'clock-off': {
        begin: async () => {
          agree({ monotonic: 0, main: 3 * MINUTE_MS, keys: 0 });
          await runner.sweep();
        },
        lastsMs: 2 * MINUTE_MS,
        end: async () => {
          agree();
          await runner.sweep();
        },
      },
      'server-settings': {
        begin: () => {
          settings().atFault = () => Promise.resolve([{ what: 'log_statement', wanted: 'none' }]);
        },
        end: () => {
          settings().atFault = () => Promise.resolve([]);
        },
      },
      'hold-review-missed': {
        begin: async () => {
          await api.dataSource.query(
            `INSERT INTO legal_hold (id, organisation_id, visit_id, kind, reason, basis, state, requested_by, requested_at,
               confirmed_by, confirmed_at, reviewed_on, review_by, on_missed)
             VALUES ($1, $2, $3, 'legal-hold', 'legal-claim', 'gdpr-17-3-e', 'held', $4, $6, $5, $6, '2026-12-01', '2026-12-20',
               'escalate')`,
            [
              randomUUID(),
              world.organisationId,
              visit.visitId,
              randomUUID(),
              randomUUID(),
              past(DAY_MS),
            ],
          );
        },
        end: () => api.dataSource.query('DELETE FROM legal_hold'),
      },
    };

    it.each(alarmCodeSchema.options)(
      '%s is told to two people once, stands, and goes with its cause',
      async (code) => {
        const { begin, lastsMs = 0, end } = CAUSES[code];
        await look();
        await expect(metric(code)).resolves.toBe(0);
        await begin();
        await look();
        if (lastsMs > 0) {
          expect([await metric(code), mailsOf(code)]).toEqual([0, []]);
          api.clock.advance(lastsMs);
          await look();
        }
        await expect(metric(code)).resolves.toBe(1);
        expect(mailsOf(code).map(({ to }) => to)).toEqual(ADDRESSES);
        expect((await page()).alarms.map((alarm) => alarm.code)).toContain(code);
        await look();
        expect(mailsOf(code)).toHaveLength(2);
        expect(runner.log.of('alarm.stands').filter((line) => line['code'] === code)).toHaveLength(
          1,
        );
        await end();
        await look();
        await expect(metric(code)).resolves.toBe(0);
        expect(runner.log.of('alarm.over')).toContainEqual(expect.objectContaining({ code }));
        fired.add(code);
      },
    );

    it('have all been fired', () => {
      expect([...fired].sort()).toEqual([...alarmCodeSchema.options].sort());
    });

    it('are told again each day while they last, by whichever process could mail, and name nobody', async () => {
      await operator('purge', 'pause', '--by', 'Oili Operaattori');
      // The API sees it as well, and reaches no mail server here.
      await api.get(Alarms).look();
      expect(api.log.of('alarm.mail-failed')).not.toEqual([]);
      await look();
      expect(mailsOf('forgetting-paused')).toHaveLength(2);
      api.clock.advance(DAY_MS - 1);
      await look();
      expect(mailsOf('forgetting-paused')).toHaveLength(2);
      api.clock.advance(1);
      await look();
      const mails = mailsOf('forgetting-paused');
      expect(mails).toHaveLength(4);
      expect(mails.map(({ text }) => text).join()).not.toMatch(/Oili|Virtanen|[\da-f]{8}-/);
    });

    it('of a job runner that is gone are seen by the API', async () => {
      api.clock.advance(11 * MINUTE_MS);
      await api.get(Alarms).look();
      // A start after a while of standing still is none yet.
      expect((await page()).alarms).toEqual([]);
      api.clock.advance(2 * MINUTE_MS);
      await api.get(Alarms).look();
      expect((await page()).alarms).toContainEqual(
        expect.objectContaining({ code: 'sweep-silent' }),
      );
      expect(api.log.of('alarm.stands')).toContainEqual(
        expect.objectContaining({ code: 'sweep-silent' }),
      );
    });
  });
});
