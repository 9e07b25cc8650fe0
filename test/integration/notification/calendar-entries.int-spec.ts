import ICAL from 'ical.js';
import { calendarText } from '@tapaamo/notification';
import { expectProblem } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { buildService } from '../../support/builders/organisation-builder.js';
import { linkOf } from '../../support/builders/booking-builder.js';
import { databaseSnapshot } from '../../support/database-snapshot.js';
import { openDoor } from '../../support/door.js';
import { visitOfMany } from '../../support/people.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const TOMORROW = { clientEmail: 'aino@example.fi', date: '2027-02-11', time: '10:00' };

describe('a visit in the client’s own calendar', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let runner: TestJobRunner;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    await api.dataSource.query('TRUNCATE booking CASCADE');
    runner = await startJobRunner(api);
  });

  afterEach(async () => {
    await runner.close();
  });

  afterAll(async () => {
    await api.close();
  });

  /** What a calendar file says, read by a parser that shares nothing with what wrote it. */
  const read = (text: string) => {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1);
    return {
      method: calendar.getFirstPropertyValue('method'),
      uid: event.uid,
      sequence: event.sequence,
      title: event.summary,
      startsAt: event.startDate.toJSDate().toISOString(),
      endsAt: event.endDate.toJSDate().toISOString(),
    };
  };
  /** The entries that were mailed, in their order. */
  const mailed = () =>
    runner.mail.record.sent.map(({ calendar, to }) => {
      const people = { organizer: 'noreply@tapaamo.example', receiver: to };
      return calendar === undefined ? null : read(calendarText(calendar, people));
    });
  const move = ({ professional, visitId }: BookedVisit, time: string) =>
    professional.post(`/api/visits/${visitId}/time`, {
      version: 1,
      date: '2027-02-11',
      time,
      durationMinutes: 45,
    });
  const downloaded = async ({ client }: BookedVisit) => {
    const answer = await client.get('/api/door/calendar.ics');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="tapaaminen.ics"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return answer.text;
  };

  it('comes with invitation, change and cancellation, as one entry that changes', async () => {
    const visit = await bookedVisit(api, world.offered, TOMORROW);
    await runner.deliver();
    expect((await move(visit, '12:00')).status).toBe(200);
    await runner.deliver();
    const cancel = { version: 2, reason: 'professional-away' };
    const cancelled = await visit.professional.post(`/api/visits/${visit.visitId}/cancel`, cancel);
    expect([cancelled.status, cancelled.json]).toMatchObject([200, { version: 3 }]);
    await runner.deliver();
    const uid = mailed()[0]?.uid;
    expect(uid).toMatch(/^[\da-f]{32}$/);
    const title = 'Etätapaaminen – Distansmöte – Remote appointment';
    const moved = { startsAt: '2027-02-11T10:00:00.000Z', endsAt: '2027-02-11T10:45:00.000Z' };
    expect(mailed()).toEqual([
      {
        ...{ method: 'REQUEST', uid, sequence: 0, title },
        ...{ startsAt: '2027-02-11T08:00:00.000Z', endsAt: '2027-02-11T08:30:00.000Z' },
      },
      { method: 'REQUEST', uid, sequence: 1, title, ...moved },
      { method: 'CANCEL', uid, sequence: 2, title, ...moved },
    ]);
    expect(runner.sms.record.sent.every(({ calendar }) => calendar === undefined)).toBe(true);
  });

  it('is struck out for who is removed, by its own name, and for nobody else', async () => {
    const friend = { role: 'support-person', name: 'Tiina Laine', email: 'tiina@example.fi' };
    const visit = await visitOfMany(api, world.service, { ...TOMORROW, participants: [friend] });
    await runner.deliver();
    expect((await move(visit, '12:00')).status).toBe(200);
    await runner.deliver();
    const { participantId } = visit.person('support-person');
    const before = runner.mail.record.sent.length;
    const path = `/api/visits/${visit.visitId}/participants/${participantId}/remove`;
    expect((await visit.professional.post(path)).status).toBe(204);
    await runner.deliver();
    const told = runner.mail.record.sent.map(({ to }, index) => ({ to, ...mailed()[index] }));
    const theirs = told.filter(({ to }) => to === friend.email);
    expect(theirs.map(({ method, sequence }) => [method, sequence])).toEqual([
      ['REQUEST', 0],
      ['REQUEST', 1],
      ['CANCEL', 2],
    ]);
    expect(new Set(theirs.map(({ uid }) => uid)).size).toBe(1);
    expect(told.slice(before)).toEqual([theirs.at(-1)]);
    const { text } = runner.mail.record.sent.at(-1) ?? {};
    expect(text).toContain('Sinua ei enää odoteta etätapaamiseen');
    expect(text).not.toContain('peruttu');
  });

  it('does not come with a reminder, which tells of no other time', async () => {
    await bookedVisit(api, world.offered, { ...TOMORROW, date: '2027-02-12' });
    await runner.deliver();
    api.clock.set('2027-02-11T08:00:00.000Z');
    await runner.deliver();
    expect(mailed().map((entry) => entry?.method)).toEqual(['REQUEST', undefined]);
  });

  it('can be taken at the door as the same entry, also by who has only a telephone', async () => {
    const visit = await bookedVisit(api, world.offered, TOMORROW);
    await runner.deliver();
    await openDoor(visit.client, visit.link, 'sv');
    const [entry] = mailed();
    const text = await downloaded(visit);
    expect(read(text)).toEqual({ ...entry, method: 'PUBLISH', title: 'Distansmöte' });
    expect(text).not.toContain('ATTENDEE');
    const other = await bookedVisit(api, world.offered, { ...TOMORROW, clientEmail: undefined });
    await openDoor(other.client, other.link);
    expect(read(await downloaded(other)).uid).not.toBe(entry?.uid);
  });

  it('keeps its name when the link is another', async () => {
    const visit = await bookedVisit(api, world.offered, TOMORROW);
    await openDoor(visit.client, visit.link);
    const before = read(await downloaded(visit));
    api.clock.advance(1_000);
    const path = `/api/visits/${visit.visitId}/participants/${visit.participantId}/link/renew`;
    expect((await visit.professional.post(path)).status).toBe(204);
    await openDoor(visit.client, await linkOf(api, visit.visitId));
    expect(read(await downloaded(visit)).uid).toBe(before.uid);
  });

  it.each([false, true])(
    'names nobody, opens nothing and leads nowhere (discreet: %s)',
    async (isDiscreet) => {
      const service = await buildService(api.dataSource, world, { discreet: isDiscreet });
      const visit = await bookedVisit(api, service, TOMORROW);
      await openDoor(visit.client, visit.link);
      const text = await downloaded(visit);
      const ids = [visit.visitId, visit.booking.id, visit.participantId, visit.link];
      const names = ['Aino', 'Virtanen', service.nameFi, visit.account.displayName, 'Testi'];
      for (const value of [...ids, ...names, 'http', 'localhost']) {
        expect(text).not.toContain(value);
      }
      expect(read(text).title).toBe('Etätapaaminen');
    },
  );

  it('stands in no table before it is sent, and nowhere after it', async () => {
    const visit = await bookedVisit(api, world.offered, TOMORROW);
    await openDoor(visit.client, visit.link);
    const { uid } = read(await downloaded(visit));
    await runner.deliver();
    const rows = JSON.stringify(await databaseSnapshot(api.database.adminUrl, { besides: [] }));
    expect(rows).not.toContain(uid);
    expect(rows).not.toContain(Buffer.from(uid).toString('hex'));
  });

  it('cannot be taken once the visit is called off', async () => {
    const visit = await bookedVisit(api, world.offered, TOMORROW);
    await openDoor(visit.client, visit.link);
    const cancel = { version: 1, reason: 'professional-away' };
    await visit.professional.post(`/api/visits/${visit.visitId}/cancel`, cancel);
    const refused = await visit.client.get('/api/door/calendar.ics');
    expect(expectProblem(refused).code).toBe('visit.ended');
  });
});
