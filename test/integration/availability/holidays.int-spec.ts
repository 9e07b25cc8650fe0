import { holidayListSchema } from '@tapaamo/contracts';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld } from '../../support/world.js';

describe('holidays, asked for', () => {
  let api: TestApi;
  let officer: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    const world = await buildWorld(api.dataSource);
    officer = api.client();
    await officer.signIn(world.officer.email);
  });

  afterAll(async () => {
    await api.close();
  });

  it('are told to everybody of the staff, with the eves that offices keep', async () => {
    const answer = await officer.get('/api/holidays?year=2026');
    const { holidays } = expectAnswer(answer, 200, holidayListSchema);
    expect(holidays).toHaveLength(15);
    expect(holidays).toContainEqual({
      date: '2026-06-20',
      name: { fi: 'juhannuspäivä', sv: 'midsommardagen', en: 'Midsummer Day' },
      eve: false,
    });
    expect(holidays.filter(({ eve }) => eve).map(({ date }) => date)).toEqual([
      '2026-06-19',
      '2026-12-24',
    ]);
  });

  it.each(['', '?year=', '?year=1999', '?year=2101', '?year=2026.5', '?year=NaN', '?year=1e9'])(
    'are refused for %j by name',
    async (query) => {
      const { fields } = expectProblem(await officer.get(`/api/holidays${query}`));
      expect(fields?.map(({ field }) => field)).toEqual(['year']);
    },
  );
});
