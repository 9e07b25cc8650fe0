import {
  bookingCheckSchema,
  workingHoursSchema,
  type ChangeWorkingHoursRequest,
  type WorkingHours,
} from '@tapaamo/contracts';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { book } from '../../support/builders/booking-builder.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const DAY = [
  { from: '08:00', to: '11:30' },
  { from: '12:00', to: '16:00' },
];
const WEEK = { weekdays: [DAY, DAY, DAY, DAY, DAY, [], []], exceptions: [] };

describe('working hours', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let own: ApiClient;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    world = await buildWorld(api.dataSource);
    own = await signedIn(world.professional);
  });

  afterAll(async () => {
    await api.close();
  });

  const signedIn = async ({ email }: { email: string }) => {
    const client = api.client();
    await client.signIn(email);
    return client;
  };
  const read = async (client = own) =>
    expectAnswer(await client.get('/api/working-hours'), 200, workingHoursSchema);
  const save = (wish: unknown, client = own) => client.post('/api/working-hours', wish);
  const saved = async (wish: Partial<ChangeWorkingHoursRequest>): Promise<WorkingHours> =>
    expectAnswer(await save({ ...WEEK, version: 0, ...wish }), 200, workingHoursSchema);
  const refusal = async (wish: object) => {
    const { code, fields } = expectProblem(await save({ ...WEEK, version: 0, ...wish }));
    return [code, ...(fields ?? []).map(({ field }) => field)];
  };
  const check = async (date: string, time: string, client = own) => {
    const wish = { date, time, durationMinutes: 45 };
    const answer = await client.post('/api/bookings/check', wish);
    return expectAnswer(answer, 200, bookingCheckSchema).warnings;
  };

  it('is told of its own visit that is there already, and a visit is not in its own way', async () => {
    const { id, startsAt, endsAt } = await book(own, world.service);
    const taken = { kind: 'taken', startsAt, endsAt };
    expect(await check('2027-02-10', '10:30')).toEqual([taken]);
    expect(await check('2027-02-10', '11:00')).toEqual([]);
    const wish = { date: '2027-02-10', time: '10:30', durationMinutes: 45, movedBookingId: id };
    const moved = await own.post('/api/bookings/check', wish);
    expect(expectAnswer(moved, 200, bookingCheckSchema).warnings).toEqual([]);
    expect(await check('2027-02-10', '10:30', await signedIn(world.colleague))).toEqual([]);
  });

  it('are none until somebody keeps them, then theirs, in order and without days that are over', async () => {
    expect(await read()).toEqual({
      weekdays: [[], [], [], [], [], [], []],
      exceptions: [],
      version: 0,
    });
    const first = await saved({
      weekdays: [DAY.toReversed(), [], [], [], [], [], []],
      exceptions: [
        { date: '2027-03-01', spans: DAY.toReversed() },
        { date: '2027-02-10', spans: [] },
        { date: '2027-02-09', spans: [] },
      ],
    });
    expect(first).toEqual({
      weekdays: [DAY, [], [], [], [], [], []],
      exceptions: [
        { date: '2027-02-10', spans: [] },
        { date: '2027-03-01', spans: DAY },
      ],
      version: 1,
    });
    expect(await read()).toEqual(first);
    api.clock.set('2027-02-10T22:00:00Z');
    own = await signedIn(world.professional);
    expect((await read()).exceptions).toEqual([{ date: '2027-03-01', spans: DAY }]);
    api.clock.set('2027-02-10T08:00:00Z');
    const colleague = await signedIn(world.colleague);
    expect((await read(colleague)).version).toBe(0);
  });

  it('are not written over by an older page, and the fields are named', async () => {
    await saved({});
    const other = { ...WEEK, weekdays: [DAY, [], [], [], [], [], []] };
    expect(await refusal({ ...other, version: 0 })).toEqual([
      'settings.changed-meanwhile',
      'weekdays',
    ]);
    expect((await saved({ version: 1 })).version).toBe(2);
    expect(await refusal({ ...other, version: 1 })).toEqual([
      'settings.changed-meanwhile',
      'weekdays',
    ]);
    expect(await refusal({ version: 7 })).toEqual(['settings.changed-meanwhile']);
    expect(await read()).toEqual({ ...WEEK, version: 2 });
  });

  it('of one person are changed once when many windows do at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => save({ ...WEEK, version: 0 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    const again = await Promise.all(Array.from({ length: 8 }, () => save({ ...WEEK, version: 1 })));
    expect(again.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await read()).version).toBe(2);
  });

  it.each([
    ['six weekdays', { weekdays: Array(6).fill([]) }, ['request.invalid', 'weekdays']],
    [
      'an hour that is none',
      { weekdays: [[{ from: '8:00', to: '24:00' }], ...Array(6).fill([])] },
      ['request.invalid', 'weekdays.0.0.from', 'weekdays.0.0.to'],
    ],
    [
      'an end before the start',
      { weekdays: [[], [{ from: '12:00', to: '12:00' }], ...Array(5).fill([])] },
      ['working-hours.ends-before-start', 'weekdays.1'],
    ],
    [
      'times that overlap',
      {
        exceptions: [
          {
            date: '2027-03-01',
            spans: [
              { from: '10:00', to: '00:00' },
              { from: '08:00', to: '10:01' },
            ],
          },
        ],
      },
      ['working-hours.overlap', 'exceptions.0'],
    ],
    [
      'seven times on a day',
      { weekdays: [Array(7).fill({ from: '08:00', to: '09:00' }), ...Array(6).fill([])] },
      ['request.invalid', 'weekdays.0'],
    ],
    [
      'a day twice',
      {
        exceptions: [
          { date: '2027-03-01', spans: [] },
          { date: '2027-03-01', spans: DAY },
        ],
      },
      ['request.invalid', 'exceptions'],
    ],
    [
      'a day that does not exist',
      { exceptions: [{ date: '2027-02-29', spans: [] }] },
      ['request.invalid', 'exceptions.0.date'],
    ],
    [
      'a field of somebody’s own',
      { exceptions: [{ date: '2027-03-01', spans: [], note: 'Aino' }] },
      ['request.invalid', 'exceptions.0.note'],
    ],
    ['somebody else’s account', { professionalId: 'x' }, ['request.invalid', 'professionalId']],
  ])('with %s are refused by name', async (_, wish, expected) => {
    expect(await refusal(wish)).toEqual(expected);
    expect((await read()).version).toBe(0);
  });

  it('warn of a time and keep nobody from booking it', async () => {
    await saved({ exceptions: [{ date: '2027-02-12', spans: [] }] });
    expect(await check('2027-02-11', '10:00')).toEqual([]);
    expect(await check('2027-02-11', '17:00')).toEqual([{ kind: 'outside-hours', spans: DAY }]);
    expect(await check('2027-02-11', '11:00')).toEqual([
      { kind: 'break', from: '11:30', to: '12:00' },
    ]);
    expect(await check('2027-02-12', '10:00')).toEqual([{ kind: 'away' }]);
    expect(await check('2027-12-24', '10:00')).toEqual([
      { kind: 'holiday', name: { fi: 'jouluaatto', sv: 'julafton', en: 'Christmas Eve' } },
    ]);
    const { status } = await book(own, world.offered, { date: '2027-02-12', time: '10:00' });
    expect(status).toBe('booked');
  });

  it('warn nobody of a colleague’s hours', async () => {
    await saved({});
    const colleague = await signedIn(world.colleague);
    expect(await check('2027-02-11', '17:00', colleague)).toEqual([]);
  });

  it.each([
    [{ time: '25:00' }, 'request.invalid', 'time'],
    [{ date: '2027-02-09' }, 'booking.start-in-past', 'time'],
    [{ date: '2029-02-09' }, 'booking.start-too-far', 'date'],
    [{ date: '2027-03-28', time: '03:30' }, 'booking.time-does-not-exist', 'time'],
    [{ durationMinutes: 481 }, 'request.invalid', 'durationMinutes'],
    [{ clientName: 'Aino' }, 'request.invalid', 'clientName'],
  ])('are asked about no %j', async (wish, code, field) => {
    const whole = { date: '2027-02-11', time: '10:00', durationMinutes: 45, ...wish };
    const problem = expectProblem(await own.post('/api/bookings/check', whole));
    expect([problem.code, problem.fields?.map((one) => one.field)]).toEqual([code, [field]]);
  });
});
