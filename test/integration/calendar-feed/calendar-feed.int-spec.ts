import { CalendarFeed } from '@tapaamo/calendar-feed';
import {
  calendarFeedAddressSchema,
  calendarFeedStateSchema,
  type StaffRole,
} from '@tapaamo/contracts';
import { Professional } from '@tapaamo/professional';
import { VisitRow } from '@tapaamo/visit';
import ICAL from 'ical.js';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { book } from '../../support/builders/booking-builder.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';
import { buildService } from '../../support/builders/organisation-builder.js';

describe('a calendar feed', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let own: ApiClient;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    api.clock.set('2027-02-10T08:00:00Z');
    world = await buildWorld(api.dataSource);
    own = await signedIn();
  });

  afterAll(async () => {
    await api.close();
  });

  const signedIn = async (language = 'fi') => {
    const client = api.client({ language });
    await client.signIn(world.professional.email);
    return client;
  };
  /** Path of a new address. */
  const renew = async (client = own) => {
    const answer = await client.post('/api/calendar-feed/renew');
    const { address } = expectAnswer(answer, 200, calendarFeedAddressSchema);
    expect(address).toMatch(/^http:\/\/localhost:8080\/api\/calendar-feed\/[\w-]{43}\.ics$/);
    return new URL(address).pathname;
  };
  /** Asks as a calendar program does: without cookies and without the header of our pages. */
  const read = (path: string, headers: Record<string, string> = {}) =>
    // Otherwise fetch asks for an answer that no cache may spare.
    fetch(`${api.origin}${path}`, { headers: { 'cache-control': 'max-age=0', ...headers } });
  const textOf = async (path: string) => {
    const answer = await read(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    return answer.text();
  };
  /** The events, read by a parser that shares nothing with what wrote them. */
  const eventsOf = async (path: string) => {
    const calendar = new ICAL.Component(ICAL.parse(await textOf(path)) as unknown[]);
    const components = calendar.getAllSubcomponents('vevent');
    const zones = components.length === 0 ? 0 : 1;
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(zones);
    return components.map((component) => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid,
        title: event.summary,
        zone: event.startDate.zone.tzid,
        startsAt: event.startDate.toJSDate().toISOString(),
        endsAt: event.endDate.toJSDate().toISOString(),
        url: component.getFirstPropertyValue('url'),
        sequence: event.sequence,
      };
    });
  };
  const since = async () =>
    expectAnswer(await own.get('/api/calendar-feed'), 200, calendarFeedStateSchema).since;
  const isGone = async (path: string) => {
    const { status } = await read(path);
    expect(status).toBe(404);
  };

  it('has one’s own visits, in Finnish time, and nothing of the client or the service', async () => {
    const winter = await book(own, world.offered, { date: '2027-03-26', time: '10:00' });
    const summer = await book(own, world.offered, { date: '2027-03-29', time: '10:00' });
    const colleague = api.client();
    await colleague.signIn(world.colleague.email);
    await book(colleague, world.offered, { date: '2027-03-29', time: '12:00' });
    const path = await renew();
    const event = (visitId: string, startsAt: string, endsAt: string) => ({
      uid: `${visitId}@localhost`,
      title: 'Etätapaaminen',
      zone: 'Europe/Helsinki',
      startsAt,
      endsAt,
      url: `http://localhost:8080/visits/${visitId}`,
      sequence: 0,
    });
    expect(await eventsOf(path)).toEqual([
      event(winter.visitId, '2027-03-26T08:00:00.000Z', '2027-03-26T08:30:00.000Z'),
      event(summer.visitId, '2027-03-29T07:00:00.000Z', '2027-03-29T07:30:00.000Z'),
    ]);
    expect(await textOf(path)).not.toMatch(/Aino|Virtanen|Asumisen|123 ?4567/);
  });

  it('says of a discreet visit that the time is taken, in the language of its page', async () => {
    const discreet = await buildService(api.dataSource, world, { discreet: true });
    await book(own, discreet, { time: '12:00' });
    const [event] = await eventsOf(await renew(await signedIn('sv')));
    expect([event?.title, event?.url]).toEqual(['Upptagen', null]);
  });

  it('keeps the name of a visit, and is not sent again while nothing changes', async () => {
    const path = await renew();
    const { visitId } = await book(own, world.offered, { time: '12:00' });
    const first = await read(path);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect((await read(path, { 'if-none-match': etag })).status).toBe(304);
    await book(own, world.offered, { time: '13:00' });
    const second = await read(path, { 'if-none-match': etag });
    expect(second.status).toBe(200);
    expect(await second.text()).toContain(`${visitId}@`);
  });

  it('tells programs that hold a visit that it moved', async () => {
    const path = await renew();
    const { visitId } = await book(own, world.offered, { date: '2027-02-11', time: '12:00' });
    const [first] = await eventsOf(path);
    for (const [version, time] of [
      [1, '14:00'],
      [2, '15:00'],
    ] as const) {
      const wish = { version, date: '2027-02-12', time, durationMinutes: 45 };
      expect((await own.post(`/api/visits/${visitId}/time`, wish)).status).toBe(200);
    }
    expect([first?.sequence, ...(await eventsOf(path))]).toEqual([
      0,
      {
        ...first,
        startsAt: '2027-02-12T13:00:00.000Z',
        endsAt: '2027-02-12T13:45:00.000Z',
        sequence: 2,
      },
    ]);
  });

  it('has no visit that was called off or is due to be forgotten', async () => {
    const path = await renew();
    const off = await book(own, world.offered, { time: '12:00' });
    const due = await book(own, world.offered, { time: '13:00' });
    expect(await eventsOf(path)).toHaveLength(2);
    expect((await own.post(`/api/visits/${off.visitId}/end`)).status).toBeLessThan(300);
    await api.dataSource.manager.update(
      VisitRow,
      { id: due.visitId },
      { purgeDueAt: api.clock.now() },
    );
    expect(await eventsOf(path)).toEqual([]);
  });

  it('has one address at a time, which is shown once', async () => {
    expect(await since()).toBeNull();
    const first = await renew();
    expect(await since()).toBe('2027-02-10T08:00:00.000Z');
    const second = await renew();
    await isGone(first);
    await textOf(second);
    expect((await own.post('/api/calendar-feed/revoke')).status).toBe(204);
    await isGone(second);
    expect(await since()).toBeNull();
    expect((await own.post('/api/calendar-feed/revoke')).status).toBe(204);
    const told = (await entriesOf(api, world.organisationId)).map(({ event }) => event);
    expect(told.filter((event) => event.startsWith('calendar-feed'))).toEqual([
      'calendar-feed.renewed',
      'calendar-feed.renewed',
      'calendar-feed.revoked',
    ]);
  });

  describe('ends for good, though no program asked meanwhile, when its account', () => {
    let admin: ApiClient;

    beforeEach(async () => {
      admin = api.client();
      await admin.signIn(world.admin.email);
    });

    const decide = async (act: string, body = {}) => {
      const { status } = await admin.post(`/api/staff/${world.professional.id}${act}`, body);
      expect(status).toBe(204);
    };
    const have = (version: number, role: StaffRole) =>
      decide('', { displayName: world.professional.displayName, roles: [role], version });
    const accept = () =>
      api.dataSource.manager.update(
        Professional,
        { id: world.professional.id },
        { signInResetAt: null },
      );

    it.each<[string, () => Promise<unknown>]>([
      ['is closed', () => decide('/deactivate').then(() => decide('/reactivate'))],
      ['is reset', () => decide('/reset-sign-in').then(accept)],
      ['meets clients no more', () => have(1, 'admin').then(() => have(2, 'professional'))],
      ['ends its other sessions', () => own.post('/api/account/sessions/end-others')],
    ])('%s', async (_, endAndComeBack) => {
      const path = await renew();
      await textOf(path);
      await endAndComeBack();
      await isGone(path);
      const { manager } = api.dataSource;
      expect(await manager.countBy(CalendarFeed, { professionalId: world.professional.id })).toBe(
        0,
      );
    });

    it('meets clients no more, and until it does again there is none', async () => {
      const path = await renew();
      await have(1, 'admin');
      await isGone(path);
      expect((await own.post('/api/calendar-feed/renew')).status).toBe(404);
    });

    it('ends its other sessions, and a new address leads there', async () => {
      await renew();
      await own.post('/api/account/sessions/end-others');
      expect(await since()).toBeNull();
      await textOf(await renew());
    });
  });

  it('answers every address that leads nowhere alike, and none stands in a log', async () => {
    const path = await renew();
    await textOf(path);
    const secret = path.slice(-47, -4);
    const problems = [];
    for (const wrong of [`${'A'.repeat(43)}.ics`, 'x.ics', `${secret}x.ics`, '%00.ics']) {
      const answer = await api.client().get(`/api/calendar-feed/${wrong}`);
      problems.push({ ...expectProblem(answer), correlationId: '' });
    }
    expect(new Set(problems.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(problems[0]).toMatchObject({ code: 'access.denied-or-missing' });
    expect(api.log.lines.join()).not.toContain(secret);
    const figures = await api.client().get('/metrics');
    expect(figures.text).toContain('/api/calendar-feed/:secret.ics');
    expect(figures.text).not.toContain(secret);
  });
});
