import { ExternalCalendar } from '@tapaamo/availability';
import { ownTimesSchema } from '@tapaamo/contracts';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const DAY = [
  { from: '08:00', to: '11:30' },
  { from: '12:00', to: '16:00' },
];

describe('what a professional’s own calendar draws', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let own: ApiClient;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    world = await buildWorld(api.dataSource);
    own = api.client();
    await own.signIn(world.professional.email);
  });

  afterAll(async () => {
    await api.close();
  });

  const ask = (client: ApiClient, from: string, to = from) =>
    client.get(`/api/own-times?from=${from}&to=${to}`);

  it('is their hours, their breaks and what they have elsewhere, and nobody else’s', async () => {
    await own.post('/api/working-hours', {
      weekdays: [DAY, DAY, DAY, DAY, DAY, [], []],
      exceptions: [],
      version: 0,
    });
    const span = (from: string, to: string) => ({
      startsAt: `2027-02-${from}.000Z`,
      endsAt: `2027-02-${to}.000Z`,
    });
    await api.dataSource.manager.insert(ExternalCalendar, {
      professionalId: world.professional.id,
      organisationId: world.organisationId,
      sealedSource: Buffer.from('x'),
      busy: [[Date.parse('2027-02-11T08:00Z'), Date.parse('2027-02-11T09:00Z')]],
      readAt: null,
      failure: null,
      nextReadAt: new Date('2028-01-01'),
    });
    expect(expectAnswer(await ask(own, '2027-02-11'), 200, ownTimesSchema)).toEqual({
      work: [span('11T06:00:00', '11T09:30:00'), span('11T10:00:00', '11T14:00:00')],
      times: [
        { kind: 'outside-hours', ...span('10T22:00:00', '11T06:00:00') },
        { kind: 'break', ...span('11T09:30:00', '11T10:00:00') },
        { kind: 'outside-hours', ...span('11T14:00:00', '11T22:00:00') },
        { kind: 'busy-elsewhere', ...span('11T08:00:00', '11T09:00:00') },
      ],
    });
    const colleague = api.client();
    await colleague.signIn(world.colleague.email);
    expect((await ask(colleague, '2027-02-11')).json).toEqual({ work: [], times: [] });
  });

  it.each([
    ['2027-02-11', '2027-02-10'],
    ['2027-02-01', '2027-03-04'],
  ])('is not of days from %s to %s', async (from, to) => {
    const { fields } = expectProblem(await ask(own, from, to));
    expect(fields?.map(({ field }) => field)).toEqual(['to']);
  });
});
