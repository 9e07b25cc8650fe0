import { doubtfulAdmissionsSchema, type UnidentifiedReason } from '@tapaamo/contracts';
import { DoubtfulAdmissionCount, StatisticsService } from '@tapaamo/statistics';
import { expectAnswer, type ApiClient } from '../../support/api-client.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const PATH = '/api/statistics/doubtful-admissions';

describe('how often somebody was let in without sure identification', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let other: TestOrganisation;
  let admin: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    other = await buildWorld(api.dataSource, { name: 'Toinen' });
    admin = api.client();
    await admin.signIn(world.admin.email);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    await api.dataSource.manager.clear(DoubtfulAdmissionCount);
  });
  afterAll(() => api.close());

  const count = async (
    month: string,
    reason: UnidentifiedReason,
    admissions: number,
    { organisationId, required }: TestOrganisation = world,
  ) => {
    const row = { organisationId, serviceId: required.id, month, reason, admissions };
    await api.dataSource.manager.insert(DoubtfulAdmissionCount, row);
  };
  const shown = async () => {
    const answer = await admin.get(PATH);
    return expectAnswer(answer, 200, doubtfulAdmissionsSchema).counts.map(
      ({ month, reason, admissions }) => [month, reason, admissions],
    );
  };
  const kept = async (organisationId = world.organisationId) => {
    const rows = await api.dataSource.manager.findBy(DoubtfulAdmissionCount, { organisationId });
    return Object.fromEntries(rows.map(({ month, admissions }) => [month, admissions]));
  };

  it('is told by month, service and reason, and of few only that they are few', async () => {
    await count('2027-02-01', 'name-changed', 4);
    await count('2027-02-01', 'known-person', 5);
    await count('2027-01-01', 'known-child', 1);
    await count('2026-12-01', 'known-child', 127);
    await count('2027-02-01', 'known-person', 9, other);
    expect(await shown()).toEqual([
      ['2027-02', 'known-person', 5],
      ['2027-02', 'name-changed', null],
      ['2027-01', 'known-child', null],
      ['2026-12', 'known-child', 127],
    ]);
    const { json } = await admin.get(PATH);
    expect(json).toMatchObject({
      counts: [{ serviceId: world.required.id, serviceName: { fi: 'Perheohjaus' } }, {}, {}, {}],
    });
  });

  it('is told for two years', async () => {
    await count('2025-03-01', 'known-person', 8);
    await count('2025-02-01', 'known-person', 9);
    expect(await shown()).toEqual([['2025-03', 'known-person', 8]]);
  });

  it('is kept exactly while it is counted on, and from five on', async () => {
    await count('2026-11-01', 'known-person', 6);
    await count('2026-12-01', 'known-person', 4);
    await count('2027-01-01', 'known-person', 3);
    await count('2027-02-01', 'known-person', 2);
    await count('2026-12-01', 'known-person', 4, other);
    const { organisationId, required } = world;
    const visit = { organisationId, serviceId: required.id, startsAt: api.clock.now() };
    await api
      .get(StatisticsService)
      .countVisit(api.dataSource.manager, { ...visit, outcome: 'fulfilled' });
    expect(await kept()).toEqual({
      '2026-11-01': 6,
      '2026-12-01': 1,
      '2027-01-01': 3,
      '2027-02-01': 2,
    });
    expect(await kept(other.organisationId)).toEqual({ '2026-12-01': 4 });
    expect(await shown()).toContainEqual(['2026-12', 'known-person', null]);
  });
});
