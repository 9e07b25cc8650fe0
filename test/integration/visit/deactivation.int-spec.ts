import { Professional, StaffChanges } from '@tapaamo/professional';
import { MeetingAdmission, Participant, type VisitRef } from '@tapaamo/visit';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { book } from '../../support/builders/booking-builder.js';
import { announceNode, visitPath } from '../../support/door.js';
import { eventually } from '../../support/eventually.js';
import { hearVisits } from '../../support/meeting-stage.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('a professional whose account is closed', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let visit: BookedVisit;
  let nodeId: string;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    nodeId = await announceNode(api);
  });

  beforeEach(async () => {
    visit = await bookedVisit(api, world.service);
  });

  afterAll(async () => {
    await api.close();
  });

  const staff = async () => {
    const { professionalId } = await seat();
    return { organisationId: world.organisationId, professionalId: professionalId ?? '' };
  };
  const seat = () =>
    api.dataSource.manager.findOneByOrFail(Participant, {
      visitId: visit.visitId,
      role: 'professional',
    });
  const close = async () => {
    const who = await staff();
    await api.dataSource.transaction(async (tx) => {
      const deactivatedAt = api.clock.now();
      await tx.update(Professional, { id: who.professionalId }, { deactivatedAt });
      await api.get(StaffChanges).announce(tx, who);
    });
  };
  const ref = (): VisitRef => ({ organisationId: world.organisationId, visitId: visit.visitId });
  const placeOf = async (role: string) =>
    (await api.get(MeetingAdmission).read(ref()))?.participants.find((one) => one.role === role)
      ?.admission;

  it('has no place in a meeting, and the client keeps theirs', async () => {
    expect(await placeOf('professional')).toBe('admitted');
    const client = await placeOf('client');
    await close();
    expect(await placeOf('professional')).toBe('outside');
    expect(await placeOf('client')).toBe(client);
  });

  it.each([
    ['has a line', () => ({ connectedNodeId: nodeId })],
    ['lost the line or is not written down yet', () => ({ connectedNodeId: null })],
  ])(
    'is told of to whoever holds the visits in which their seat %s, and no other',
    async (_, of) => {
      const elsewhere = await bookedVisit(api, world.service);
      const tomorrow = await book(visit.professional, world.service, { date: '2027-02-11' });
      await api.dataSource.manager.update(Participant, { id: (await seat()).id }, of());
      const { told, stop } = await hearVisits(api, world);
      await close();
      await eventually('it is told', () => told.includes(visit.visitId));
      expect(told).not.toContain(elsewhere.visitId);
      expect(told).not.toContain(tomorrow.visitId);
      stop();
    },
  );

  it('hears nothing more and is asked who they are', async () => {
    const response = await fetch(`${api.origin}/api/visit-changes`, {
      headers: visit.professional.headers(),
    });
    const stream = { over: false };
    const reading = response.text().then(() => (stream.over = true));
    await close();
    await eventually('the stream ends', () => stream.over);
    await reading;
    expect((await visit.professional.get(visitPath(visit.visitId))).status).toBe(401);
    expect((await visit.professional.get('/api/me')).status).toBe(401);
  });
});
