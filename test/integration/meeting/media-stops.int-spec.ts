import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { meetingAccessSchema, type MeetingAccess } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { StaffSessionService } from '@tapaamo/professional';
import { VisitChanges } from '@tapaamo/visit';
import { operate } from '../../../apps/job-runner/src/operator/operate.js';
import { expectAnswer, type ApiClient } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { comeIn, enter, openDoor, visitPath } from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';
import { BareCaller, bareTransports, instant } from './support/bare-transports.js';
import { MeetingNode } from './support/meeting-node.js';

/** How often a node looks after its meetings. */
const SWEEP_MS = 5_000;

/** From the cause to the last packet, in milliseconds. */
const MOST_MS = 1_000;

describe('Media of who may not be in a meeting any more', () => {
  let api: TestApi;
  let node: MeetingNode;
  let world: TestOrganisation;
  let visit: BookedVisit;
  let admin: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    node = await MeetingNode.start({ beside: api });
    bareTransports(node);
  });
  beforeEach(async () => {
    api.clock.set(NOW);
    world = await buildWorld(api.dataSource);
    visit = await bookedVisit(api, world.service);
    admin = api.client();
    await admin.signIn(world.admin.email);
  });
  afterAll(async () => {
    await node.stop();
    await api.close();
  });

  const done = async (asked: ReturnType<ApiClient['post']>) =>
    expect([200, 204]).toContain((await asked).status);

  /** A call of the professional and the client, who hear each other. */
  const call = async () => {
    await comeIn(api, visit);
    const answer = await visit.professional.post(visitPath(visit.visitId, '/meeting-access'));
    const sides = [expectAnswer(answer, 200, meetingAccessSchema), await enter(visit.client)];
    const [professional, client] = await Promise.all(
      sides.map(async (access: MeetingAccess) => BareCaller.join(await node.open(access))),
    );
    await Promise.all([professional!.hears(), client!.hears()]);
    return { professional: professional!, client: client! };
  };

  const CAUSES: [string, () => Promise<unknown>][] = [
    ['the visit is ended for all', () => done(visit.professional.post(path('/end')))],
    ['the client’s link is replaced', () => done(visit.professional.post(ofClient('/link/renew')))],
    ['another browser of the client’s takes over', () => takeOver()],
    ['the client leaves at the door', () => done(visit.client.post('/api/door/leave'))],
    ['the professional signs out', () => done(visit.professional.post('/api/sign-out'))],
    [
      'the professional’s account is closed',
      () => done(admin.post(`/api/staff/${visit.account.id}/deactivate`)),
    ],
    ['the sign-in provider vouches for nobody any more', () => endSessionsOfProvider()],
    ['the organisation is disabled', () => disable()],
  ];
  const path = (rest: string) => visitPath(visit.visitId, rest);
  const ofClient = (rest: string) => path(`/participants/${visit.participantId}${rest}`);
  const takeOver = async () => {
    const other = api.client();
    await openDoor(other, visit.link);
    await enter(other, true);
  };
  const endSessionsOfProvider = async () => {
    const { organisationId } = world;
    await api
      .get(OrganisationScope)
      .of(organisationId, (tx) =>
        api.get(StaffSessionService).endAllBy(tx, organisationId, 'password'),
      );
  };
  const disable = () =>
    operate(['organisation', 'disable', '--organisation', world.organisationId], () => api.config, {
      clock: api.clock,
    });

  it.each(CAUSES)('stops within a second, both ways, when %s', async (_, happens) => {
    const { professional, client } = await call();
    await happens();
    await expectStopped([professional, client], instant());
  });

  it('stops within a second when the session that held the seat for long after its end may not any more', async () => {
    const { professional, client } = await call();
    // The visit is booked until 8.45; a session that ran out in it holds the seat for an hour more.
    api.clock.set('2027-02-10T09:44:59.500Z');
    await api.dataSource.query('UPDATE staff_session SET expires_at = $1', [
      new Date('2027-02-10T08:30:00.000Z'),
    ]);
    await api.get(VisitChanges).announce(api.dataSource.manager, {
      organisationId: world.organisationId,
      visitId: visit.visitId,
    });
    await Promise.all([professional.hears(), client.hears()]);
    api.clock.set('2027-02-10T09:45:00.000Z');
    await expectStopped([professional, client], instant());
  });
});

describe('Media of a meeting whose node is not told, or cannot read', () => {
  let node: MeetingNode;
  let sweep: () => void;

  beforeAll(async () => {
    const set = jest.spyOn(globalThis, 'setInterval');
    node = await MeetingNode.start();
    const sweeping = set.mock.calls.find(([, ms]) => ms === SWEEP_MS);
    sweep = sweeping?.[0] as () => void;
    set.mockRestore();
    bareTransports(node);
  });
  afterEach(() => {
    node.visits.isReachable = true;
  });
  afterAll(async () => {
    await node.stop();
  });

  const call = async () => {
    const { people, professional, client } = await node.openPair();
    const sides = await Promise.all([professional, client].map((one) => BareCaller.join(one)));
    await Promise.all(sides.map((side) => side.hears()));
    return { people, sides, client };
  };
  const sentBack = { admission: 'waiting' } as const;
  const stops = (sides: BareCaller[]) => expectStopped(sides, instant());

  it.each([
    ['sent back to wait', { admission: 'waiting' }],
    ['shown out', { admission: 'outside' }],
    ['left', { admission: 'left' }],
    ['of an ended session', { sessionIds: [] }],
    ['replaced by another session', { sessionIds: [randomUUID()] }],
  ] as const)('stops within a second for who is %s', async (_, change) => {
    const { people, sides } = await call();
    node.visits.change(people.client, change);
    await stops(sides);
  });

  it('stops with the reading that comes by itself when the notification was lost', async () => {
    const { people, sides } = await call();
    node.visits.loseNotifications(() => node.visits.change(people.client, sentBack));
    await Promise.all(sides.map((side) => side.hears()));
    // Four sweeps, five seconds apart: twenty seconds at most.
    Array.from({ length: 4 }, () => sweep());
    await stops(sides);
  });

  it('goes on while the database is away, and stops within a second once it is back', async () => {
    const { people, sides } = await call();
    node.visits.isReachable = false;
    node.visits.change(people.client, sentBack);
    await Promise.all(sides.map((side) => side.hears()));
    node.visits.isReachable = true;
    node.visits.tell(null);
    await stops(sides);
  });

  it('stops at the instant at which the visit is otherwise by the clock alone, though nobody tells', async () => {
    const { people, sides } = await call();
    node.visits.changeAt(people.client.visitId, new Date(instant() + 300));
    await Promise.all(sides.map((side) => side.hears()));
    node.visits.loseNotifications(() => node.visits.change(people.client, sentBack));
    await stops(sides);
  });
});

/** Nothing comes any more from a second after an instant on. */
async function expectStopped(sides: BareCaller[], since: number): Promise<void> {
  const last = await Promise.all(sides.map((side) => side.lastCameAt()));
  sides.forEach((side) => side.stop());
  expect(Math.max(...last) - since).toBeLessThan(MOST_MS);
}
