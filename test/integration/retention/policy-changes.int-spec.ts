import {
  retentionPreviewSchema,
  retentionSchema,
  type RetentionPreview,
  type ServiceRetention,
} from '@tapaamo/contracts';
import { DueReckoning, VisitRow } from '@tapaamo/visit';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { book, sealedClientOf } from '../../support/builders/booking-builder.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const PATH = '/api/organisation/retention';

describe('how long clients of a service are known', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let admin: ApiClient;
  let other: ApiClient;
  let professional: ApiClient;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    world = await buildWorld(api.dataSource);
    const second = await buildProfessional(api.dataSource, world, { roles: ['admin'] });
    [admin, other, professional] = [api.client(), api.client(), api.client()];
    await admin.signIn(world.admin.email);
    await other.signIn(second.email);
    await professional.signIn(world.professional.email);
  });

  afterAll(() => api.close());

  const preview = async (period: string): Promise<RetentionPreview> =>
    expectAnswer(
      await admin.get(`${PATH}/${world.service.id}/preview/visit-end/${period}`),
      200,
      retentionPreviewSchema,
    );
  const tryChanging = (period: string, affected = 100) =>
    admin.post(`${PATH}/${world.service.id}`, { anchor: 'visit-end', period, affected });
  const read = async (as = admin): Promise<ServiceRetention> => {
    const { services } = expectAnswer(await as.get(PATH), 200, retentionSchema);
    const found = services.find(({ serviceId }) => serviceId === world.service.id);
    if (found === undefined) {
      throw new Error('The service is not listed.');
    }
    return found;
  };
  const changeIdOf = async (): Promise<string> => (await read()).waiting?.changeId ?? '';
  const propose = async (period: string): Promise<string> => {
    expectAnswer(await tryChanging(period), 200, retentionSchema);
    return changeIdOf();
  };
  const tryConfirming = (changeId: string, { as = other, affected = 100 } = {}) =>
    as.post(`${PATH}/${world.service.id}/confirm`, { changeId, affected });
  const dueOf = async (visitId: string): Promise<string> => {
    const visit = await api.dataSource.manager.findOneByOrFail(VisitRow, { id: visitId });
    return visit.purgeDueAt.toISOString();
  };
  const told = async () =>
    (await entriesOf(api, world.organisationId))
      .filter(({ event }) => event.startsWith('retention-policy.'))
      .map(({ event, details, targetId }) => ({ event, details, targetId }));

  it('is a month after the visit at first', async () => {
    await expect(read()).resolves.toMatchObject({
      period: 'P1M',
      history: [{ version: 1, period: 'P1M' }],
      waiting: null,
    });
  });

  it('is made shorter by two admins, who see how many visits go and when, and takes effect as was shown', async () => {
    // Ended at 8.45 of 10 February; after 14 days it is over for the first and not for the second.
    const { visitId: past } = await book(professional, world.service);
    api.clock.set('2027-03-05T10:00:00.000Z');
    await professional.signIn(world.professional.email);
    await admin.signIn(world.admin.email);
    const { visitId: ahead } = await book(professional, world.service, { date: '2027-03-20' });
    const elsewhere = await book(professional, world.offered, { date: '2027-03-21' });
    const before = [await dueOf(past), await dueOf(ahead), await dueOf(elsewhere.visitId)];
    const shown = {
      direction: 'shorter',
      affected: 2,
      firstNight: 1,
      held: 0,
      earliestAt: '2027-03-07T00:00:00.000Z',
    };
    await expect(preview('P14D')).resolves.toEqual(shown);
    const changeId = await propose('P14D');
    await other.signIn((await secondAdmin()).email);
    await expect(read(other)).resolves.toMatchObject({
      period: 'P1M',
      waiting: { changeId, period: 'P14D', isOwn: false, preview: shown },
    });
    expect([await dueOf(past), await dueOf(ahead), await dueOf(elsewhere.visitId)]).toEqual(before);

    expectAnswer(await tryConfirming(changeId, { affected: 2 }), 200, retentionSchema);
    expect([await dueOf(past), await dueOf(ahead), await dueOf(elsewhere.visitId)]).toEqual([
      '2027-03-07T00:00:00.000Z',
      '2027-04-03T07:45:00.000Z',
      before[2],
    ]);
    await expect(read()).resolves.toMatchObject({
      period: 'P14D',
      history: [
        { version: 2, period: 'P14D', since: '2027-03-05T10:00:00.000Z' },
        { version: 1, period: 'P1M' },
      ],
      waiting: null,
    });
    const key = await api.keys.of(ahead);
    expect(key.dueDay).toBe('2027-04-03');
    await expect(sealedClientOf(api, ahead)).resolves.toMatchObject({ name: 'Aino Virtanen' });
    const details = { category: 'identifiers', anchor: 'visit-end', period: 'P14D', count: 2 };
    const targetId = world.service.id;
    await expect(told()).resolves.toEqual([
      { event: 'retention-policy.proposed', details, targetId },
      { event: 'retention-policy.confirmed', details, targetId },
      { event: 'retention-policy.changed', details, targetId },
    ]);
    const next = await book(professional, world.service, { date: '2027-03-22' });
    await expect(dueOf(next.visitId)).resolves.toBe('2027-04-05T07:45:00.000Z');

    api.clock.set('2027-03-07T00:00:00.000Z');
    const runner = await startJobRunner(api);
    await runner.sweep();
    await runner.close();
    const left = await api.dataSource.manager.find(VisitRow, {
      where: { organisationId: world.organisationId },
    });
    expect(left.map(({ id }) => id).sort()).toEqual(
      [ahead, elsewhere.visitId, next.visitId].sort(),
    );
  });

  const secondAdmin = async () => {
    const found = await api.dataSource.query<{ email: string }[]>(
      `SELECT email FROM professional WHERE organisation_id = $1 AND 'admin' = ANY (roles) AND id <> $2`,
      [world.organisationId, world.admin.id],
    );
    return found[0] ?? { email: '' };
  };

  it('is made longer by one admin, for visits that are booked from then on', async () => {
    const { visitId } = await book(professional, world.service);
    const before = await dueOf(visitId);
    const shown = { direction: 'longer', affected: 0, firstNight: 0, held: 0, earliestAt: null };
    await expect(preview('P3M')).resolves.toEqual(shown);
    expectAnswer(await tryChanging('P3M', 0), 200, retentionSchema);
    await expect(dueOf(visitId)).resolves.toBe(before);
    await expect(read()).resolves.toMatchObject({ period: 'P3M', waiting: null });
    const later = await book(professional, world.service, { time: '12:00' });
    await expect(dueOf(later.visitId)).resolves.toBe('2027-05-10T09:30:00.000Z');
    await expect(told()).resolves.toEqual([
      {
        event: 'retention-policy.changed',
        details: { category: 'identifiers', anchor: 'visit-end', period: 'P3M', count: 0 },
        targetId: world.service.id,
      },
    ]);
  });

  it('never keeps a visit longer, however policies follow one another', async () => {
    const { visitId } = await book(professional, world.service, { date: '2027-03-20' });
    expectAnswer(await tryConfirming(await propose('P14D')), 200, retentionSchema);
    const short = await dueOf(visitId);
    expectAnswer(await tryChanging('P3M'), 200, retentionSchema);
    expectAnswer(await tryConfirming(await propose('P1M')), 200, retentionSchema);
    await expect(dueOf(visitId)).resolves.toBe(short);
  });

  it('is reckoned anew with other time zone data, only ever to earlier and never within the next night', async () => {
    const [later, sooner, kept] = [
      await book(professional, world.service),
      await book(professional, world.service, { time: '12:00' }),
      await book(professional, world.service, { time: '14:00' }),
    ];
    const old = (visitId: string, dueAt: string) =>
      api.dataSource.query(
        `UPDATE visit SET purge_tzdata = '2019a', purge_due_at = $2 WHERE id = $1`,
        [visitId, dueAt],
      );
    await old(later.visitId, '2027-03-10T09:45:00.000Z');
    await old(sooner.visitId, '2027-03-10T09:30:00.000Z');
    const reckoning = api.get(DueReckoning);
    await expect(reckoning.reckonAll()).resolves.toBe(2);
    await expect(dueOf(later.visitId)).resolves.toBe('2027-03-10T08:45:00.000Z');
    await expect(dueOf(sooner.visitId)).resolves.toBe('2027-03-10T09:30:00.000Z');
    await expect(dueOf(kept.visitId)).resolves.toBe(kept.purgeDueAt);
    expect((await api.keys.of(later.visitId)).dueAt.toISOString()).toBe('2027-03-10T08:45:00.000Z');
    await expect(reckoning.reckonAll()).resolves.toBe(0);

    // By its policy it was due days ago, and the night that two admins agreed on is ahead.
    await old(later.visitId, '2027-03-20T08:45:00.000Z');
    api.clock.set('2027-03-15T10:00:00.000Z');
    await expect(reckoning.reckonAll()).resolves.toBe(1);
    await expect(dueOf(later.visitId)).resolves.toBe('2027-03-17T00:00:00.000Z');
  });

  it('is not made shorter by the admin who proposed it, nor by the database', async () => {
    const changeId = await propose('P14D');
    await expect(read()).resolves.toMatchObject({ waiting: { isOwn: true } });
    const answer = await tryConfirming(changeId, { as: admin });
    expect([answer.status, expectProblem(answer).code]).toEqual([409, 'retention.second-admin']);
    await expect(
      api.dataSource.query(
        `UPDATE retention_change SET state = 'confirmed', decided_by = proposed_by, decided_at = now() WHERE id = $1`,
        [changeId],
      ),
    ).rejects.toThrow('retention_change_two_people');
    await expect(read()).resolves.toMatchObject({ period: 'P1M' });
  });

  it('is not made shorter for more visits than were shown', async () => {
    await book(professional, world.service, { date: '2027-03-20' });
    expect(expectProblem(await tryChanging('P14D', 0)).code).toBe('retention.preview-outdated');
    const changeId = await propose('P14D');
    await book(professional, world.service, { date: '2027-03-21' });
    const answer = await tryConfirming(changeId, { affected: 1 });
    expect([answer.status, expectProblem(answer).code]).toEqual([
      409,
      'retention.preview-outdated',
    ]);
    expectAnswer(await tryConfirming(changeId, { affected: 2 }), 200, retentionSchema);
  });

  it('waits for one proposal at a time, which any admin withdraws', async () => {
    const changeId = await propose('P14D');
    expect(expectProblem(await tryChanging('P7D')).code).toBe('retention.change-waiting');
    const path = `${PATH}/${world.service.id}/withdraw`;
    expectAnswer(await other.post(path, { changeId }), 200, retentionSchema);
    await expect(read()).resolves.toMatchObject({ period: 'P1M', waiting: null });
    const gone = [await tryConfirming(changeId), await admin.post(path, { changeId })];
    expect(gone.map(({ status }) => status)).toEqual([404, 404]);
    expect((await told()).map(({ event }) => event)).toEqual([
      'retention-policy.proposed',
      'retention-policy.withdrawn',
    ]);
  });

  it('is confirmed once, by one of two who press at the same time', async () => {
    const changeId = await propose('P14D');
    const answers = await Promise.all([tryConfirming(changeId), tryConfirming(changeId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  it.each([
    [
      'what it is already',
      { anchor: 'visit-end', period: 'P1M', affected: 0 },
      422,
      'retention.unchanged',
    ],
    [
      'no period of the list',
      { anchor: 'visit-end', period: 'P2Y', affected: 0 },
      400,
      'request.invalid',
    ],
    [
      'a number below nothing',
      { anchor: 'visit-end', period: 'P7D', affected: -1 },
      400,
      'request.invalid',
    ],
    ['nothing seen', { anchor: 'visit-end', period: 'P7D' }, 400, 'request.invalid'],
    [
      'no anchor of the list',
      { anchor: 'recorded', period: 'P7D', affected: 0 },
      400,
      'request.invalid',
    ],
  ])('is not changed to %s', async (_, request, status, code) => {
    const answer = await admin.post(`${PATH}/${world.service.id}`, request);
    expect([answer.status, expectProblem(answer).code]).toEqual([status, code]);
  });

  it('is nobody’s business in another organisation', async () => {
    const changeId = await propose('P14D');
    const foreign = await buildWorld(api.dataSource, { name: 'Toinen alue' });
    const stranger = api.client();
    await stranger.signIn(foreign.admin.email);
    const own = `${PATH}/${world.service.id}`;
    const answers = [
      await stranger.get(`${own}/preview/visit-end/P7D`),
      await stranger.post(own, { anchor: 'visit-end', period: 'P7D', affected: 100 }),
      await tryConfirming(changeId, { as: stranger }),
      await stranger.post(`${own}/withdraw`, { changeId }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });
});
