import {
  ERROR_CODES,
  arrivalFindingOf,
  bookingListSchema,
  type Visit,
  type VisitParticipant,
} from '@tapaamo/contracts';
import { MeetingAdmission } from '@tapaamo/visit';
import { expectAnswer, expectProblem } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import {
  announceNode,
  silence,
  doorSession,
  enter,
  identify,
  openDoor,
  readVisit,
  report,
  sessionIdsOf,
  sessionOf,
  visitPath,
} from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('the waiting room', () => {
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

  const clientIn = (visit: Visit): VisitParticipant =>
    visit.participants.find(({ role }) => role === 'client') as VisitParticipant;

  const seen = async ({ professional, visitId }: BookedVisit): Promise<VisitParticipant> =>
    clientIn(await readVisit(professional, visitId));

  const admit = async (visit: BookedVisit, arrivalId?: string | null) => {
    const { professional, visitId, participantId } = visit;
    return professional.post(visitPath(visitId, `/participants/${participantId}/admit`), {
      arrivalId: arrivalId ?? (await seen(visit)).arrivalId,
      finding: arrivalFindingOf((await seen(visit)).verdict),
    });
  };

  /** The participant's live connection, as the meeting node reports it. */
  const connect = async ({ visitId, participantId }: BookedVisit) => {
    const sessionId = await sessionOf(api, participantId);
    const seat = {
      organisationId: world.organisationId,
      visitId,
      participantId,
      role: 'client' as const,
      sessionId,
      nodeId,
    };
    await api.get(MeetingAdmission).connected(seat);
    return seat;
  };

  it('opens an hour before the start, to the millisecond', async () => {
    const visit = await bookedVisit(api, world.service, { time: '12:00' });
    await openDoor(visit.client, visit.link);
    api.clock.set('2027-02-10T08:59:59.999Z');
    const early = expectProblem(await visit.client.post('/api/door/enter', {}));
    expect(early).toMatchObject({ code: 'door.not-open-yet', status: 403 });
    const identification = await visit.client.post('/api/identification/start');
    expect(expectProblem(identification).code).toBe('door.not-open-yet');
    await expect(seen(visit)).resolves.toMatchObject({ admission: 'outside', arrivedAt: null });
    api.clock.set('2027-02-10T09:00:00.000Z');
    await enter(visit.client);
    await expect(seen(visit)).resolves.toMatchObject({ admission: 'waiting' });
  });

  it('shows the professional who came, when, and with which devices', async () => {
    const visit = await bookedVisit(api, world.service);
    await openDoor(visit.client, visit.link);
    const check = { camera: 'works', microphone: 'refused' };
    expect((await visit.client.post('/api/door/device-check', check)).status).toBe(204);
    await enter(visit.client);
    const shown = await readVisit(visit.professional, visit.visitId);
    expect(shown.status).toBe('arrived');
    expect(clientIn(shown)).toMatchObject({
      name: 'Aino Virtanen',
      admission: 'waiting',
      connected: false,
      arrivedAt: NOW,
      verdict: null,
      deviceCheck: { ...check, speaker: null, connection: null, testedAt: NOW },
    });
  });

  it('keeps the first arrival when the client comes again', async () => {
    const visit = await bookedVisit(api, world.service);
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    api.clock.advance(3_000);
    await enter(visit.client);
    await expect(seen(visit)).resolves.toMatchObject({ arrivedAt: NOW });
  });

  it('tells when who waits now arrived, and not who waited before by the same link', async () => {
    const visit = await bookedVisit(api, world.service);
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    api.clock.advance(3_000);
    const second = api.client();
    await openDoor(second, visit.link);
    await enter(second);
    const arrivedAt = api.clock.now().toISOString();
    await expect(seen(visit)).resolves.toMatchObject({ arrivedAt });
    expect((await admit(visit)).status).toBe(204);
    api.clock.advance(3_000);
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    await expect(seen(visit)).resolves.toMatchObject({ arrivedAt });
  });

  it('lets in whom the professional lets in, and keeps the place of that browser', async () => {
    const visit = await bookedVisit(api, world.service);
    await openDoor(visit.client, visit.link);
    expect((await admit(visit, visit.visitId)).status).toBe(404);
    await enter(visit.client);
    expect((await admit(visit)).status).toBe(204);
    expect((await admit(visit)).status).toBe(204);
    await expect(doorSession(visit.client)).resolves.toMatchObject({ admission: 'admitted' });
    await enter(visit.client);
    await expect(doorSession(visit.client)).resolves.toMatchObject({ admission: 'admitted' });
  });

  it('wants identification first where the service does, of this browser and no other', async () => {
    const visit = await bookedVisit(api, world.required);
    const { client, link, visitId, participantId } = visit;
    await openDoor(client, link);
    expect(expectProblem(await client.post('/api/door/enter', {}))).toMatchObject({
      code: 'door.identification-required',
      status: ERROR_CODES['door.identification-required'].http,
    });
    const [sessionId = ''] = await sessionIdsOf(api, participantId);
    await identify(api, { visitId, participantId, sessionId });
    await expect(doorSession(client)).resolves.toMatchObject({ identified: true });
    await enter(client);
    await expect(seen(visit)).resolves.toMatchObject({
      verdict: { result: 'same-person', assurance: 'substantial', identifiedAt: NOW },
    });
    const second = api.client();
    await openDoor(second, link);
    const refused = expectProblem(await second.post('/api/door/enter', { takeOver: true }));
    expect(refused.code).toBe('door.identification-required');
  });

  it.each(['required', 'offered'] as const)(
    'keeps the place of who identified as the booked person, also while their line is down (%s)',
    async (level) => {
      const visit = await bookedVisit(api, world[level]);
      const { client, link, visitId, participantId } = visit;
      await openDoor(client, link);
      const [sessionId = ''] = await sessionIdsOf(api, participantId);
      await identify(api, { visitId, participantId, sessionId });
      await enter(client);
      const comeAs = async (...result: ['different-name'] | []) => {
        const before = await sessionIdsOf(api, participantId);
        const other = api.client();
        await openDoor(other, link);
        const sessions = await sessionIdsOf(api, participantId);
        const theirs = sessions.find((id) => !before.includes(id)) ?? '';
        await identify(api, { visitId, participantId, sessionId: theirs }, ...result);
        return other;
      };
      const stranger = await comeAs('different-name');
      for (const takeOver of [false, true]) {
        const refused = expectProblem(await stranger.post('/api/door/enter', { takeOver }));
        expect(refused).toMatchObject({ code: 'door.held-by-identified', status: 409 });
      }
      await expect(doorSession(client)).resolves.toMatchObject({ admission: 'waiting' });
      // The same person goes on with another device of theirs.
      await enter(await comeAs(), true);
      await expect(doorSession(client)).resolves.toMatchObject({ admission: 'outside' });
    },
  );

  it('does not want it where the service only offers it', async () => {
    const visit = await bookedVisit(api, world.offered);
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    await expect(seen(visit)).resolves.toMatchObject({ admission: 'waiting', verdict: null });
  });

  it('lets a second browser wait anew, although the first was let in', async () => {
    const visit = await bookedVisit(api, world.service);
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    const { arrivalId } = await seen(visit);
    await admit(visit);
    const second = api.client();
    await openDoor(second, visit.link);
    await enter(second);
    await expect(seen(visit)).resolves.toMatchObject({ admission: 'waiting' });
    await expect(doorSession(visit.client)).resolves.toMatchObject({ admission: 'outside' });
    const stale = await admit(visit, arrivalId);
    expect(expectProblem(stale).code).toBe('visit.arrival-changed');
    await expect(doorSession(second)).resolves.toMatchObject({ admission: 'waiting' });
  });

  it('keeps a second browser out while the first is connected, unless it takes over', async () => {
    const visit = await bookedVisit(api, world.service);
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    await connect(visit);
    const second = api.client();
    await expect(openDoor(second, visit.link)).resolves.toMatchObject({ inUseElsewhere: true });
    const problem = expectProblem(await second.post('/api/door/enter', {}));
    expect(problem).toMatchObject({ code: 'door.in-use-elsewhere', status: 409 });
    await enter(visit.client);
    await enter(second, true);
    await expect(doorSession(second)).resolves.toMatchObject({ inUseElsewhere: false });
    // The connection of the browser that was pushed out is not taken for the new one's.
    await expect(seen(visit)).resolves.toMatchObject({ connected: false });
    await connect(visit);
    const first = expectProblem(await visit.client.post('/api/door/enter', {}));
    expect(first.code).toBe('door.in-use-elsewhere');
  });

  it.each([
    [
      'hung up',
      async (seat: Awaited<ReturnType<typeof connect>>) =>
        api.get(MeetingAdmission).disconnected(seat),
    ],
    [
      'was on a node that died',
      async () => {
        await silence(api, nodeId, '6 seconds');
        await announceNode(api);
      },
    ],
  ])('lets a second browser in once the first %s', async (_, happens) => {
    const visit = await bookedVisit(api, world.service);
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    await happens(await connect(visit));
    const second = api.client();
    await openDoor(second, visit.link);
    await enter(second);
    await expect(doorSession(second)).resolves.toMatchObject({ admission: 'waiting' });
  });

  it('can be left; the session is over and the link still good', async () => {
    const visit = await bookedVisit(api, world.service);
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    const cookie = visit.client.cookies.get('__Host-tapaamo-door') ?? '';
    const answer = await visit.client.post('/api/door/leave');
    expect(answer.status).toBe(200);
    expect(answer.setCookies[0]).toMatch(/^__Host-tapaamo-door=;.*Expires=Thu, 01 Jan 1970/);
    await expect(seen(visit)).resolves.toMatchObject({ admission: 'left', arrivalId: null });
    visit.client.cookies.set('__Host-tapaamo-door', cookie);
    expect(expectProblem(await visit.client.get('/api/door')).code).toBe('door.session-required');
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    await expect(seen(visit)).resolves.toMatchObject({ admission: 'waiting', arrivedAt: NOW });
  });

  it('is closed to everybody once the visit has ended', async () => {
    const visit = await bookedVisit(api, world.service);
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    await visit.professional.post(visitPath(visit.visitId, '/end'));
    for (const answer of [
      await visit.client.post('/api/door/enter', {}),
      await visit.client.post('/api/door/enter', { takeOver: true }),
      await visit.client.post('/api/identification/start'),
      await admit(visit),
      await visit.professional.post(visitPath(visit.visitId, '/meeting-access')),
    ]) {
      expect(expectProblem(answer)).toMatchObject({ code: 'visit.ended', status: 409 });
    }
    await expect(doorSession(visit.client)).resolves.toMatchObject({ view: { state: 'ended' } });
  });

  it('fills at the full hour without clients standing in each other’s way', async () => {
    const visits: BookedVisit[] = [];
    for (let count = 0; count < 24; count += 1) {
      visits.push(await bookedVisit(api, world.required));
    }
    for (const { client, link, visitId, participantId } of visits) {
      await openDoor(client, link);
      const [sessionId = ''] = await sessionIdsOf(api, participantId);
      await identify(api, { visitId, participantId, sessionId });
    }
    const answers = await Promise.all(
      visits.map(({ client }) => client.post('/api/door/enter', {})),
    );
    expect(answers.map(({ status }) => status)).toEqual(visits.map(() => 200));
  });

  // Europe/Helsinki: an ordinary night, and those before which and after which clocks change.
  it.each([
    ['2027-02-10', '2027-02-11', '2027-02-10T21:55:00Z'],
    ['2027-03-27', '2027-03-28', '2027-03-27T21:55:00Z'],
    ['2027-03-28', '2027-03-29', '2027-03-28T20:55:00Z'],
    ['2027-10-30', '2027-10-31', '2027-10-30T20:55:00Z'],
    ['2027-10-31', '2027-11-01', '2027-10-31T21:55:00Z'],
  ])('shows who is there on both sides of midnight (%s to %s)', async (before, after, at) => {
    api.clock.set(at);
    await announceNode(api);
    const late = await bookedVisit(api, world.service, { date: before, time: '23:55' });
    const early = await bookedVisit(api, world.service, { date: after, time: '00:05' });
    const there = async ({ professional }: BookedVisit) =>
      expectAnswer(
        await professional.get('/api/bookings/arrived'),
        200,
        bookingListSchema,
      ).bookings.map(({ visitId, client }) => ({ visitId, client: client?.name }));
    expect(await there(early)).toEqual([]);
    for (const visit of [late, early]) {
      await openDoor(visit.client, visit.link);
      await enter(visit.client);
    }
    const shown = ({ visitId }: BookedVisit) => [{ visitId, client: 'Aino Virtanen' }];
    expect([await there(late), await there(early)]).toEqual([shown(late), shown(early)]);
    api.clock.advance(10 * 60_000);
    expect([await there(late), await there(early)]).toEqual([shown(late), shown(early)]);
    expect((await late.professional.post(visitPath(late.visitId, '/end'))).status).toBe(204);
    expect(await there(late)).toEqual([]);
    // Who has left is not there, though nobody has ended the visit.
    const node = await announceNode(api);
    await report(api, 'left', { ...early, nodeId: node, role: 'client' });
    expect(await there(early)).toEqual([]);
    await enter(early.client);
    expect(await there(early)).toEqual(shown(early));
  });
});
