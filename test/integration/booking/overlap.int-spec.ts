import { expectProblem, type ApiClient } from '../../support/api-client.js';
import { book, bookingRequest } from '../../support/builders/booking-builder.js';
import { databaseSnapshot } from '../../support/database-snapshot.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const ATTEMPTS = 200;
/** Attempts that come from one network address; the API takes 120 a minute from one. */
const FROM_ONE = 50;

describe('two bookings at one time', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let professional: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    professional = api.client();
    await professional.signIn(world.professional.email);
  });

  afterAll(async () => {
    await api.close();
  });

  /** The same signed-in browser, seen behind several addresses. */
  const attempt = async (index: number, changes: Record<string, unknown>) => {
    const browser = api.client({ from: `192.0.2.${String(Math.floor(index / FROM_ONE) + 1)}` });
    professional.cookies.forEach((value, name) => browser.cookies.set(name, value));
    return browser.post('/api/bookings', bookingRequest(world.service, changes));
  };

  /** A browser that the busy server sends away tries again, as its `Retry-After` says. */
  const insist = async (index: number, changes: Record<string, unknown>) => {
    for (;;) {
      const answer = await attempt(index, changes);
      if (answer.status !== 503) {
        return answer;
      }
      expect(answer.headers.get('retry-after')).not.toBeNull();
    }
  };

  it('are impossible: of 200 at once one succeeds, and nothing is left of the others', async () => {
    const answers = await Promise.all(
      Array.from({ length: ATTEMPTS }, (_, index) =>
        insist(index, { time: '12:00', clientName: `Aino ${'abcdefghij'[index % 10] ?? ''}` }),
      ),
    );
    const codes = answers.map((answer) =>
      answer.status === 201 ? 'booked' : expectProblem(answer).code,
    );
    expect(codes.filter((code) => code === 'booked')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['booked', 'booking.overlap']));
    const rows = await databaseSnapshot(api.database.adminUrl);
    expect(rows['public.booking']).toHaveLength(1);
    expect(rows['public.visit']).toHaveLength(1);
    await expect(api.keys.count()).resolves.toBe(1);
    expect(rows['public.participant']).toHaveLength(2);
    expect(rows['public.outbox_message']).toHaveLength(1);
  });

  it.each([
    ['the same minutes', '14:00', 30],
    ['the last minute of the other', '13:35', 26],
    ['the first minute of the other', '14:29', 30],
    ['the middle of the other', '14:10', 5],
    ['the other within', '13:30', 120],
  ])('are refused when one has %s', async (_, time, durationMinutes) => {
    const first = await attempt(0, { time: '14:00' });
    expect([201, 409]).toContain(first.status);
    const answer = await attempt(0, { time, durationMinutes });
    expect(expectProblem(answer)).toMatchObject({
      code: 'booking.overlap',
      status: 409,
      fields: [{ field: 'time', code: 'booking.overlap' }],
    });
  });

  it('may follow each other without a minute between, and belong to two professionals', async () => {
    await book(professional, world.service, { time: '16:00' });
    await book(professional, world.service, { time: '16:30' });
    await book(professional, world.service, { time: '15:30' });
    const colleague = api.client();
    await colleague.signIn(world.colleague.email);
    await expect(book(colleague, world.service, { time: '16:00' })).resolves.toBeDefined();
  });
});
