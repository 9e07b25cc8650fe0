import { meetingAccessSchema } from '@tapaamo/contracts';
import { MeetingAdmission, MeetingTokens, Participant, VisitChanges } from '@tapaamo/visit';
import { expectAnswer, type ApiClient } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { announceNode, visitPath } from '../../support/door.js';
import { eventually } from '../../support/eventually.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const HOUR_MS = 3_600_000;

describe('the session that a professional sits in a meeting with', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let admin: ApiClient;
  let visit: BookedVisit;
  let nodeId: string;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    nodeId = await announceNode(api);
    visit = await bookedVisit(api, world.service);
    admin = api.client();
    await admin.signIn(world.admin.email);
  });

  afterAll(async () => {
    await api.close();
  });

  /** A browser asks for its way into the meeting. @returns The session it would sit with. */
  const sitWith = async (browser: ApiClient): Promise<string> => {
    const answer = await browser.post(visitPath(visit.visitId, '/meeting-access'));
    const { token } = expectAnswer(answer, 200, meetingAccessSchema);
    return (await api.get(MeetingTokens).verify(token)).sessionId;
  };
  const seat = async () => {
    const { organisationId } = world;
    const read = await api.get(MeetingAdmission).read({ organisationId, visitId: visit.visitId });
    const found = read?.participants.find(({ role }) => role === 'professional');
    return { admission: found?.admission, sessionIds: [...(found?.sessionIds ?? [])].sort() };
  };
  const secondDevice = async () => {
    const device = api.client();
    await device.signIn(visit.account.email);
    return device;
  };
  const nobody = { admission: 'outside', sessionIds: [] };

  it('is each that is open, and no other', async () => {
    const sessions = [await sitWith(visit.professional), await sitWith(await secondDevice())];
    expect(await seat()).toEqual({ admission: 'admitted', sessionIds: sessions.sort() });
  });

  it('has no place once it was ended from another device, which keeps its own', async () => {
    const phone = await secondDevice();
    await sitWith(visit.professional);
    await phone.post('/api/account/sessions/end-others');
    expect(await seat()).toEqual({ admission: 'admitted', sessionIds: [await sitWith(phone)] });
  });

  it('has no place once it signed out', async () => {
    await sitWith(visit.professional);
    await visit.professional.post('/api/sign-out');
    expect(await seat()).toEqual(nobody);
  });

  it('has its place to the last millisecond of eight hours without use, and not after', async () => {
    const sessionId = await sitWith(visit.professional);
    api.clock.advance(8 * HOUR_MS - 1);
    expect(await seat()).toEqual({ admission: 'admitted', sessionIds: [sessionId] });
    api.clock.advance(1);
    expect(await seat()).toEqual(nobody);
  });

  it.each([
    [['admin'], nobody.admission],
    [['data-protection-officer', 'admin'], nobody.admission],
    [['team-lead'], 'admitted'],
    [['admin', 'professional'], 'admitted'],
  ])('has a place for who has the roles %j: %s', async (roles, admission) => {
    await sitWith(visit.professional);
    const answer = await admin.post(`/api/staff/${visit.account.id}`, {
      displayName: visit.account.displayName,
      roles,
      version: 1,
    });
    expect(answer.status).toBe(204);
    expect((await seat()).admission).toBe(admission);
  });

  it.each([
    ['ended elsewhere', async (phone: ApiClient) => phone.post('/api/account/sessions/end-others')],
    ['signed out', async () => visit.professional.post('/api/sign-out')],
    [
      'without the role',
      async () =>
        admin.post(`/api/staff/${visit.account.id}`, {
          displayName: 'Sanna',
          roles: ['admin'],
          version: 1,
        }),
    ],
  ])('tells whoever holds the visit when it is %s', async (_, happens) => {
    const phone = await secondDevice();
    await sitWith(visit.professional);
    const { visitId } = visit;
    await api.dataSource.manager.update(
      Participant,
      { visitId, professionalId: visit.account.id },
      { connectedNodeId: nodeId },
    );
    const told: (string | undefined)[] = [];
    const stop = api.get(VisitChanges).onChange((changed) => told.push(changed?.visitId));
    const ref = { organisationId: world.organisationId, visitId };
    await eventually('changes are listened to', async () => {
      await api.get(VisitChanges).announce(api.dataSource.manager, ref);
      return told.includes(visitId);
    });
    told.length = 0;
    await happens(phone);
    await eventually('it is told', () => told.includes(visitId));
    stop();
  });
});
