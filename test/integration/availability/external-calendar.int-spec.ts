import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CalendarReading, ExternalCalendar } from '@tapaamo/availability';
import { bookingCheckSchema, busyTimesSchema, externalCalendarSchema } from '@tapaamo/contracts';
import { Professional } from '@tapaamo/professional';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const CALENDAR = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', 'BEGIN:VEVENT', 'UID:a@b'],
  ...['SUMMARY:Hammaslääkäri Virtanen', 'DTSTART:20270211T080000Z', 'DTEND:20270211T090000Z'],
  ...['END:VEVENT', 'END:VCALENDAR'],
].join('\r\n');

describe('a calendar that is kept elsewhere', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let own: ApiClient;
  let server: Server;
  let address: string;
  let asked: number;
  let answer: (response: ServerResponse) => void;

  beforeAll(async () => {
    api = await startApi();
    server = createServer((_request, response) => {
      asked += 1;
      answer(response);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/own.ics?key=secret`;
  });

  beforeEach(async () => {
    api.clock.set('2027-02-10T08:00:00Z');
    world = await buildWorld(api.dataSource);
    own = await signedIn(world.professional.email);
    asked = 0;
    answer = (response) => response.end(CALENDAR);
  });

  afterEach(async () => {
    await api.dataSource.manager.delete(ExternalCalendar, {
      organisationId: world.organisationId,
    });
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await api.close();
  });

  const signedIn = async (email: string) => {
    const client = api.client();
    await client.signIn(email);
    return client;
  };
  const set = (where = address) => own.post('/api/external-calendar', { address: where });
  const state = async () =>
    expectAnswer(await own.get('/api/external-calendar'), 200, externalCalendarSchema);
  const readDue = () => api.get(CalendarReading).readDue();
  /** What comes of an answer. */
  const failureOf = async (given: typeof answer) => {
    answer = given;
    expectAnswer(await set(), 200, externalCalendarSchema);
    expect(await readDue()).toBe(0);
    return (await state()).failure;
  };
  const check = async () => {
    const wish = { date: '2027-02-11', time: '10:15', durationMinutes: 45 };
    const given = await own.post('/api/bookings/check', wish);
    return expectAnswer(given, 200, bookingCheckSchema).warnings;
  };

  it('is read for when its owner is busy, which warns them and is told to colleagues', async () => {
    expect(await state()).toEqual({ host: null, readAt: null, failure: null });
    const host = new URL(address).host;
    expect((await set()).json).toEqual({ host, readAt: null, failure: null });
    expect(await readDue()).toBe(1);
    expect(await state()).toEqual({ host, readAt: '2027-02-10T08:00:00.000Z', failure: null });
    expect(await check()).toEqual([{ kind: 'busy-elsewhere' }]);
    const colleague = await signedIn(world.colleague.email);
    const path = `/api/colleagues/${world.professional.id}/busy?from=2027-02-11&to=2027-02-11`;
    expect(expectAnswer(await colleague.get(path), 200, busyTimesSchema)).toEqual({
      busy: [{ startsAt: '2027-02-11T08:00:00.000Z', endsAt: '2027-02-11T09:00:00.000Z' }],
    });
  });

  it('leaves nothing but times, and its address sealed', async () => {
    await set();
    await readDue();
    const row = await api.dataSource.manager.findOneByOrFail(ExternalCalendar, {
      professionalId: world.professional.id,
    });
    expect(row.busy).toEqual([[Date.parse('2027-02-11T08:00Z'), Date.parse('2027-02-11T09:00Z')]]);
    expect(row.sealedSource.toString('latin1')).not.toContain('secret');
    expect(api.log.lines.join()).not.toMatch(/own\.ics|Hammas/);
  });

  it('is read again each quarter of an hour, and not before', async () => {
    await set();
    await readDue();
    expect(await readDue()).toBe(0);
    api.clock.set('2027-02-10T08:14:59Z');
    expect(await readDue()).toBe(0);
    api.clock.set('2027-02-10T08:15:00Z');
    answer = (response) => response.end(CALENDAR.replace('T080000Z', 'T083000Z'));
    expect(await readDue()).toBe(1);
    expect(asked).toBe(2);
  });

  it('is read by one of many runners', async () => {
    await set();
    const counts = await Promise.all(Array.from({ length: 6 }, () => readDue()));
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
    expect(asked).toBe(1);
  });

  it('keeps what was read while it cannot be read, and says why', async () => {
    await set();
    await readDue();
    api.clock.set('2027-02-10T08:20:00Z');
    answer = (response) => response.writeHead(503).end();
    expect(await readDue()).toBe(0);
    expect(await state()).toMatchObject({
      readAt: '2027-02-10T08:00:00.000Z',
      failure: 'unreachable',
    });
    expect(await check()).toEqual([{ kind: 'busy-elsewhere' }]);
  });

  it.each<[string, string, (response: ServerResponse) => void]>([
    ['points elsewhere', 'refused', (to) => to.writeHead(302, { location: '/x.ics' }).end()],
    ['refuses', 'refused', (to) => to.writeHead(403).end()],
    ['hangs up', 'unreachable', (to) => to.destroy()],
    ['answers with a page', 'not-a-calendar', (to) => to.end('<html></html>')],
    [
      'repeats each second',
      'too-complex',
      (to) => to.end(CALENDAR.replace('END:VEVENT', 'RRULE:FREQ=SECONDLY\r\nEND:VEVENT')),
    ],
  ])('that %s is told of as %s', async (_, failure, given) => {
    expect(await failureOf(given)).toBe(failure);
    expect(asked).toBe(1);
  });

  it('that never ends is read no further than it may be', async () => {
    let sent = 0;
    const failure = await failureOf((response) => {
      const piece = Buffer.alloc(1024 * 1024, 'X');
      const send = (): void => {
        while (!response.destroyed && sent < 100) {
          sent += 1;
          if (!response.write(piece)) {
            response.once('drain', send);
            return;
          }
        }
      };
      send();
    });
    expect(failure).toBe('too-large');
    expect(sent).toBeLessThan(30);
  });

  it.each([
    ['nothing', '  ', 'request.invalid'],
    ['words', 'oma kalenteri', 'external-calendar.address-invalid'],
    [
      'a name and a password',
      'https://a:b@calendar.example/own.ics',
      'external-calendar.address-invalid',
    ],
    ['a private network', 'https://10.0.0.1/own.ics', 'external-calendar.host-not-allowed'],
    ['the cloud’s own', 'http://169.254.169.254/latest', 'external-calendar.host-not-allowed'],
    ['plain http', 'http://calendar.example/own.ics', 'external-calendar.host-not-allowed'],
    ['a file', 'file:///etc/passwd', 'external-calendar.host-not-allowed'],
    ['too much', `https://calendar.example/${'a'.repeat(2_000)}`, 'request.invalid'],
  ])('is at no address that is %s', async (_, where, code) => {
    const problem = expectProblem(await set(where));
    expect([problem.code, problem.fields?.map(({ field }) => field)]).toEqual([code, ['address']]);
    expect((await state()).host).toBeNull();
  });

  it('is taken as calendar programs hand it over', async () => {
    expect((await set('webcal://calendar.example/own.ics')).json).toMatchObject({
      host: 'calendar.example',
    });
  });

  it('is forgotten when its owner says so, and when their account is closed', async () => {
    await set();
    await readDue();
    expect((await own.post('/api/external-calendar/remove')).status).toBe(204);
    expect(await state()).toEqual({ host: null, readAt: null, failure: null });
    expect(await check()).toEqual([]);
    await set();
    const { id } = world.professional;
    await api.dataSource.manager.update(Professional, { id }, { deactivatedAt: api.clock.now() });
    expect(await readDue()).toBe(0);
    const { manager } = api.dataSource;
    expect(await manager.existsBy(ExternalCalendar, { professionalId: id })).toBe(false);
  });
});
