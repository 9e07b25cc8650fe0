import { randomUUID } from 'node:crypto';
import { instantOfLocal } from '@tapaamo/common';
import { busyTimesSchema } from '@tapaamo/contracts';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { book } from '../../support/builders/booking-builder.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const DAY = [{ from: '08:00', to: '16:00' }];

describe('when a colleague has no time', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let own: ApiClient;
  let colleague: ApiClient;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    world = await buildWorld(api.dataSource);
    own = await signedIn(world.professional.email);
    colleague = await signedIn(world.colleague.email);
  });

  afterAll(async () => {
    await api.close();
  });

  const signedIn = async (email: string) => {
    const client = api.client();
    await client.signIn(email);
    return client;
  };
  const ask = (id: string, from = '2027-02-11', to = from) =>
    own.get(`/api/colleagues/${id}/busy?from=${from}&to=${to}`);
  /** Busy times in local time. */
  const busy = async (from?: string, to?: string) =>
    expectAnswer(await ask(world.colleague.id, from, to), 200, busyTimesSchema).busy.map(
      ({ startsAt, endsAt }) => [startsAt, endsAt],
    );
  const at = (time: string, date = '2027-02-11') => instantOfLocal(date, time)!.toISOString();
  const keep = (exceptions: unknown[] = []) =>
    colleague.post('/api/working-hours', {
      weekdays: [DAY, DAY, DAY, DAY, DAY, [], []],
      exceptions,
      version: 0,
    });
  const visitAt = (time: string, date = '2027-02-11') =>
    book(colleague, world.offered, { date, time, durationMinutes: 45 });

  it('is told as spans that are put together, and as nothing else', async () => {
    await visitAt('10:00');
    await visitAt('10:45');
    await visitAt('13:00');
    const answer = await ask(world.colleague.id);
    expect(answer.json).toEqual({
      busy: [
        { startsAt: at('10:00'), endsAt: at('11:30') },
        { startsAt: at('13:00'), endsAt: at('13:45') },
      ],
    });
  });

  it('is everything outside of the working hours, in one with the visits beside it', async () => {
    await keep([{ date: '2027-02-12', spans: [] }]);
    await visitAt('08:00');
    await visitAt('15:30');
    expect(await busy()).toEqual([
      [at('00:00'), at('08:45')],
      [at('15:30'), at('00:00', '2027-02-12')],
    ]);
    expect(await busy('2027-02-11', '2027-02-14')).toEqual([
      [at('00:00'), at('08:45')],
      [at('15:30'), at('00:00', '2027-02-15')],
    ]);
  });

  it('reads the same for a day away and for a day full of visits', async () => {
    await keep([{ date: '2027-02-12', spans: [] }]);
    for (const hour of ['08', '09', '10', '11', '12', '13', '14', '15']) {
      await book(colleague, world.offered, {
        date: '2027-02-15',
        time: `${hour}:00`,
        durationMinutes: 60,
      });
    }
    const shape = async (date: string) => (await busy(date)).length;
    expect([await shape('2027-02-12'), await shape('2027-02-15')]).toEqual([1, 1]);
  });

  it('is nothing of what is over or was called off', async () => {
    const visit = await visitAt('10:15', '2027-02-10');
    expect(await busy('2027-02-10')).toHaveLength(1);
    const { status } = await colleague.post(`/api/visits/${visit.visitId}/end`);
    expect(status).toBeLessThan(300);
    expect(await busy('2027-02-10')).toEqual([]);
    await visitAt('10:00');
    api.clock.set('2027-02-11T22:30:00Z');
    own = await signedIn(world.professional.email);
    expect(await busy('2027-02-11')).toEqual([]);
    api.clock.set('2027-02-10T08:00:00Z');
  });

  it('is not told of who cannot take a visit over, nor of another organisation’s people', async () => {
    const other = await buildWorld(api.dataSource, { name: 'Toinen' });
    for (const id of [other.colleague.id, world.officer.id, world.admin.id, randomUUID()]) {
      expect(expectProblem(await ask(id)).code).toBe('access.denied-or-missing');
    }
  });

  it.each([
    ['2027-02-11', '2027-02-10', 'to'],
    ['2027-02-11', '2027-03-14', 'to'],
    ['2027-02-30', '2027-03-01', 'from'],
  ])('is not told from %s to %s', async (from, to, field) => {
    const { code, fields } = expectProblem(await ask(world.colleague.id, from, to));
    expect([code, fields?.map((one) => one.field)]).toEqual(['request.invalid', [field]]);
  });
});
