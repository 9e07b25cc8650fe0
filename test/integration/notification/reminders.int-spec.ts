import { OutboxMessage } from '@tapaamo/notification';
import { Service } from '@tapaamo/organisation';
import { expectProblem } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { visitPath } from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** Two days after the tests' present, at 10.15. */
const FRIDAY = { date: '2027-02-12' };
const DAY_BEFORE = '2027-02-11T08:15:00.000Z';
const HOUR_BEFORE = '2027-02-12T07:15:00.000Z';

describe('reminders', () => {
  let api: TestApi;
  let runner: TestJobRunner;
  let world: TestOrganisation;
  let service: TestOrganisation['service'];

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    const reminderMinutes = [1440, 60] as Service['reminderMinutes'];
    service = Object.assign(world.service, { reminderMinutes });
    await api.dataSource.manager.update(Service, { id: service.id }, { reminderMinutes });
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    await api.dataSource.query('TRUNCATE booking CASCADE');
    runner = await startJobRunner(api);
  });

  afterEach(() => runner.close());
  afterAll(() => api.close());

  const sent = () => runner.sms.record.sent.map(({ text }) => text.split('\n')[0]);
  const deliverAt = async (instant: string) => {
    api.clock.set(instant);
    await runner.deliver();
  };
  const after = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();
  const act = async ({ professional, visitId }: BookedVisit, path: string, body: object) => {
    await professional.signInAgain();
    return professional.post(visitPath(visitId, path), body);
  };
  const INVITATION = expect.stringMatching(/^Etätapaaminen \//) as string;
  const REMINDER = expect.stringMatching(/^Muistutus etätapaamisesta \//) as string;

  it('come at their times with the link, and are not shown before they are sent', async () => {
    const visit = await bookedVisit(api, service, FRIDAY);
    expect(visit.booking.messages).toHaveLength(1);
    await deliverAt(NOW);
    await deliverAt(after(DAY_BEFORE, -1));
    expect(sent()).toEqual([INVITATION]);
    await deliverAt(DAY_BEFORE);
    await deliverAt(HOUR_BEFORE);
    await deliverAt('2027-02-12T08:15:00.000Z');
    expect(sent()).toEqual([INVITATION, REMINDER, REMINDER]);
    for (const { text } of runner.sms.record.sent) {
      expect(text).toContain(visit.link);
    }
  });

  it('of two that an outage held up only the later is sent, and none once the visit has begun', async () => {
    await bookedVisit(api, service, FRIDAY);
    await deliverAt(NOW);
    await deliverAt(after(HOUR_BEFORE, 60_000));
    expect(sent()).toEqual([INVITATION, REMINDER]);
    await bookedVisit(api, service, { date: '2027-02-15' });
    await runner.deliver();
    await deliverAt('2027-02-15T08:15:00.000Z');
    expect(sent()).toEqual([INVITATION, REMINDER, INVITATION]);
    expect(runner.log.of('message.expired').length).toBeGreaterThan(0);
    await deliverAt('2027-02-15T08:30:00.000Z');
    expect(sent()).toHaveLength(3);
  });

  it('follow the visit to another time, and never tell the earlier one', async () => {
    const visit = await bookedVisit(api, service, FRIDAY);
    await deliverAt(NOW);
    const later = { version: 1, date: '2027-02-16', time: '14:00', durationMinutes: 30 };
    expect((await act(visit, '/time', later)).status).toBe(200);
    await deliverAt(DAY_BEFORE);
    await deliverAt(HOUR_BEFORE);
    expect(sent()).toHaveLength(2);
    await deliverAt('2027-02-15T12:00:00.000Z');
    expect(sent().at(-1)).toEqual(REMINDER);
    expect(runner.sms.record.sent.at(-1)?.text).toContain('16.2. klo 14.00');
  });

  it('do not come of a visit that is called off or over', async () => {
    const off = await bookedVisit(api, service, FRIDAY);
    const over = await bookedVisit(api, service, FRIDAY);
    await act(off, '/cancel', { version: 1, reason: 'other' });
    await act(over, '/end', {});
    await deliverAt(DAY_BEFORE);
    await deliverAt(HOUR_BEFORE);
    expect(sent()).toEqual([]);
    const left = await api.dataSource.manager.countBy(OutboxMessage, { status: 'queued' });
    expect(left).toBe(0);
  });

  it('bring the new link when the earlier one was replaced', async () => {
    const visit = await bookedVisit(api, service, FRIDAY);
    await act(visit, `/participants/${visit.participantId}/link/renew`, {});
    await deliverAt(DAY_BEFORE);
    expect(sent()).toEqual([INVITATION, REMINDER]);
    for (const { text } of runner.sms.record.sent) {
      expect(text).not.toContain(visit.link);
    }
  });

  it('"you can come now" goes at once when the door is open, and is not caught up on', async () => {
    const visit = await bookedVisit(api, service, FRIDAY);
    await deliverAt(NOW);
    const path = `/participants/${visit.participantId}/link/call-in`;
    expect(expectProblem(await act(visit, path, {})).code).toBe('door.not-open-yet');
    api.clock.set('2027-02-12T08:14:00.000Z');
    expect((await act(visit, path, {})).status).toBe(204);
    await runner.deliver();
    expect(sent().at(-1)).toMatch(/^Voit tulla etätapaamiseen nyt/);
    expect((await act(visit, path, {})).status).toBe(204);
    const before = sent().length;
    await deliverAt('2027-02-12T08:29:00.000Z');
    expect(sent()).toHaveLength(before);
  });
});
