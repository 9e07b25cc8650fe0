import type { ServerResponse } from 'node:http';
import { CalendarReading, ExternalCalendar } from '@tapaamo/availability';
import {
  bookingCheckSchema,
  calendarLookUpSchema,
  externalCalendarSchema,
} from '@tapaamo/contracts';
import { Professional } from '@tapaamo/professional';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import {
  CalDavServer,
  DAV_SIGN_IN,
  behindSignIn,
  exchangeGateway,
  multistatus,
  nextcloud,
  radicale,
  type DavAnswering,
} from '../../support/caldav-server.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const calendar = (...lines: string[]) =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', 'BEGIN:VEVENT', 'UID:a@b'],
    ...['SUMMARY:Hammaslääkäri & <Virtanen>', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n');
const ONCE = calendar('DTSTART:20270211T080000Z', 'DTEND:20270211T090000Z');
const WEEKLY = calendar(
  ...['DTSTART;TZID=Europe/Helsinki:20260105T120000', 'DURATION:PT30M', 'RRULE:FREQ=WEEKLY'],
).replace('a@b', 'c@d');
const BUSY_ONCE = [Date.parse('2027-02-11T08:00Z'), Date.parse('2027-02-11T09:00Z')];

describe('a calendar that is read by CalDAV', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let own: ApiClient;
  let server: CalDavServer;
  let callers = 0;

  beforeAll(async () => {
    api = await startApi();
    server = await CalDavServer.start();
  });

  beforeEach(async () => {
    api.clock.set('2027-02-10T08:00:00Z');
    world = await buildWorld(api.dataSource);
    // Each from an address of its own: what one test asks is none of another's limit.
    callers += 1;
    own = api.client({ from: `198.51.100.${String(callers)}` });
    await own.signIn(world.professional.email);
    server.asked.length = 0;
    server.answering = radicale([ONCE]);
  });

  afterEach(async () => {
    await api.dataSource.manager.delete(ExternalCalendar, {
      organisationId: world.organisationId,
    });
  });

  afterAll(async () => {
    await server.close();
    await api.close();
  });

  const ask = (where: string, signIn: object = DAV_SIGN_IN) =>
    own.post('/api/external-calendar/look-up', { address: where, signIn });
  const lookUp = async (where = server.address('/'), signIn: object = DAV_SIGN_IN) =>
    expectAnswer(await ask(where, signIn), 200, calendarLookUpSchema);
  const set = async (path = '/aino/tyo/', signIn = DAV_SIGN_IN) =>
    expectAnswer(
      await own.post('/api/external-calendar', { address: server.address(path), signIn }),
      200,
      externalCalendarSchema,
    );
  const state = async () =>
    expectAnswer(await own.get('/api/external-calendar'), 200, externalCalendarSchema);
  const readDue = () => api.get(CalendarReading).readDue();
  const row = () =>
    api.dataSource.manager.findOneByOrFail(ExternalCalendar, {
      professionalId: world.professional.id,
    });
  const failureOf = async (answering: DavAnswering) => {
    server.answering = answering;
    await set();
    expect(await readDue()).toBe(0);
    return (await state()).failure;
  };

  it.each<[string, () => DavAnswering, string, string]>([
    ['Radicale, known by its server', () => radicale([ONCE]), '/', '/aino/tyo/'],
    ['Radicale, known by its person', () => radicale([ONCE]), '/aino/', '/aino/tyo/'],
    ['Radicale, known by itself', () => radicale([ONCE]), '/aino/tyo/', '/aino/tyo/'],
    [
      'Nextcloud, known by its server',
      () => nextcloud([ONCE]),
      '/',
      '/remote.php/dav/calendars/aino/ty%C3%B6/',
    ],
    [
      'a gateway to Exchange',
      () => exchangeGateway([ONCE], `http://${server.host}`),
      '/',
      '/users/aino%40kunta.example/calendar/',
    ],
  ])('is found at %s, and read', async (_, answering, path, found) => {
    server.answering = answering();
    expect(await lookUp(server.address(path))).toEqual({
      calendars: [{ address: server.address(found), name: 'Työ & muu' }],
      failure: null,
    });
    await set(found);
    expect(await readDue()).toBe(1);
    expect((await row()).busy).toEqual([BUSY_ONCE]);
  });

  it('is asked for the time that matters, and warns its owner', async () => {
    server.answering = radicale([ONCE, WEEKLY]);
    const { host } = server;
    expect(await set()).toEqual({ host, readAt: null, failure: null });
    expect(await readDue()).toBe(1);
    expect(server.asked.map(({ method, path, depth }) => [method, path, depth])).toEqual([
      ['REPORT', '/aino/tyo/', '1'],
    ]);
    expect(server.asked[0]?.text).toContain('start="20270210T080000Z" end="20270510T');
    expect(await state()).toEqual({ host, readAt: '2027-02-10T08:00:00.000Z', failure: null });
    // A Monday, and the times of a rule that began long before.
    for (const [date, time] of [
      ['2027-02-11', '10:15'],
      ['2027-02-15', '12:15'],
    ]) {
      const wish = { date, time, durationMinutes: 15 };
      const given = await own.post('/api/bookings/check', wish);
      expect(expectAnswer(given, 200, bookingCheckSchema).warnings).toEqual([
        { kind: 'busy-elsewhere' },
      ]);
    }
  });

  it('has nothing on where its server knows of nothing', async () => {
    server.answering = radicale([]);
    await set();
    expect(await readDue()).toBe(1);
    expect((await row()).busy).toEqual([]);
  });

  it('has no event that was gone before the server could give it', async () => {
    const gone = '<response><href>/b.ics</href><status>HTTP/1.1 404 Not Found</status></response>';
    server.answering = (_, response) =>
      multistatus(response, `<multistatus xmlns="DAV:">${gone}</multistatus>`);
    await set();
    expect(await readDue()).toBe(1);
  });

  it('leaves nothing but times, and its address, user name and password sealed', async () => {
    await set();
    await readDue();
    const { sealedSource, busy } = await row();
    expect(busy).toEqual([BUSY_ONCE]);
    for (const secret of ['aino', 'päivää', '/tyo/', '127.0.0.1']) {
      expect(sealedSource.includes(secret)).toBe(false);
    }
    expect(api.log.lines.join()).not.toMatch(/päivää|\/tyo\/|Hammas|Basic/);
    expect(JSON.stringify(await state())).not.toMatch(/päivää|tyo/);
  });

  it('is read again each quarter of an hour, but a refused password is tried once a day', async () => {
    await set('/aino/tyo/', { ...DAV_SIGN_IN, password: 'wrong' });
    expect(await readDue()).toBe(0);
    expect((await state()).failure).toBe('wrong-password');
    api.clock.set('2027-02-11T07:59:59Z');
    await readDue();
    expect(server.asked).toHaveLength(1);
    api.clock.set('2027-02-11T08:00:00Z');
    await readDue();
    expect(server.asked).toHaveLength(2);
    await own.signIn(world.professional.email);
    await set();
    expect(await readDue()).toBe(1);
    api.clock.set('2027-02-11T08:15:00Z');
    expect(await readDue()).toBe(1);
  });

  it('is forgotten with its password when its owner leaves', async () => {
    await set();
    const { id } = world.professional;
    await api.dataSource.manager.update(Professional, { id }, { deactivatedAt: api.clock.now() });
    expect(await readDue()).toBe(0);
    const { manager } = api.dataSource;
    expect(await manager.existsBy(ExternalCalendar, { professionalId: id })).toBe(false);
    expect(server.asked).toEqual([]);
  });

  describe('at a server that refuses or misleads', () => {
    const plain =
      (status: number, headers: Record<string, string> = {}, text = '') =>
      (_: unknown, response: ServerResponse) =>
        void response.writeHead(status, headers).end(text);
    const event = `<response><href>/a</href><propstat><prop><calendar-data>${ONCE.replace('& <', '')}</calendar-data></prop><status>HTTP/1.1 200 OK</status></propstat></response>`;
    const xml =
      (text: string): DavAnswering =>
      (_, response) =>
        multistatus(response, text);
    const inMultistatus = (text: string) => xml(`<multistatus xmlns="DAV:">${text}</multistatus>`);

    it.each<[string, string, DavAnswering]>([
      ['refuses the password', 'wrong-password', behindSignIn(plain(500))],
      ['wants another sign-in', 'other-sign-in', plain(401, { 'www-authenticate': 'Negotiate' })],
      ['forbids it', 'no-calendar', plain(403)],
      ['has nothing there', 'no-calendar', plain(404)],
      ['shows a page', 'no-calendar', plain(200, { 'content-type': 'text/html' }, '<html>')],
      ['answers as a page', 'no-calendar', plain(207, { 'content-type': 'text/html' }, event)],
      ['is broken', 'unreachable', plain(503)],
      ['hangs up', 'unreachable', (_, response) => response.destroy()],
      ['sends to another host', 'elsewhere', plain(302, { location: 'https://calendar.example/' })],
      ['sends to this machine', 'elsewhere', plain(307, { location: 'http://localhost:22/' })],
      ['sends to another port', 'elsewhere', plain(307, { location: 'http://127.0.0.1:1/' })],
      ['sends nowhere', 'no-calendar', plain(302)],
      ['sends in circles', 'no-calendar', plain(302, { location: '/again' })],
      [
        'gives a part only',
        'too-large',
        inMultistatus(`${event}<response><href>/</href><status>HTTP/1.1 507 x</status></response>`),
      ],
      [
        'keeps the events for itself',
        'no-calendar',
        inMultistatus('<response><href>/a.ics</href></response>'),
      ],
      [
        'keeps one event for itself',
        'no-calendar',
        inMultistatus(
          `${event}<response><href>/b.ics</href><status>HTTP/1.1 403 Forbidden</status></response>`,
        ),
      ],
      ['has an empty event', 'no-calendar', inMultistatus(event.replace(/BEGIN[^<]*/, ''))],
      ['comments without end', 'no-calendar', xml(`${'<!---->'.repeat(40)}!${event}`)],
      ['gives no calendar', 'no-calendar', inMultistatus(event.replace('BEGIN:VCALENDAR', 'X'))],
      ['breaks off', 'no-calendar', xml(`<multistatus xmlns="DAV:">${event}`)],
      ['is in fact another', 'no-calendar', xml('<feed xmlns="http://www.w3.org/2005/Atom"/>')],
      [
        'repeats each second',
        'too-complex',
        inMultistatus(event.replace('END:VEVENT', 'RRULE:FREQ=SECONDLY\r\nEND:VEVENT')),
      ],
    ])('that %s is told of as %s', async (what, failure, answering) => {
      const given =
        what === 'refuses the password' ? { ...DAV_SIGN_IN, password: 'x' } : DAV_SIGN_IN;
      server.answering = answering;
      await set('/aino/tyo/', given);
      expect(await readDue()).toBe(0);
      expect((await state()).failure).toBe(failure);
      expect(server.asked.length).toBeLessThan(6);
    });

    it.each([
      ['swells up', '<!ENTITY b "&a;&a;&a;&a;">', '&b;'],
      ['reads files', '<!ENTITY b SYSTEM "file:///etc/passwd">', '&b;'],
      ['asks elsewhere', '<!ENTITY % b SYSTEM "http://127.0.0.1:1/x"> %b;', ''],
    ])('whose document %s is not read', async (_, entity, used) => {
      const text = `<!DOCTYPE multistatus [<!ENTITY a "x">${entity}]><multistatus xmlns="DAV:">${event.replace('/a', used)}</multistatus>`;
      expect(await failureOf(xml(text))).toBe('no-calendar');
    });

    it('whose answer never ends is read no further than it may be', async () => {
      let sent = 0;
      const endless: DavAnswering = (_, response) => {
        response.writeHead(207, { 'content-type': 'text/xml' });
        const piece = Buffer.alloc(1024 * 1024, ' ');
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
      };
      expect(await failureOf(endless)).toBe('too-large');
      expect(sent).toBeLessThan(30);
    });

    it('that has 100,000 events is told to be too large', async () => {
      const text = event.repeat(100_000);
      expect(await failureOf(inMultistatus(text))).toBe('too-large');
    });

    it('that drips is left after ten seconds', async () => {
      let drip: NodeJS.Timeout | undefined;
      const failure = await failureOf((_, response) => {
        response.writeHead(207, { 'content-type': 'text/xml' });
        drip = setInterval(() => response.write(' '), 200);
      });
      clearInterval(drip);
      expect(failure).toBe('too-slow');
    }, 30_000);

    it('that nests without end is left', async () => {
      expect(await failureOf(inMultistatus('<a>'.repeat(200_000)))).toBe('no-calendar');
    });
  });

  describe('is looked for', () => {
    it('with one attempt at a password that is refused', async () => {
      const given = await lookUp(undefined, { ...DAV_SIGN_IN, password: 'x' });
      expect(given).toEqual({ calendars: [], failure: 'wrong-password' });
      expect(server.asked).toHaveLength(1);
    });

    it('and nothing is kept of it', async () => {
      await lookUp();
      expect(await state()).toEqual({ host: null, readAt: null, failure: null });
      expect(api.log.lines.join()).not.toMatch(/päivää|Basic/);
    });

    it('at no host that its server names beside its own', async () => {
      server.answering = (_, response) =>
        multistatus(
          response,
          '<multistatus xmlns="DAV:"><response><href>/</href><propstat><prop><calendar-home-set><href>http://localhost:1/aino/</href></calendar-home-set></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>',
        );
      expect(await lookUp()).toEqual({ calendars: [], failure: 'elsewhere' });
    });

    it('in vain where there is none', async () => {
      server.answering = (_, response) => void response.writeHead(404).end();
      expect(await lookUp()).toEqual({ calendars: [], failure: 'no-calendar' });
      expect(server.asked.map(({ path }) => path)).toEqual(['/', '/.well-known/caldav']);
    });

    it.each([
      ['words', 'oma kalenteri', 'external-calendar.address-invalid', 'address'],
      [
        'a password',
        'https://a:b@calendar.example/',
        'external-calendar.address-invalid',
        'address',
      ],
      ['a private network', 'https://10.0.0.1/', 'external-calendar.host-not-allowed', 'address'],
      ['the cloud’s own', '169.254.169.254', 'external-calendar.host-not-allowed', 'address'],
      ['plain http', 'http://calendar.example/', 'external-calendar.host-not-allowed', 'address'],
      ['nothing', ' ', 'request.invalid', 'address'],
    ])('at no address that is %s', async (_, where, code, field) => {
      const problem = expectProblem(await ask(where));
      expect([problem.code, problem.fields?.map((one) => one.field)]).toEqual([code, [field]]);
    });

    it.each([
      [{ accountName: 'a:b', password: 'x' }, 'signIn.accountName'],
      [{ accountName: '', password: 'x' }, 'signIn.accountName'],
      [{ accountName: 'aino', password: '' }, 'signIn.password'],
      [{ accountName: 'aino', password: 'x\ny' }, 'signIn.password'],
      [{ accountName: 'aino', password: 'x'.repeat(501) }, 'signIn.password'],
    ])('with no sign-in such as %j', async (signIn, field) => {
      const problem = expectProblem(await ask(server.address('/'), signIn));
      expect(problem.fields?.map((one) => one.field)).toEqual([field]);
      expect(server.asked).toEqual([]);
    });
  });
});
