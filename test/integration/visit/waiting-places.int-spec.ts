import { bookingListSchema, waitingOrder, type VisitParticipant } from '@tapaamo/contracts';
import { MediaNodes, MeetingAdmission, Participant } from '@tapaamo/visit';
import { expectAnswer } from '../../support/api-client.js';
import { arrive, visitOfMany, MOTHER, type VisitOfMany } from '../../support/people.js';
import {
  CALM,
  announceNode,
  enter,
  openDoor,
  readVisit,
  sessionOf,
  silence,
  visitPath,
} from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('a place in the waiting room', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let nodeId: string;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    nodeId = await announceNode(api);
  });

  afterAll(async () => {
    await api.close();
  });

  const clientAndGuardian = async () => visitOfMany(api, world.offered, { participants: [MOTHER] });
  /** A fact about somebody's line, as the node tells it. */
  const tell = async (
    fact: 'connected' | 'disconnected',
    { visitId, person }: VisitOfMany,
    role: 'client' | 'guardian',
  ) => {
    const { participantId } = person(role);
    const { organisationId } = world;
    const sessionId = await sessionOf(api, participantId);
    const seat = { organisationId, visitId, participantId, role, sessionId, nodeId };
    await api.get(MeetingAdmission)[fact](seat);
  };
  /** As much later, by the database's clock, as far as a line that was lost is concerned. */
  const later = async ({ person }: VisitOfMany, role: 'client' | 'guardian', seconds: number) =>
    api.dataSource.query(
      `UPDATE participant SET without_line_since = clock_timestamp() - $2::interval WHERE id = $1`,
      [person(role).participantId, `${String(seconds)} seconds`],
    );
  const seen = async ({ professional, visitId }: VisitOfMany) => {
    const { participants } = await readVisit(professional, visitId);
    const of = (role: string) => participants.find((one) => one.role === role) as VisitParticipant;
    const order = waitingOrder(participants, api.clock.nowMs());
    return {
      client: of('client'),
      guardian: of('guardian'),
      order: order.map((id) => participants.find((one) => one.id === id)?.role),
    };
  };
  const waitingBoth = async () => {
    const visit = await clientAndGuardian();
    await arrive(visit.person('client'));
    await tell('connected', visit, 'client');
    api.clock.set('2027-02-10T08:03:00.000Z');
    await arrive(visit.person('guardian'));
    await tell('connected', visit, 'guardian');
    return visit;
  };

  it('is of who came first, also for who looks later', async () => {
    const visit = await waitingBoth();
    api.clock.set('2027-02-10T08:14:00.000Z');
    expect(await seen(visit)).toMatchObject({
      order: ['client', 'guardian'],
      client: { presence: 'here', lineLostAt: null, waitingSince: NOW },
      guardian: { presence: 'here', waitingSince: '2027-02-10T08:03:00.000Z' },
    });
  });

  it('is kept for two minutes without a line, and told so; then they are away', async () => {
    const visit = await waitingBoth();
    await tell('disconnected', visit, 'client');
    await later(visit, 'client', 100);
    const lost = await seen(visit);
    expect(lost).toMatchObject({ client: { presence: 'lost' }, order: ['client', 'guardian'] });
    const lostMs = api.clock.nowMs() - Date.parse(lost.client.lineLostAt ?? '');
    expect(lostMs).toBeGreaterThanOrEqual(100_000);
    expect(lostMs).toBeLessThan(119_000);
    await later(visit, 'client', 120);
    expect(await seen(visit)).toMatchObject({ client: { presence: 'away' }, order: ['guardian'] });
    const arrived = async () =>
      expectAnswer(await visit.professional.get('/api/bookings/arrived'), 200, bookingListSchema)
        .bookings.length;
    expect(await arrived()).toBe(1);
    await tell('disconnected', visit, 'guardian');
    await later(visit, 'guardian', 120);
    expect(await arrived()).toBe(0);
  });

  it('is the same for who comes back in time, and behind those who waited for who comes later', async () => {
    const visit = await waitingBoth();
    await tell('disconnected', visit, 'client');
    await later(visit, 'client', 110);
    api.clock.set('2027-02-10T08:06:00.000Z');
    await enter(visit.person('client').client);
    await tell('connected', visit, 'client');
    expect(await seen(visit)).toMatchObject({
      order: ['client', 'guardian'],
      client: { presence: 'here', waitingSince: NOW },
    });
    await tell('disconnected', visit, 'client');
    await later(visit, 'client', 121);
    await enter(visit.person('client').client);
    expect(await seen(visit)).toMatchObject({
      order: ['guardian', 'client'],
      client: { presence: 'lost', arrivedAt: NOW, waitingSince: '2027-02-10T08:06:00.000Z' },
    });
  });

  it('follows from what is written when a node dies, and when another takes its address', async () => {
    const visit = await waitingBoth();
    await silence(api, nodeId, '60 seconds');
    expect(await seen(visit)).toMatchObject({
      client: { presence: 'lost', connected: false },
      order: ['client', 'guardian'],
    });
    const url = `http://${nodeId}.meeting.example:8081`;
    await api.get(MediaNodes).announce({ ...CALM, nodeId: visit.visitId, url });
    const { client, order } = await seen(visit);
    expect([client.presence, order]).toEqual(['lost', ['client', 'guardian']]);
    expect(api.clock.nowMs() - Date.parse(client.lineLostAt ?? '')).toBeGreaterThanOrEqual(60_000);
    await silence(api, nodeId, '120 seconds');
    expect(await seen(visit)).toMatchObject({ client: { presence: 'away' }, order: [] });
    // Back at another node they have their session, and a place.
    await announceNode(api);
    await enter(visit.person('client').client);
    expect(await seen(visit)).toMatchObject({ client: { presence: 'lost' }, order: ['client'] });
  });

  it('is another browser’s own, from when it came', async () => {
    const visit = await waitingBoth();
    await tell('disconnected', visit, 'client');
    api.clock.set('2027-02-10T08:07:00.000Z');
    const { link } = visit.person('client');
    const second = api.client();
    await openDoor(second, link);
    await enter(second);
    expect(await seen(visit)).toMatchObject({ order: ['guardian', 'client'] });
  });

  describe('of who is sent back', () => {
    const path = ({ visitId, person }: VisitOfMany, rest: string) =>
      visitPath(visitId, `/participants/${person('client').participantId}/${rest}`);
    const letIn = async (visit: VisitOfMany) => {
      const { participants } = await readVisit(visit.professional, visit.visitId);
      const { arrivalId } = participants.find(({ role }) => role === 'client') as VisitParticipant;
      const answer = await visit.professional.post(path(visit, 'admit'), {
        arrivalId,
        finding: 'not-identified',
      });
      expect(answer.status).toBe(204);
    };
    const atTheNode = async ({ visitId, person }: VisitOfMany) => {
      const { organisationId } = world;
      const read = await api.get(MeetingAdmission).read({ organisationId, visitId });
      const { participantId } = person('client');
      return read?.participants.find((one) => one.participantId === participantId);
    };

    it('begins now, says why through a reload, and ends when they are let in again', async () => {
      const visit = await waitingBoth();
      await letIn(visit);
      api.clock.set('2027-02-10T08:20:00.000Z');
      expect((await visit.professional.post(path(visit, 'send-back'))).status).toBe(204);
      expect(await atTheNode(visit)).toMatchObject({ admission: 'waiting', because: 'sent-back' });
      await enter(visit.person('client').client);
      expect(await atTheNode(visit)).toMatchObject({ admission: 'waiting', because: 'sent-back' });
      expect(await seen(visit)).toMatchObject({
        order: ['guardian', 'client'],
        client: { because: 'sent-back', waitingSince: '2027-02-10T08:20:00.000Z', arrivedAt: NOW },
      });
      await letIn(visit);
      expect(await atTheNode(visit)).toMatchObject({ admission: 'admitted', because: null });
    });

    it('is told once, and is no other browser’s', async () => {
      const visit = await waitingBoth();
      await letIn(visit);
      await visit.professional.post(path(visit, 'send-back'));
      expect((await visit.professional.post(path(visit, 'send-back'))).status).toBe(204);
      const { link } = visit.person('client');
      const second = api.client();
      await openDoor(second, link);
      await enter(second, true);
      expect(await atTheNode(visit)).toMatchObject({ admission: 'waiting', because: null });
      const { participantId: id } = visit.person('client');
      const row = await api.dataSource.manager.findOneByOrFail(Participant, { id });
      expect(row.sentBack).toBe(false);
    });
  });
});
