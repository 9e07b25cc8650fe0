import {
  bookingListSchema,
  exportedVisitSchema,
  retentionSchema,
  type Visit,
} from '@tapaamo/contracts';
import type { Service } from '@tapaamo/organisation';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { book } from '../../support/builders/booking-builder.js';
import { readVisit, visitPath } from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** Ends at 10.45 in Helsinki: without a word it is asked about six months later, and due twelve months later. */
const CEILING = '2028-02-10T08:45:00.000Z';
const REVIEW = '2027-08-10T07:45:00.000Z';

const REPEAT = { everyWeeks: 1, times: 3 };

describe('clients who are known until the client relationship ends', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let professional: ApiClient;
  let colleague: ApiClient;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    world = await buildWorld(api.dataSource);
    const admin = api.client();
    await admin.signIn(world.admin.email);
    const request = { anchor: 'relationship-end', period: 'P14D', affected: 0 };
    for (const { id } of [world.service, world.offered]) {
      const answer = await admin.post(`/api/organisation/retention/${id}`, request);
      expectAnswer(answer, 200, retentionSchema);
    }
    [professional, colleague] = [api.client(), api.client()];
    await at(NOW);
  });

  afterAll(() => api.close());

  /** Both sign in anew as time passes: their sessions do not last for weeks. */
  const at = async (instant: string) => {
    api.clock.set(instant);
    await professional.signIn(world.professional.email);
    await colleague.signIn(world.colleague.email);
  };
  const visitWith = async (
    changes: Parameters<typeof book>[2] = {},
    { by = professional, service = world.service }: { by?: ApiClient; service?: Service } = {},
  ): Promise<string> => (await book(by, service, changes)).visitId;
  const end = (visitId: string, by = professional) => by.post(visitPath(visitId, '/end'));
  const say = (visitId: string, what: 'end' | 'go-on', by = professional) =>
    by.post(visitPath(visitId, `/relationship/${what}`));
  const known = async (visitId: string, by = professional) => {
    const { purgeDueAt, relationship }: Visit = await readVisit(by, visitId);
    const { endedAt, reviewAt } = relationship ?? {};
    return relationship === null ? { purgeDueAt } : { purgeDueAt, endedAt, reviewAt };
  };
  const asked = async (by = professional): Promise<string[]> => {
    const answer = await by.get('/api/bookings/to-review');
    return expectAnswer(answer, 200, bookingListSchema).bookings.map(({ visitId }) => visitId);
  };

  it('are forgotten a year after the visit when nobody says a word, and asked about after half of it', async () => {
    const visitId = await visitWith();
    const unsaid = { purgeDueAt: CEILING, endedAt: null, reviewAt: REVIEW };
    await expect(known(visitId)).resolves.toEqual(unsaid);
    await at('2027-02-10T08:40:00.000Z');
    await end(visitId);
    const cancelled = await visitWith({ date: '2027-03-01' });
    await end(cancelled);
    await expect(known(visitId)).resolves.toEqual(unsaid);
    // What was called off is of no use to the relationship.
    await expect(known(cancelled)).resolves.toEqual({ purgeDueAt: '2027-02-24T08:40:00.000Z' });

    await at('2027-08-10T07:44:59.999Z');
    await expect(asked()).resolves.toEqual([]);
    await at(REVIEW);
    await expect(asked()).resolves.toEqual([visitId]);
    await expect(asked(colleague)).resolves.toEqual([]);
    expect((await say(visitId, 'go-on')).status).toBe(204);
    await expect(asked()).resolves.toEqual([]);
    // Asking is put off, never the ceiling.
    await expect(known(visitId)).resolves.toEqual({ ...unsaid, reviewAt: CEILING });

    api.clock.set(CEILING);
    const runner = await startJobRunner(api);
    await runner.sweep();
    await runner.close();
    await at(CEILING);
    expect((await professional.get(visitPath(visitId))).status).toBe(404);
  });

  it('are forgotten two weeks after it is said, in every visit of theirs in the service that one decides about', async () => {
    const visitId = await visitWith();
    const ahead = await visitWith({ date: '2027-03-20', clientPhone: '+358401234567' });
    const others = [
      await visitWith({ date: '2027-03-21', clientName: 'Eino Virtanen' }),
      await visitWith({ date: '2027-03-22', clientPhone: '050 765 4321' }),
      await visitWith({ date: '2027-03-23' }, { service: world.offered }),
    ];
    const elsewhere = await visitWith({ date: '2027-03-24' }, { by: colleague });
    await at('2027-02-20T10:00:00.000Z');
    await end(visitId);
    expect((await say(visitId, 'end')).status).toBe(204);
    const said = { endedAt: '2027-02-20T10:00:00.000Z', reviewAt: null };
    await expect(known(visitId)).resolves.toEqual({
      purgeDueAt: '2027-03-06T10:00:00.000Z',
      ...said,
    });
    // One that is ahead takes place all the same.
    await expect(known(ahead)).resolves.toEqual({
      purgeDueAt: '2027-04-03T07:45:00.000Z',
      ...said,
    });
    for (const other of others) {
      await expect(known(other)).resolves.toMatchObject({ endedAt: null });
    }
    await expect(known(elsewhere, colleague)).resolves.toMatchObject({ endedAt: null });
    expect((await api.keys.of(visitId)).dueDay).toBe('2027-03-06');
    const told = (await entriesOf(api, world.organisationId)).filter(
      ({ event }) => event === 'visit.relationship-ended',
    );
    expect(told).toMatchObject([{ details: { count: 2 }, targetId: visitId }]);
    expect(told[0]?.visits.toSorted()).toEqual([visitId, ahead].toSorted());

    // Said again it moves nothing, and there is no way back.
    await at('2027-02-25T10:00:00.000Z');
    expect([(await say(visitId, 'end')).status, (await say(visitId, 'go-on')).status]).toEqual([
      204, 204,
    ]);
    await expect(known(visitId)).resolves.toMatchObject(said);
  });

  it('are taken out first in a file that only the organisation’s key opens', async () => {
    const visitId = await visitWith();
    const ahead = await visitWith({ date: '2027-03-20', clientPhone: '+358401234567' });
    await visitWith({ date: '2027-03-21', clientName: 'Eino Virtanen' });
    const path = visitPath(visitId, '/relationship/export');
    expect(expectProblem(await professional.post(path)).code).toBe('visit.not-ended');
    await at('2027-02-20T10:00:00.000Z');
    await end(visitId);
    expect(expectProblem(await professional.post(path)).code).toBe('export.no-key');
    const identity = await generateIdentity();
    const admin = api.client();
    await admin.signIn(world.admin.email);
    const recipient = await identityToRecipient(identity);
    await admin.post('/api/organisation/export-key', { recipient });
    expect((await colleague.post(path)).status).toBe(404);

    const headers = professional.headers({}, true);
    const answer = await fetch(`${api.origin}${path}`, { method: 'POST', headers, body: '{}' });
    const opening = new Decrypter();
    opening.addIdentity(identity);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const lines = (await opening.decrypt(bytes, 'text')).trimEnd().split('\n').slice(1);
    const visits = lines.map((line) => exportedVisitSchema.parse(JSON.parse(line)));
    expect(visits.map((visit) => visit.visitId).toSorted()).toEqual([visitId, ahead].toSorted());
    const entries = await entriesOf(api, world.organisationId);
    const told = entries.find(({ event }) => event === 'visits.exported');
    expect(told).toMatchObject({ event: 'visits.exported', targetId: visitId });
    expect(told?.visits.toSorted()).toEqual([visitId, ahead].toSorted());

    await say(visitId, 'end');
    expect(expectProblem(await professional.post(path)).code).toBe('visit.no-relationship');
  });

  it('of one who leads a team are their own, and not those of whom they lead', async () => {
    const lead = api.client();
    await lead.signIn(world.lead.email);
    const own = await visitWith({ time: '14:00' }, { by: lead });
    const members = await visitWith({ date: '2027-03-20' });
    await at('2027-02-20T10:00:00.000Z');
    await lead.signInAgain();
    await end(own, lead);
    expect((await say(own, 'end', lead)).status).toBe(204);
    await expect(known(own, lead)).resolves.toMatchObject({ endedAt: '2027-02-20T10:00:00.000Z' });
    await expect(known(members)).resolves.toMatchObject({ endedAt: null });
  });

  it('are kept for two weeks after it, and for no other period', async () => {
    const admin = api.client();
    await admin.signIn(world.admin.email);
    const path = `/api/organisation/retention/${world.service.id}`;
    const wish = { anchor: 'relationship-end', period: 'P3M', affected: 0 };
    expect(expectProblem(await admin.post(path, wish))).toMatchObject({
      status: 400,
      fields: [{ field: 'period' }],
    });
  });

  it('are one client in a series, whether or not anything tells them from others of their name', async () => {
    const series = await visitWith({ clientPhone: undefined, printedSheet: true, repeat: REPEAT });
    await at('2027-02-10T08:50:00.000Z');
    await end(series);
    // What is due sooner already stays so.
    const sooner = new Date('2027-02-20T08:00:00.000Z');
    await api.dataSource.query('UPDATE visit SET purge_due_at = $1 WHERE id = $2', [
      sooner,
      series,
    ]);
    expect((await say(series, 'end')).status).toBe(204);
    const rows = await api.dataSource.query<{ said: boolean; due: Date }[]>(
      `SELECT relationship_ended_at IS NOT NULL AS said, purge_due_at AS due FROM visit
       WHERE organisation_id = $1 ORDER BY purge_due_at`,
      [world.organisationId],
    );
    expect(rows).toEqual([
      { said: true, due: sooner },
      { said: true, due: new Date('2027-03-03T08:45:00.000Z') },
      { said: true, due: new Date('2027-03-10T08:45:00.000Z') },
    ]);
  });

  it('have nothing said of them before the visit is over, by whom it is shared with, or where it does not count', async () => {
    const visitId = await visitWith();
    expect(expectProblem(await say(visitId, 'end')).code).toBe('visit.not-ended');
    await professional.post(visitPath(visitId, '/shares'), { professionalId: world.colleague.id });
    const other = await visitWith({ time: '12:00' }, { service: world.required });
    await at('2027-02-10T11:00:00.000Z');
    await end(visitId);
    await end(other);
    expect((await say(visitId, 'end', colleague)).status).toBe(404);
    const refused = await say(other, 'end');
    expect([refused.status, expectProblem(refused).code]).toEqual([409, 'visit.no-relationship']);
    await expect(known(other)).resolves.toEqual({ purgeDueAt: '2027-03-10T10:30:00.000Z' });
  });

  it('are known for shorter once their service counts from the visit again, which two admins decide', async () => {
    const [kept, said] = [await visitWith(), await visitWith({ time: '12:00', clientName: 'B C' })];
    await at('2027-02-10T11:00:00.000Z');
    await end(kept);
    await end(said);
    await say(said, 'end');
    const [admin, other] = [api.client(), api.client()];
    await admin.signIn(world.admin.email);
    const path = `/api/organisation/retention/${world.service.id}`;
    const choice = { anchor: 'visit-end', period: 'P1M' };
    const preview = await admin.get(`${path}/preview/visit-end/P1M`);
    expect(preview.json).toMatchObject({ direction: 'shorter', affected: 1 });
    const { services } = expectAnswer(
      await admin.post(path, { ...choice, affected: 1 }),
      200,
      retentionSchema,
    );
    const changeId = services.find(({ serviceId }) => serviceId === world.service.id)?.waiting
      ?.changeId;
    await api.dataSource.query(`UPDATE professional SET roles = '{admin}' WHERE id = $1`, [
      world.lead.id,
    ]);
    await other.signIn(world.lead.email);
    expect((await other.post(`${path}/confirm`, { changeId, affected: 1 })).status).toBe(200);
    await expect(known(kept)).resolves.toEqual({ purgeDueAt: '2027-03-10T08:45:00.000Z' });
    await expect(known(said)).resolves.toMatchObject({ purgeDueAt: '2027-02-24T11:00:00.000Z' });
  });
});
