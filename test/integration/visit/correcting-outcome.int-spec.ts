import type { CorrectOutcomeRequest } from '@tapaamo/contracts';
import { VisitCount } from '@tapaamo/statistics';
import { OrganisationScope } from '@tapaamo/database';
import { VisitChanges } from '@tapaamo/visit';
import { expectProblem } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { buildTeam, standInFor } from '../../support/builders/team-builder.js';
import { announceNode, enter, meet, openDoor, readVisit, visitPath } from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { until } from '../../support/until.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const AFTER = '2027-02-10T09:00:00Z';

describe('the outcome of a visit that is over', () => {
  let api: TestApi;
  let world: TestOrganisation;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    world = await buildWorld(api.dataSource);
    await announceNode(api);
  });

  afterAll(async () => {
    await api.close();
  });

  const end = async ({ professional, visitId }: BookedVisit, at: string) => {
    api.clock.set(at);
    await professional.signInAgain();
    expect((await professional.post(visitPath(visitId, '/end'))).status).toBe(204);
  };
  const missed = async () => {
    const visit = await bookedVisit(api, world.offered);
    await end(visit, AFTER);
    return visit;
  };
  const correct = async (
    { professional, visitId }: Pick<BookedVisit, 'professional' | 'visitId'>,
    changes: Partial<Record<keyof CorrectOutcomeRequest, unknown>> = {},
  ) =>
    professional.post(visitPath(visitId, '/outcome'), {
      version: 1,
      outcome: 'fulfilled',
      reason: 'met-otherwise',
      ...changes,
    });
  const codeOf = async (...args: Parameters<typeof correct>) =>
    expectProblem(await correct(...args)).code;
  const counts = async () => {
    const rows = await api.dataSource.manager.findBy(VisitCount, {
      organisationId: world.organisationId,
    });
    return rows.filter(({ visits }) => visits > 0).map(({ outcome, visits }) => [outcome, visits]);
  };

  it('is corrected with a reason by whose it is; when it is forgotten stays', async () => {
    const visit = await missed();
    const before = await readVisit(visit.professional, visit.visitId);
    expect(before).toMatchObject({ status: 'noshow', outcomeReason: null });
    await expect(counts()).resolves.toEqual([['noshow', 1]]);
    expect((await correct(visit)).status).toBe(204);
    await expect(readVisit(visit.professional, visit.visitId)).resolves.toEqual({
      ...before,
      status: 'fulfilled',
      outcomeReason: 'met-otherwise',
      correction: {
        firstOutcome: 'noshow',
        correctedAt: new Date(AFTER).toISOString(),
        by: 'own',
        reason: 'met-otherwise',
      },
      version: 2,
    });
    await expect(counts()).resolves.toEqual([['fulfilled', 1]]);
    const entries = await entriesOf(api, world.organisationId);
    expect(entries.find(({ event }) => event === 'visit.outcome-corrected')).toMatchObject({
      actorId: visit.account.id,
      targetId: visit.visitId,
      details: { before: 'noshow', after: 'fulfilled', reason: 'met-otherwise' },
    });
  });

  it('is told of to whoever hears of visits, and changes nothing when it is so already', async () => {
    const visit = await missed();
    const heard: string[] = [];
    const stop = api.get(VisitChanges).onChange((one) => heard.push(one?.visitId ?? ''));
    // What was told before comes before this.
    const { organisationId } = visit.account;
    const last = { organisationId, visitId: visit.participantId };
    await api
      .get(OrganisationScope)
      .of(organisationId, (tx) => api.get(VisitChanges).announce(tx, last));
    await until(() => heard.includes(last.visitId), { what: 'what was told before' });
    heard.length = 0;
    expect((await correct(visit, { outcome: 'noshow' })).status).toBe(204);
    await expect(readVisit(visit.professional, visit.visitId)).resolves.toMatchObject({
      version: 1,
    });
    expect((await correct(visit)).status).toBe(204);
    await until(() => heard.includes(visit.visitId), { what: 'the announcement' });
    stop();
    expect(heard).toEqual([visit.visitId]);
  });

  it('is corrected from the version that was read', async () => {
    const visit = await missed();
    const answers = await Promise.all([
      correct(visit, { outcome: 'cancelled', reason: 'called-off-otherwise' }),
      correct(visit),
    ]);
    const refused = answers.filter(({ status }) => status !== 204);
    expect(refused.map((answer) => expectProblem(answer).code)).toEqual([
      'booking.changed-meanwhile',
    ]);
  });

  it('calls nobody absent who came, and nothing held or missed that is still ahead', async () => {
    const came = await bookedVisit(api, world.offered);
    await openDoor(came.client, came.link);
    await enter(came.client);
    await end(came, AFTER);
    expect(await codeOf(came, { outcome: 'noshow' })).toBe('visit.outcome-impossible');
    expect((await correct(came, { outcome: 'cancelled', reason: 'not-met' })).status).toBe(204);
    api.clock.set(NOW);
    const early = await bookedVisit(api, world.offered);
    await end(early, '2027-02-10T08:05:00Z');
    const { version } = await readVisit(early.professional, early.visitId);
    for (const outcome of ['fulfilled', 'noshow']) {
      expect(await codeOf(early, { version, outcome })).toBe('visit.outcome-impossible');
    }
  });

  it('is that it was held where client and professional were together', async () => {
    const visit = await bookedVisit(api, world.offered);
    await meet(api, visit);
    await end(visit, AFTER);
    const read = await readVisit(visit.professional, visit.visitId);
    expect(read).toMatchObject({ status: 'fulfilled', wasHeld: true });
    expect(await codeOf(visit, { outcome: 'cancelled' })).toBe('visit.outcome-impossible');
  });

  it.each(['shared', 'stand-in', 'team'] as const)(
    'is corrected by who reaches it by %s, in their own name',
    async (relation) => {
      const visit = await bookedVisit(api, world.offered);
      const colleague = await buildProfessional(api.dataSource, world, {
        roles: ['professional', 'team-lead'],
      });
      const [absentId, standInId] = [visit.account.id, colleague.id];
      if (relation === 'shared') {
        const share = { professionalId: colleague.id };
        await visit.professional.post(visitPath(visit.visitId, '/shares'), share);
      } else if (relation === 'team') {
        await buildTeam(api.dataSource, world, { leads: [standInId], members: [absentId] });
      } else {
        const days = { firstDay: '2027-02-10', lastDay: '2027-02-10' };
        await standInFor(api.dataSource, { world, absentId, standInId, ...days });
      }
      await end(visit, AFTER);
      const professional = api.client();
      await professional.signIn(colleague.email);
      const { visitId } = visit;
      expect((await correct({ professional, visitId })).status).toBe(204);
      expect((await readVisit(professional, visitId)).correction).toMatchObject({ by: relation });
      const entries = await entriesOf(api, world.organisationId);
      expect(entries.find(({ event }) => event === 'visit.outcome-corrected')).toMatchObject({
        actorId: colleague.id,
      });
    },
  );

  it('is not corrected by who does not reach it, before it is over, or once it is due', async () => {
    const visit = await bookedVisit(api, world.offered);
    expect(await codeOf(visit)).toBe('visit.not-ended');
    const colleague = await buildProfessional(api.dataSource, world);
    await end(visit, AFTER);
    const professional = api.client();
    await professional.signIn(colleague.email);
    expect(await codeOf({ professional, visitId: visit.visitId })).toBe('access.denied-or-missing');
    api.clock.set('2027-03-10T08:45:00Z');
    await visit.professional.signInAgain();
    expect(await codeOf(visit)).toBe('access.denied-or-missing');
  });

  it('keeps why the visit was called off, and what was recorded first, however often it is corrected', async () => {
    const visit = await bookedVisit(api, world.offered);
    const { professional, visitId } = visit;
    const cancel = { version: 1, reason: 'client-asked' };
    expect((await professional.post(visitPath(visitId, '/cancel'), cancel)).status).toBe(200);
    api.clock.set(AFTER);
    await professional.signInAgain();
    expect((await correct(visit, { version: 2 })).status).toBe(204);
    const first = { firstOutcome: 'cancelled', reason: 'met-otherwise' };
    expect(await readVisit(professional, visitId)).toMatchObject({
      status: 'fulfilled',
      cancelReason: 'client-asked',
      correction: first,
    });
    const again = { version: 3, outcome: 'noshow', reason: 'other' };
    expect((await correct(visit, again)).status).toBe(204);
    expect((await readVisit(professional, visitId)).correction).toMatchObject({
      firstOutcome: 'cancelled',
      reason: 'other',
    });
    const back = { version: 4, outcome: 'cancelled', reason: 'ended-by-mistake' };
    expect((await correct(visit, back)).status).toBe(204);
    expect(await readVisit(professional, visitId)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'client-asked',
      correction: null,
      outcomeReason: null,
    });
  });

  it.each([
    ['outcome', { outcome: 'arrived' }],
    ['reason', { reason: 'Aino soitti' }],
  ])('takes no other word as its %s', async (field, changes) => {
    const problem = expectProblem(await correct(await missed(), changes));
    expect([problem.status, problem.fields?.[0]?.field]).toEqual([400, field]);
  });
});
