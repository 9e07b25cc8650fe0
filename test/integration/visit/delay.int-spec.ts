import { MeetingAdmission, VisitRow } from '@tapaamo/visit';
import { expectProblem } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { announceNode, comeIn, readVisit, visitPath } from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('a delay that is told of', () => {
  let api: TestApi;
  let world: TestOrganisation;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    await announceNode(api);
  });

  afterAll(async () => {
    await api.close();
  });

  const tell = async ({ professional, visitId }: BookedVisit, delay: string | null) =>
    professional.post(visitPath(visitId, '/delay'), { delay });
  const told = async (visit: BookedVisit, delay: string | null) =>
    expect((await tell(visit, delay)).status).toBe(204);
  /** What the professional's page and the waiting room are told. */
  const seen = async ({ professional, visitId }: BookedVisit) => {
    const visit = { organisationId: world.organisationId, visitId };
    const atTheNode = await api.get(MeetingAdmission).read(visit);
    const { delay } = await readVisit(professional, visitId);
    expect(atTheNode?.delay).toEqual(delay);
    return delay;
  };

  it('counts from the agreed time, or from now once that has passed, until its time has passed', async () => {
    const visit = await bookedVisit(api, world.offered);
    await expect(seen(visit)).resolves.toBeNull();
    await told(visit, 'minutes-10');
    await expect(seen(visit)).resolves.toEqual({
      word: 'minutes-10',
      until: '2027-02-10T08:25:00.000Z',
      toldAt: NOW,
    });
    api.clock.set('2027-02-10T08:24:59.999Z');
    await expect(seen(visit)).resolves.toMatchObject({ word: 'minutes-10' });
    api.clock.set('2027-02-10T08:25:00.000Z');
    await expect(seen(visit)).resolves.toBeNull();
    await told(visit, 'minutes-5');
    await expect(seen(visit)).resolves.toMatchObject({ until: '2027-02-10T08:30:00.000Z' });
  });

  it('of which nobody can say how long it is ends half an hour later, and can be told anew', async () => {
    const visit = await bookedVisit(api, world.offered);
    api.clock.set('2027-02-10T08:20:00.000Z');
    await told(visit, 'as-soon-as-possible');
    api.clock.set('2027-02-10T08:49:59.999Z');
    await expect(seen(visit)).resolves.toEqual({
      word: 'as-soon-as-possible',
      until: '2027-02-10T08:50:00.000Z',
      toldAt: '2027-02-10T08:20:00.000Z',
    });
    api.clock.set('2027-02-10T08:50:00.000Z');
    await expect(seen(visit)).resolves.toBeNull();
    await told(visit, 'as-soon-as-possible');
    await expect(seen(visit)).resolves.toMatchObject({ toldAt: '2027-02-10T08:50:00.000Z' });
    await told(visit, null);
    await expect(seen(visit)).resolves.toBeNull();
  });

  it('is over when somebody is let in', async () => {
    const visit = await bookedVisit(api, world.offered);
    await told(visit, 'as-soon-as-possible');
    await comeIn(api, visit);
    await expect(seen(visit)).resolves.toBeNull();
  });

  it('is told to nobody when all are in, and not before the door is open', async () => {
    const visit = await bookedVisit(api, world.offered);
    await comeIn(api, visit);
    await told(visit, 'as-soon-as-possible');
    await expect(seen(visit)).resolves.toBeNull();
    const ahead = await bookedVisit(api, world.offered, { date: '2027-02-11' });
    await told(ahead, 'as-soon-as-possible');
    await expect(seen(ahead)).resolves.toBeNull();
  });

  it('goes with the time of which it told, and with the visit', async () => {
    const moved = await bookedVisit(api, world.offered);
    await told(moved, 'minutes-20');
    const time = { version: 1, date: '2027-02-10', time: '10:20', durationMinutes: 30 };
    expect((await moved.professional.post(visitPath(moved.visitId, '/time'), time)).status).toBe(
      200,
    );
    await expect(seen(moved)).resolves.toBeNull();
    const ended = await bookedVisit(api, world.offered);
    await told(ended, 'as-soon-as-possible');
    await ended.professional.post(visitPath(ended.visitId, '/end'));
    const row = await api.dataSource.manager.findOneByOrFail(VisitRow, { id: ended.visitId });
    expect([row.delay, row.delayUntil, row.delayToldAt]).toEqual([null, null, null]);
    expect(expectProblem(await tell(ended, 'minutes-5')).code).toBe('visit.ended');
  });

  it('is a word of the list, and stands in the audit log', async () => {
    const visit = await bookedVisit(api, world.offered);
    const refused = expectProblem(await tell(visit, 'Aino on myöhässä'));
    expect([refused.status, refused.fields]).toEqual([
      400,
      [expect.objectContaining({ field: 'delay' })],
    ]);
    await told(visit, 'minutes-5');
    const entries = await entriesOf(api, world.organisationId);
    expect(entries.findLast(({ event }) => event === 'visit.delay-told')?.details).toEqual({
      delay: 'minutes-5',
    });
  });
});
