import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { join } from 'node:path';
import { AdministrationRefusedError } from '@tapaamo/administration';
import { AuditLog } from '@tapaamo/audit';
import { ContractEnds } from '@tapaamo/contract-end';
import {
  doorViewSchema,
  holdBoardSchema,
  retentionSchema,
  type ErrorCode,
  type Hold,
  type RequestHoldRequest,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { HoldReview } from '@tapaamo/legal-hold';
import { ForgettingOverview, Reconcile } from '@tapaamo/purge';
import { InstallationMarks, VaultSealedError } from '@tapaamo/vault';
import { VisitRow } from '@tapaamo/visit';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { sealedClientOf } from '../../support/builders/booking-builder.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { visitPath } from '../../support/door.js';
import { emptyVisits } from '../../support/empty-visits.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { temporaryFolder, type TemporaryFolder } from '../../support/test-config.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const CLIENT = 'Eeva Pidettävä';
const REVIEW_BY = '2027-02-24';
const DAY_MS = 86_400_000;
/** The visit is over at 10.45 on 2027-02-10; its period is a month. */
const OVERDUE = new Date('2027-03-11T10:00:00.000Z');

describe('a visit that is held', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let runner: TestJobRunner;
  let folder: TemporaryFolder;
  let admin: ApiClient;
  let officer: ApiClient;

  beforeAll(async () => {
    folder = temporaryFolder();
    api = await startApi({ config: { HOLD_KEY_STORE_DIR: join(folder.path, 'holds') } });
    world = await buildWorld(api.dataSource);
    runner = await startJobRunner(api);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    await emptyVisits(api);
    await api.keys.pool.query('DELETE FROM hold_key');
    [admin, officer] = [api.client(), api.client()];
    await signInAll();
  });

  afterAll(async () => {
    await runner.close();
    await api.close();
    folder.remove();
  });

  const signInAll = async () => {
    await admin.signIn(world.admin.email);
    await officer.signIn(world.officer.email);
  };
  /** Sessions end after hours. */
  const goTo = async (instant: Date) => {
    api.clock.set(instant);
    await signInAll();
  };
  const review = () => runner.module.get(HoldReview, { strict: false }).run();
  const ended = async (clientName = CLIENT) => {
    const visit = await bookedVisit(api, world.service, { clientName });
    expect((await visit.professional.post(visitPath(visit.visitId, '/end'))).status).toBe(204);
    return visit;
  };
  const request = (
    by: ApiClient,
    visitId: string,
    wish: Partial<Record<keyof RequestHoldRequest, string>> = {},
  ) =>
    by.post(visitPath(visitId, '/holds'), {
      reason: 'legal-claim',
      reviewBy: REVIEW_BY,
      ...wish,
    });
  const board = async (by: ApiClient) =>
    expectAnswer(await by.get('/api/holds'), 200, holdBoardSchema);
  const holdOf = async ({ visitId }: BookedVisit): Promise<Hold> => {
    const hold = (await board(admin)).holds.find((one) => one.visitId === visitId);
    if (hold === undefined) {
      throw new Error('The visit has no hold.');
    }
    return hold;
  };
  const act = (by: ApiClient, { id }: Hold, what: string, body: object = {}) =>
    by.post(`/api/holds/${id}/${what}`, body);
  const codeOf = async (answer: Promise<Awaited<ReturnType<ApiClient['get']>>>) =>
    expectProblem(await answer).code;
  const held = async (wish: Parameters<typeof request>[2] = {}) => {
    const visit = await ended();
    expect((await request(officer, visit.visitId, wish)).status).toBe(204);
    await review();
    const hold = await holdOf(visit);
    expect((await act(admin, hold, 'confirm')).status).toBe(204);
    return { visit, hold };
  };
  const release = async (hold: Hold, personTold = false) => {
    expect((await act(officer, hold, 'release', { personTold })).status).toBe(204);
    await review();
  };
  /** As after one of them was restored that is older than the rest. */
  const reconcileOlder = async (which: 'main' | 'keys') => {
    const behind = { main: which === 'main', keys: which === 'keys', store: false };
    const marks = runner.module.get(InstallationMarks, { strict: false });
    const isBehind = jest.spyOn(marks, 'behind').mockResolvedValue(behind);
    const reconcile = runner.module.get(Reconcile, { strict: false });
    return reconcile.run().finally(() => isBehind.mockRestore());
  };
  const look = async ({ client, link }: BookedVisit) =>
    expectAnswer(await client.post('/api/door/look', { link }), 200, doorViewSchema);
  const isThere = ({ visitId }: BookedVisit) =>
    api.dataSource.manager.existsBy(VisitRow, { id: visitId });
  const rowsSeen = ({ visitId }: BookedVisit) =>
    api
      .get(OrganisationScope)
      .of(world.organisationId, (tx) =>
        tx.query<unknown[]>('SELECT FROM participant WHERE visit_id = $1', [visitId]),
      );
  const heldDueOf = async ({ visitId }: BookedVisit) =>
    (await api.dataSource.manager.findOneByOrFail(VisitRow, { id: visitId })).heldDueAt;
  const counts = () => api.get(ForgettingOverview).read(world.organisationId);
  const readsAs = async ({ professional, visitId }: BookedVisit): Promise<ErrorCode | 'read'> => {
    await professional.signInAgain();
    const answer = await professional.get(visitPath(visitId));
    return answer.status === 200 ? 'read' : expectProblem(answer).code;
  };

  it('is asked for by one person and confirmed by another, and from then on nobody reads it and nothing erases it', async () => {
    const visit = await ended();
    const other = await ended('Muu Asiakas');
    expect((await request(officer, visit.visitId)).status).toBe(204);
    expect(await codeOf(request(admin, visit.visitId))).toBe('hold.already');
    // It holds nothing yet.
    await expect(readsAs(visit)).resolves.toBe('read');
    const asked = await holdOf(visit);
    expect(asked).toMatchObject({
      state: 'requested',
      kind: 'legal-hold',
      isOwn: false,
      ageDays: 0,
    });
    expect((await board(officer)).holds[0]?.isOwn).toBe(true);
    expect(await codeOf(act(admin, asked, 'confirm'))).toBe('hold.not-ready');
    await review();
    expect(await codeOf(act(officer, asked, 'confirm'))).toBe('hold.second-person');
    await expect(readsAs(visit)).resolves.toBe('read');
    expect((await act(admin, asked, 'confirm')).status).toBe(204);
    expect(await codeOf(act(admin, asked, 'confirm'))).toBe('hold.state-changed');

    await expect(sealedClientOf(api, visit.visitId)).rejects.toThrow(VaultSealedError);
    await expect(api.keys.of(visit.visitId)).rejects.toThrow('The visit has no key.');
    await expect(rowsSeen(visit)).resolves.toEqual([]);
    await expect(readsAs(visit)).resolves.toBe('visit.restricted');
    // Nobody else's, and nothing's.
    expect(await codeOf(other.professional.get(visitPath(visit.visitId)))).toBe(
      'access.denied-or-missing',
    );
    await expect(look(visit)).resolves.toEqual({ state: 'held' });
    expect(await codeOf(request(admin, visit.visitId))).toBe('hold.already');
    expect(
      await codeOf(
        officer.post(visitPath(visit.visitId, '/erasure'), { reason: 'rights-request' }),
      ),
    ).toBe('visit.held');
    await expect(counts()).resolves.toMatchObject({ held: 1, late: 0, dueInAll: 1 });

    await goTo(OVERDUE);
    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 0 });
    await expect(isThere(visit)).resolves.toBe(true);
    await expect(isThere(other)).resolves.toBe(false);
    // Its day ended without it.
    const { rows } = await api.keys.pool.query(
      `SELECT state FROM key_day WHERE state = 'live' AND due_day < '2027-03-11'`,
    );
    expect(rows).toEqual([]);
    await expect(counts()).resolves.toMatchObject({ held: 1, late: 0, dueInAll: 0, failed: 0 });
    // Overdue: to its professional it is as any other that is forgotten.
    await expect(readsAs(visit)).resolves.toBe('access.denied-or-missing');
    await expect(look(visit)).resolves.toEqual({ state: 'held' });

    await release(await holdOf(visit));
    await expect(look(visit)).resolves.toEqual({ state: 'forgetting' });
    const { rows: left } = await api.keys.pool.query('SELECT FROM hold_key');
    expect(left).toEqual([]);
    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 0 });
    await expect(isThere(visit)).resolves.toBe(false);
    expect((await board(admin)).holds).toEqual([]);
    const told = (await entriesOf(api, world.organisationId)).filter(({ event }) =>
      event.startsWith('hold.'),
    );
    expect(told.map(({ event, actorId }) => [event, actorId])).toEqual([
      ['hold.requested', world.officer.id],
      ['hold.confirmed', world.admin.id],
      ['hold.released', world.officer.id],
    ]);
    expect(JSON.stringify(told)).not.toContain('Pidettävä');
  });

  it('is there again when it is released before it is due, and who asked for a restriction is told first', async () => {
    const { visit, hold } = await held({ reason: 'accuracy-contested' });
    expect(hold.kind).toBe('restriction');
    const refused = expectProblem(await act(officer, hold, 'release', { personTold: false }));
    expect(refused).toMatchObject({ code: 'hold.tell-first', fields: [{ field: 'personTold' }] });
    await expect(readsAs(visit)).resolves.toBe('visit.restricted');
    await release(hold, true);
    await expect(readsAs(visit)).resolves.toBe('read');
    await expect(sealedClientOf(api, visit.visitId)).resolves.toMatchObject({ name: CLIENT });
    await expect(look(visit)).resolves.toMatchObject({ state: 'ended' });
    expect(await codeOf(act(officer, hold, 'release', { personTold: true }))).toBe(
      'hold.state-changed',
    );
    // Its private key is destroyed, and it can be held anew.
    expect((await request(admin, visit.visitId)).status).toBe(204);
    await goTo(OVERDUE);
    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 0 });
  });

  it('is sealed by the job runner where that failed, and read by nobody meanwhile', async () => {
    const visit = await ended();
    await request(officer, visit.visitId);
    await review();
    await api.keys.pool.query('ALTER TABLE former_wrap RENAME TO away');
    try {
      expect((await act(admin, await holdOf(visit), 'confirm')).status).toBe(204);
    } finally {
      await api.keys.pool.query('ALTER TABLE away RENAME TO former_wrap');
    }
    await expect(api.keys.of(visit.visitId)).resolves.toBeDefined();
    await expect(sealedClientOf(api, visit.visitId)).rejects.toThrow(VaultSealedError);
    await expect(rowsSeen(visit)).resolves.toEqual([]);
    // A sweep mends keys: this one is due when its visit would be.
    await runner.sweep();
    await review();
    await expect(api.keys.of(visit.visitId)).rejects.toThrow('The visit has no key.');
    await release(await holdOf(visit));
    await expect(sealedClientOf(api, visit.visitId)).resolves.toMatchObject({ name: CLIENT });
  });

  it('whose review is missed is told of each day, and ends by itself after a fortnight where that was chosen', async () => {
    expect(
      (await admin.request('PUT', '/api/holds/rule', { body: { onMissed: 'release' } })).status,
    ).toBe(204);
    const ends = await held();
    expect(
      (await admin.request('PUT', '/api/holds/rule', { body: { onMissed: 'escalate' } })).status,
    ).toBe(204);
    const stays = await held();
    const restricted = await held({ reason: 'objection' });
    await goTo(new Date(`${REVIEW_BY}T10:00:00.000Z`));
    await review();
    expect((await holdOf(ends.visit)).isReviewMissed).toBe(false);
    expect((await act(officer, stays.hold, 'extend', { reviewBy: '2027-05-25' })).status).toBe(204);
    expect((await act(officer, ends.hold, 'withdraw')).status).toBe(409);
    for (let day = 1; day <= 15; day += 1) {
      await goTo(new Date(new Date(`${REVIEW_BY}T10:00:00.000Z`).getTime() + day * DAY_MS));
      await review();
      await review();
    }
    expect(
      (await board(admin)).holds.map(({ id, state, isReviewMissed }) => ({
        id,
        state,
        isReviewMissed,
      })),
    ).toEqual([
      { id: restricted.hold.id, state: 'held', isReviewMissed: true },
      { id: stays.hold.id, state: 'held', isReviewMissed: false },
    ]);
    const told = (await entriesOf(api, world.organisationId)).filter(
      ({ event, targetId }) =>
        targetId === ends.visit.visitId && ['hold.review-missed', 'hold.released'].includes(event),
    );
    expect(told.map(({ details }) => details)).toEqual([
      ...Array.from({ length: 14 }, (_, index) => ({ days: index + 1 })),
      { by: 'missed-review', personTold: false },
    ]);
    // Overdue by a day by then.
    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 0 });
    await expect(isThere(ends.visit)).resolves.toBe(false);
    await expect(isThere(restricted.visit)).resolves.toBe(true);
  });

  it('keeps its organisation from being closed, and a shorter policy counts it and reaches it', async () => {
    const { visit, hold } = await held();
    const path = `/api/organisation/retention/${world.service.id}`;
    const preview = await admin.get(`${path}/preview/visit-end/P7D`);
    expect(preview.json).toMatchObject({ affected: 1, held: 1 });
    const before = await heldDueOf(visit);
    const proposed = await admin.post(path, { anchor: 'visit-end', period: 'P7D', affected: 1 });
    const { services } = expectAnswer(proposed, 200, retentionSchema);
    const changeId = services.find(({ waiting }) => waiting !== null)?.waiting?.changeId;
    const second = api.client();
    const another = await buildProfessional(api.dataSource, world, { roles: ['admin'] });
    await second.signIn(another.email);
    expect((await second.post(`${path}/confirm`, { changeId, affected: 1 })).status).toBe(200);
    const after = await heldDueOf(visit);
    expect([before?.toISOString(), after?.toISOString()]).toEqual([
      '2027-03-10T08:00:00.000Z',
      '2027-02-17T08:00:00.000Z',
    ]);
    await expect(readsAs(visit)).resolves.toBe('visit.restricted');

    const ends = new ContractEnds(api.get(OrganisationScope), api.get(AuditLog), api.clock);
    await api.dataSource.query('UPDATE organisation SET disabled_at = $2 WHERE id = $1', [
      world.organisationId,
      NOW,
    ]);
    try {
      await expect(ends.ask(world.organisationId)).rejects.toThrow(AdministrationRefusedError);
      await expect(ends.ask(world.organisationId)).rejects.toThrow(
        'keeps 1 visits by a legal hold',
      );
    } finally {
      await api.dataSource.query('UPDATE organisation SET disabled_at = NULL WHERE id = $1', [
        world.organisationId,
      ]);
    }
    await release(hold);
    await expect(readsAs(visit)).resolves.toBe('read');
  });

  it('is another organisation’s never, nor one’s that is not over, and each slip is told with its field', async () => {
    const open = await bookedVisit(api, world.service);
    expect(await codeOf(request(officer, open.visitId))).toBe('visit.not-ended');
    const visit = await ended();
    for (const [wish, field] of [
      [{ reason: 'other' }, 'reason'],
      [{ reviewBy: '2027-02-10' }, 'reviewBy'],
      [{ reviewBy: '2027-05-12' }, 'reviewBy'],
      [{ reviewBy: 'tomorrow' }, 'reviewBy'],
    ] as const) {
      const slip = await request(officer, visit.visitId, wish);
      expect(slip.status === 400 || slip.status === 422).toBe(true);
      expect(expectProblem(slip)).toMatchObject({ fields: [{ field }] });
    }
    expect(await codeOf(request(visit.professional, visit.visitId))).toBe(
      'access.denied-or-missing',
    );
    const elsewhere = await buildWorld(api.dataSource, { name: 'Toinen' });
    const foreign = api.client();
    await foreign.signIn(elsewhere.admin.email);
    expect(await codeOf(request(foreign, visit.visitId))).toBe('access.denied-or-missing');
    expect(await codeOf(request(admin, randomUUID()))).toBe('access.denied-or-missing');
    await request(officer, visit.visitId);
    await review();
    const hold = await holdOf(visit);
    expect((await board(foreign)).holds).toEqual([]);
    for (const what of ['confirm', 'withdraw']) {
      expect(await codeOf(act(foreign, hold, what))).toBe('access.denied-or-missing');
    }
    expect((await act(admin, hold, 'withdraw')).status).toBe(204);
    expect((await board(admin)).holds).toEqual([]);
    await expect(readsAs(visit)).resolves.toBe('read');
  });

  it('is held again after a main database from before its hold was restored', async () => {
    const { visit, hold } = await held();
    await api.dataSource.query(
      `UPDATE visit SET purge_due_at = held_due_at, held_due_at = NULL WHERE id = $1`,
      [visit.visitId],
    );
    await api.dataSource.query(
      `UPDATE legal_hold SET state = 'requested', confirmed_by = NULL, confirmed_at = NULL WHERE id = $1`,
      [hold.id],
    );
    await expect(reconcileOlder('main')).resolves.toMatchObject({ held: 1, erased: 0, lost: [] });
    await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 0 });
    await expect(readsAs(visit)).resolves.toBe('visit.restricted');
    await release(await holdOf(visit));
    await expect(sealedClientOf(api, visit.visitId)).resolves.toMatchObject({ name: CLIENT });
  });

  it('is held again, past its day too, where nobody knows any more why: until somebody has looked', async () => {
    const { visit } = await held();
    await goTo(new Date('2027-03-12T08:00:00Z'));
    await api.dataSource.query(
      'UPDATE visit SET purge_due_at = held_due_at, held_due_at = NULL WHERE id = $1',
      [visit.visitId],
    );
    await api.dataSource.query('DELETE FROM legal_hold WHERE visit_id = $1', [visit.visitId]);
    await expect(reconcileOlder('main')).resolves.toMatchObject({ held: 1, erased: 0, lost: [] });
    await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 0 });
    await review();
    const hold = await holdOf(visit);
    expect(hold).toMatchObject({ reason: 'found-after-restore', reviewBy: '2027-03-19' });
    await release(hold);
    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 0 });
    await expect(isThere(visit)).resolves.toBe(false);
  });

  it('is read again after a main database was restored that alone says it is held', async () => {
    const { visit, hold } = await held();
    await release(hold);
    await api.dataSource.query(
      `UPDATE visit SET held_due_at = purge_due_at, purge_due_at = $2 WHERE id = $1`,
      [visit.visitId, api.clock.now()],
    );
    await api.dataSource.query(
      `UPDATE legal_hold SET state = 'held', released_at = NULL, released_by = NULL WHERE id = $1`,
      [hold.id],
    );
    await expect(reconcileOlder('main')).resolves.toMatchObject({ held: 0, erased: 0, lost: [] });
    await expect(readsAs(visit)).resolves.toBe('read');
    expect((await board(admin)).holds).toEqual([]);
  });

  it('stays given back after a key database was restored that has its key still', async () => {
    const { visit, hold } = await held();
    const { rows } = await api.keys.pool.query<{ row: string }>(
      'SELECT row_to_json(hold_key)::text AS row FROM hold_key WHERE hold_id = $1',
      [hold.id],
    );
    await release(hold);
    await api.keys.pool.query(
      'INSERT INTO hold_key SELECT (json_populate_record(NULL::hold_key, $1::json)).*',
      [rows[0]?.row],
    );
    await expect(reconcileOlder('keys')).resolves.toMatchObject({ held: 0, lost: [] });
    await expect(readsAs(visit)).resolves.toBe('read');
    await api.keys.pool.query('DELETE FROM hold_key WHERE hold_id = $1', [hold.id]);
  });

  it('is told of as lost where an older key database has its key no more', async () => {
    const { visit, hold } = await held();
    await api.keys.pool.query(
      'UPDATE hold_key SET sealed_key = NULL, sealed_at = NULL WHERE hold_id = $1',
      [hold.id],
    );
    await expect(reconcileOlder('keys')).resolves.toMatchObject({ lost: [visit.visitId] });
  });

  it('keeps its messages, which others lose before their visit', async () => {
    const visit = await ended();
    await runner.deliver();
    expect((await request(officer, visit.visitId)).status).toBe(204);
    await review();
    expect((await act(admin, await holdOf(visit), 'confirm')).status).toBe(204);
    const messages = async () =>
      (
        await api.dataSource.query<unknown[]>('SELECT FROM outbox_message WHERE visit_id = $1', [
          visit.visitId,
        ])
      ).length;
    const before = await messages();
    expect(before).toBeGreaterThan(0);
    await goTo(new Date('2027-03-05T08:00:00Z'));
    await runner.sweep();
    await expect(messages()).resolves.toBe(before);
  });

  it('is confirmed before the day of its review, and not once a sweep has the visit in hand', async () => {
    const visit = await ended();
    expect((await request(officer, visit.visitId, { reviewBy: '2027-02-12' })).status).toBe(204);
    await review();
    await goTo(new Date('2027-02-12T08:00:00Z'));
    const hold = await holdOf(visit);
    await expect(codeOf(act(admin, hold, 'confirm'))).resolves.toBe('hold.review-day');
    expect((await act(admin, hold, 'withdraw')).status).toBe(204);
    await api.dataSource.query(
      `INSERT INTO purge_item (visit_id, organisation_id, due_day, attempts, next_attempt_at, blocked)
       VALUES ($1, $2, '2027-03-10', 1, '2027-03-11', 'busy')`,
      [visit.visitId, world.organisationId],
    );
    expect((await request(officer, visit.visitId)).status).toBe(404);
    await api.dataSource.query('DELETE FROM purge_item');
  });
});
