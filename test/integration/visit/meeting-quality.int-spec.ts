import { meetingQualityCountsSchema, type MeetingQuality } from '@tapaamo/contracts';
import { MeetingQualityCount } from '@tapaamo/statistics';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { doorSession, meet, openDoor, visitPath } from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const AFTERWARDS = '2027-02-10T08:40:00Z';
const NEXT_MONTH = '2027-03-01T08:00:00Z';

describe('the question after a visit', () => {
  let api: TestApi;
  let world: TestOrganisation;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    world = await buildWorld(api.dataSource);
  });

  afterAll(() => api.close());

  const end = async ({ professional, visitId }: BookedVisit) => {
    api.clock.set(AFTERWARDS);
    await professional.signInAgain();
    expect((await professional.post(visitPath(visitId, '/end'))).status).toBe(204);
  };
  const held = async (): Promise<BookedVisit> => {
    api.clock.set(NOW);
    const visit = await bookedVisit(api, world.service);
    await meet(api, visit);
    return visit;
  };
  const ended = async () => {
    const visit = await held();
    await end(visit);
    return visit;
  };
  const tell = (client: ApiClient, quality: MeetingQuality) =>
    client.post('/api/door/quality', { quality });
  const refused = async (client: ApiClient) => expectProblem(await tell(client, 'good')).code;
  const counted = async () =>
    (
      await api.dataSource.manager.findBy(MeetingQualityCount, {
        organisationId: world.organisationId,
      })
    ).map(({ serviceId, month, quality, answers }) => [serviceId, month, quality, answers]);
  const shown = async () => {
    const admin = api.client();
    await admin.signIn(world.admin.email);
    const answer = await admin.get('/api/statistics/meeting-quality');
    return expectAnswer(answer, 200, meetingQualityCountsSchema).counts.map(
      ({ month, serviceId, quality, answers }) => [month, serviceId, quality, answers],
    );
  };

  it('is asked of who was in the meeting, once it is over, and answered once', async () => {
    const visit = await held();
    expect(await doorSession(visit.client)).toMatchObject({ asksQuality: false });
    expect(await refused(visit.client)).toBe('door.quality-not-asked');
    await end(visit);
    expect(await doorSession(visit.client)).toMatchObject({ asksQuality: true });
    expect((await tell(visit.client, 'poor')).status).toBe(204);
    expect(await doorSession(visit.client)).toMatchObject({ asksQuality: false });
    expect(await refused(visit.client)).toBe('door.quality-not-asked');
    expect(await counted()).toEqual([[world.service.id, '2027-02-01', 'poor', 1]]);
  });

  it('takes one of two answers at the same moment', async () => {
    const { client } = await ended();
    const answers = await Promise.all([tell(client, 'good'), tell(client, 'good')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await counted()).toEqual([[world.service.id, '2027-02-01', 'good', 1]]);
  });

  it('is not for who has the link and was not there, or never came in', async () => {
    const visit = await held();
    const other = api.client();
    await openDoor(other, visit.link);
    await end(visit);
    expect(await refused(other)).toBe('door.quality-not-asked');
    expect(await refused(api.client())).toBe('door.session-required');

    api.clock.set(NOW);
    const missed = await bookedVisit(api, world.service);
    await openDoor(missed.client, missed.link);
    await end(missed);
    expect(await refused(missed.client)).toBe('door.quality-not-asked');
    expect(await counted()).toEqual([]);
  });

  it('has three answers, and no room for words', async () => {
    const { client } = await ended();
    for (const body of [{ quality: 'great' }, {}, { quality: 'good', comment: 'Aino' }]) {
      expect((await client.post('/api/door/quality', body)).status).toBe(400);
    }
  });

  it('is told to admins by months that are over, and of few answers only that they are few', async () => {
    const { organisationId, service } = world;
    const place = { organisationId, serviceId: service.id, month: '2027-02-01' };
    await api.dataSource.manager.insert(MeetingQualityCount, [
      { ...place, quality: 'poor', answers: 4 },
      { ...place, quality: 'good', answers: 4 },
      { ...place, month: '2026-12-01', quality: 'fair', answers: 12 },
    ]);
    expect((await tell((await ended()).client, 'good')).status).toBe(204);
    const earlier = ['2026-12', service.id, 'fair', 12];
    expect(await shown()).toEqual([earlier]);
    api.clock.set(NEXT_MONTH);
    expect(await shown()).toEqual([
      ['2027-02', service.id, 'good', 5],
      ['2027-02', service.id, 'poor', null],
      earlier,
    ]);
  });

  it('has few answers kept as few once they are counted on no more', async () => {
    const { organisationId, service } = world;
    const place = { organisationId, serviceId: service.id };
    await api.dataSource.manager.insert(MeetingQualityCount, [
      { ...place, month: '2026-12-01', quality: 'poor', answers: 4 },
      { ...place, month: '2026-12-01', quality: 'good', answers: 7 },
      { ...place, month: '2027-01-01', quality: 'poor', answers: 3 },
    ]);
    await ended();
    expect(await counted()).toEqual(
      expect.arrayContaining([
        [service.id, '2026-12-01', 'poor', 1],
        [service.id, '2026-12-01', 'good', 7],
        [service.id, '2027-01-01', 'poor', 3],
      ]),
    );
  });
});
