import { meetingAccessSchema } from '@tapaamo/contracts';
import { MediaNode, Participant, VisitRow } from '@tapaamo/visit';
import { expectAnswer } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import {
  announceNode,
  enter,
  meet,
  openDoor,
  readVisit,
  report,
  silence,
  visitPath,
} from '../../support/door.js';
import { eventually } from '../../support/eventually.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';
import { MeetingNode } from '../meeting/support/meeting-node.js';

/** The visits are booked from 8.15 to 8.45 (UTC). */
const BOOKED_END = '2027-03-10T08:45:00.000Z';

describe('the end that retention counts from', () => {
  let api: TestApi;
  let runner: TestJobRunner;
  let world: TestOrganisation;
  let visit: BookedVisit;
  let nodeId: string;

  beforeAll(async () => {
    api = await startApi();
    runner = await startJobRunner(api);
    world = await buildWorld(api.dataSource);
  });

  beforeEach(async () => {
    await runner.closeOverdue();
    api.clock.set(NOW);
    await api.dataSource.manager.deleteAll(MediaNode);
    visit = await bookedVisit(api, world.service);
    nodeId = await meet(api, visit);
  });

  afterAll(async () => {
    await runner.close();
    await api.close();
  });

  /** Time passes on the 10th. */
  const comes = (time: string) => api.clock.set(`2027-02-10T${time}:00.000Z`);
  const client = () => ({ visitId: visit.visitId, nodeId, role: 'client' as const });
  const professional = () => ({ ...client(), role: 'professional' as const });
  const press = async (at?: string) => {
    api.clock.set(at === undefined ? api.clock.now() : `2027-02-10T${at}:00.000Z`);
    await visit.professional.signInAgain();
    expect((await visit.professional.post(visitPath(visit.visitId, '/end'))).status).toBe(204);
  };
  const row = () => api.dataSource.manager.findOneByOrFail(VisitRow, { id: visit.visitId });
  const dueAt = async () => (await row()).purgeDueAt.toISOString();
  /** The database's clock goes on meanwhile: rounded to the next minute. */
  const dueMinute = async () =>
    new Date(Math.ceil((await row()).purgeDueAt.getTime() / 60_000) * 60_000)
      .toISOString()
      .slice(0, 16);

  it.each([
    ['the client', client],
    ['the professional', professional],
  ])('is when %s left, whenever the button is pressed', async (_, who) => {
    comes('09:05');
    await report(api, 'left', who());
    await press('20:00');
    expect(await dueAt()).toBe('2027-03-10T09:05:00.000Z');
    expect((await row()).endedAt?.toISOString()).toBe('2027-02-10T20:00:00.000Z');
  });

  it('is the press of the button while they are together', async () => {
    await press('09:10');
    expect(await dueAt()).toBe('2027-03-10T09:10:00.000Z');
  });

  it('is the booked end when they parted before it', async () => {
    comes('08:30');
    await report(api, 'disconnected', client());
    await press('20:00');
    expect(await dueAt()).toBe(BOOKED_END);
  });

  it('is the last parting of several', async () => {
    comes('09:00');
    await report(api, 'disconnected', professional());
    comes('09:10');
    await report(api, 'connected', professional());
    comes('09:15');
    await report(api, 'left', client());
    comes('09:30');
    await report(api, 'disconnected', professional());
    await press('20:00');
    expect(await dueAt()).toBe('2027-03-10T09:15:00.000Z');
  });

  it('is when another device took the client’s place, which waits anew', async () => {
    comes('09:00');
    const other = api.client();
    await openDoor(other, visit.link);
    await enter(other, true);
    await report(api, 'connected', client());
    await press('20:00');
    expect(await dueAt()).toBe('2027-03-10T09:00:00.000Z');
  });

  it('is when the client left through the door', async () => {
    comes('09:00');
    expect((await visit.client.post('/api/door/leave')).status).toBe(200);
    await press('20:00');
    expect(await dueAt()).toBe('2027-03-10T09:00:00.000Z');
  });

  it('is the last heartbeat of a node that died without a word', async () => {
    comes('20:00');
    await silence(api, nodeId, '11 hours');
    await press();
    expect(await dueMinute()).toBe('2027-03-10T09:00');
  });

  it('is that heartbeat too when only one of them came back', async () => {
    comes('09:20');
    await silence(api, nodeId, '20 minutes');
    const next = await announceNode(api);
    await report(api, 'connected', { ...client(), nodeId: next });
    await press();
    expect(await dueMinute()).toBe('2027-03-10T09:00');
  });

  it('is the earlier one when nothing is known any more of the node that died', async () => {
    comes('09:00');
    await api.dataSource.manager.delete(MediaNode, { id: nodeId });
    await visit.professional.signInAgain();
    expect((await visit.professional.post(visitPath(visit.visitId, '/end'))).status).toBe(204);
    expect(await dueAt()).toBe(BOOKED_END);
  });

  it('is told in time by a node that stops in good order', async () => {
    await api.dataSource.manager.deleteAll(MediaNode);
    const node = await MeetingNode.start({ beside: api });
    comes('09:00');
    const access = await visit.professional.post(visitPath(visit.visitId, '/meeting-access'));
    const ways = [expectAnswer(access, 200, meetingAccessSchema), await enter(visit.client)];
    await Promise.all(ways.map(({ token }) => node.dial({ token }).connected()));
    const { id } = await api.dataSource.manager.findOneOrFail(MediaNode, { where: {} });
    await eventually('both lines are written down', async () => {
      const lines = { visitId: visit.visitId, connectedNodeId: id };
      return (await api.dataSource.manager.countBy(Participant, lines)) === 2;
    });
    comes('09:05');
    await node.stopInOrder();
    await press('20:00');
    expect(await dueAt()).toBe('2027-03-10T09:05:00.000Z');
  });

  it('is the same when nobody pressed and the clock ended the visit', async () => {
    comes('09:05');
    await report(api, 'left', client());
    comes('20:45');
    await expect(runner.closeOverdue()).resolves.toBe(1);
    expect(await dueAt()).toBe('2027-03-10T09:05:00.000Z');
    expect((await row()).endedAt?.toISOString()).toBe('2027-02-10T09:05:00.000Z');
  });

  it.each([
    ['the clock', () => runner.closeOverdue()],
    ['a press after the clock ought to have', () => press()],
  ])('is never later than twelve hours after the booked end, ended by %s', async (_, ending) => {
    comes('22:00');
    await ending();
    expect(await dueAt()).toBe('2027-03-10T20:45:00.000Z');
    expect((await row()).endedAt?.toISOString()).toBe('2027-02-10T20:45:00.000Z');
  });

  it('is the booked end for a client who came and was never let in, whom nobody calls absent', async () => {
    const waiting = await bookedVisit(api, world.service);
    await openDoor(waiting.client, waiting.link);
    await enter(waiting.client);
    await report(api, 'connected', { ...professional(), visitId: waiting.visitId });
    await report(api, 'connected', { ...client(), visitId: waiting.visitId });
    visit = waiting;
    await press('20:00');
    await expect(readVisit(visit.professional, visit.visitId)).resolves.toMatchObject({
      status: 'fulfilled',
      purgeDueAt: BOOKED_END,
    });
  });
});
