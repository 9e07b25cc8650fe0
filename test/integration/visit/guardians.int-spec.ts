import { BookingRow } from '@tapaamo/booking';
import { IdentificationRow } from '@tapaamo/identification';
import { MeetingAdmission, Participant, VisitRow } from '@tapaamo/visit';
import { expectProblem } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookingRequest } from '../../support/builders/booking-builder.js';
import { buildService } from '../../support/builders/organisation-builder.js';
import {
  announceNode,
  arrivalOf,
  enter,
  identify,
  openDoor,
  readVisit,
  sessionIdsOf,
  visitPath,
} from '../../support/door.js';
import {
  arrive,
  CHILD,
  FATHER,
  INTERPRETER,
  letIn,
  MOTHER,
  visitOfMany,
  type Person,
  type VisitOfMany,
} from '../../support/people.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** A guardian who is invited on paper. */
const ON_PAPER = { role: 'guardian', name: 'Paavo Virtanen' };

describe('guardians', () => {
  let api: TestApi;
  let world: TestOrganisation;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    await announceNode(api);
  });

  beforeEach(() => api.clock.set(NOW));
  afterAll(() => api.close());

  const minor = { ...CHILD, participants: [MOTHER, FATHER] };
  const remove = ({ professional, visitId }: VisitOfMany, { participantId }: Person) =>
    professional.post(visitPath(visitId, `/participants/${participantId}/remove`));
  const statusOf = async ({ booking }: VisitOfMany) =>
    (await api.dataSource.manager.findOneByOrFail(BookingRow, { id: booking.id })).status;
  /** Everybody who was let in has a line, on a node that lives. */
  const sit = async ({ visitId }: VisitOfMany) => {
    const nodeId = await announceNode(api);
    const rows = await api.dataSource.manager.findBy(Participant, {
      visitId,
      admission: 'admitted',
    });
    for (const { id: participantId, role, sessionId, organisationId } of rows) {
      const place = { organisationId, visitId, participantId, nodeId };
      await api
        .get(MeetingAdmission)
        .connected({ ...place, role, sessionId: sessionId ?? participantId });
    }
  };

  it('are asked to a child’s visit, one at least', async () => {
    const { professional } = await visitOfMany(api, world.service);
    for (const participants of [[], [INTERPRETER]]) {
      const wish = { ...CHILD, clientPhone: '040 123 4567', time: '15:00', participants };
      const refused = await professional.post('/api/bookings', bookingRequest(world.service, wish));
      expect(expectProblem(refused)).toMatchObject({
        code: 'booking.guardian-required',
        fields: [{ field: 'clientIsMinor', code: 'booking.guardian-required' }],
      });
    }
  });

  it('come to no service that is not for minors', async () => {
    const service = await buildService(api.dataSource, world, { minorsAllowed: false });
    const { professional } = await visitOfMany(api, world.service);
    const wish = bookingRequest(service, { ...minor, time: '15:00' });
    expect(expectProblem(await professional.post('/api/bookings', wish)).code).toBe(
      'booking.minors-not-allowed',
    );
  });

  it('are removed but for the last', async () => {
    const [mother, father] = [MOTHER, FATHER];
    const visit = await visitOfMany(api, world.service, {
      ...CHILD,
      participants: [mother, father],
    });
    const [first, second] = visit.people.filter(({ role }) => role === 'guardian');
    if (first === undefined || second === undefined) {
      throw new Error('Two guardians were asked.');
    }
    expect((await remove(visit, first)).status).toBe(204);
    expect(expectProblem(await remove(visit, second)).code).toBe('booking.guardian-required');
  });

  it('are not removed when messages reach no other guardian of a child', async () => {
    const participants = [MOTHER, ON_PAPER];
    const visit = await visitOfMany(api, world.service, { ...CHILD, participants });
    const mother = visit.person('guardian');
    expect(expectProblem(await remove(visit, mother)).code).toBe('visit.reachable-guardian-needed');
    const { participants: seen } = await readVisit(visit.professional, visit.visitId);
    expect(seen.map(({ id }) => id)).toContain(mother.participantId);
    const path = visitPath(visit.visitId, '/participants');
    expect((await visit.professional.post(path, FATHER)).status).toBe(204);
    expect((await remove(visit, mother)).status).toBe(204);
  });

  it('are removed from the visit of a child where none was ever reached by messages', async () => {
    const participants = [ON_PAPER, { ...ON_PAPER, name: 'Päivi Virtanen' }];
    const changes = { ...CHILD, clientPhone: '+358402000009', participants };
    const visit = await visitOfMany(api, world.service, changes);
    const { participants: seen } = await readVisit(visit.professional, visit.visitId);
    const first = seen.find(({ role }) => role === 'guardian');
    const path = visitPath(visit.visitId, `/participants/${first?.id ?? ''}/remove`);
    expect((await visit.professional.post(path)).status).toBe(204);
  });

  it('are removed from a grown-up’s visit as anybody is', async () => {
    const visit = await visitOfMany(api, world.service, { participants: [MOTHER] });
    expect((await remove(visit, visit.person('guardian'))).status).toBe(204);
  });

  describe('of a child without bank codes, where the client must be identified', () => {
    let visit: VisitOfMany;
    let child: Person;

    beforeEach(async () => {
      const changes = { ...CHILD, clientPhone: '+358402000009', participants: [MOTHER] };
      visit = await visitOfMany(api, world.required, changes);
      child = visit.person('client');
    });

    const admit = async (changes: object) =>
      visit.professional.post(
        visitPath(visit.visitId, `/participants/${child.participantId}/admit`),
        { ...(await arrivalOf(api, { ...visit, participantId: child.participantId })), ...changes },
      );

    it('are identified, and the child may be', async () => {
      const mother = visit.person('guardian');
      const levels: unknown[] = [];
      for (const { client, link } of [mother, child]) {
        const { view } = await openDoor(client, link);
        levels.push(view.state === 'open' && view.identificationLevel);
      }
      expect(levels).toEqual(['required', 'offered']);
      const refused = await mother.client.post('/api/door/enter', {});
      expect(expectProblem(refused).code).toBe('door.identification-required');
    });

    it('let the child wait, who is let in with a reason that no log tells', async () => {
      await arrive(child);
      const refused = expectProblem(await admit({}));
      expect([refused.code, refused.fields?.[0]?.field]).toEqual(['visit.reason-needed', 'reason']);
      expect(expectProblem(await admit({ reason: 'Onni on täällä' })).status).toBe(400);
      const { participants } = await readVisit(visit.professional, visit.visitId);
      expect(participants.find(({ role }) => role === 'client')?.admission).toBe('waiting');
      expect((await admit({ reason: 'known-child' })).status).toBe(204);
      const entries = await entriesOf(api, world.organisationId);
      expect(entries.at(-1)).toMatchObject({
        event: 'visit.child-admitted',
        actorId: visit.account.id,
        targetId: child.participantId,
        details: {},
      });
    });

    it('let the child wait, also when somebody else identified by its link', async () => {
      const { participantId, client, link } = child;
      await openDoor(client, link);
      const [sessionId = ''] = await sessionIdsOf(api, participantId);
      await identify(api, { visitId: visit.visitId, participantId, sessionId }, 'different-name');
      await enter(client);
      expect((await admit({ reason: 'known-child' })).status).toBe(204);
      const entries = await entriesOf(api, world.organisationId);
      expect(entries.at(-1)).toMatchObject({
        event: 'visit.child-admitted',
        details: {},
      });
    });

    it('are no reason while none of them is there who was identified', async () => {
      await arrive(child);
      const withGuardian = { reason: 'with-guardian' };
      expect(expectProblem(await admit(withGuardian)).code).toBe('visit.reason-needed');
      const mother = visit.person('guardian');
      await openDoor(mother.client, mother.link);
      const [sessionId = ''] = await sessionIdsOf(api, mother.participantId);
      const whose = { visitId: visit.visitId, participantId: mother.participantId, sessionId };
      await identify(api, whose, 'same-person', { birthDateDiffers: true });
      expect(expectProblem(await admit(withGuardian)).code).toBe('visit.reason-needed');
      await enter(mother.client);
      // Her place is kept, but her line is not there.
      expect(expectProblem(await admit(withGuardian)).code).toBe('visit.reason-needed');
      const nodeId = await announceNode(api);
      const { organisationId } = world;
      await api
        .get(MeetingAdmission)
        .connected({ organisationId, ...whose, role: 'guardian', nodeId });
      // Nor is it proved who she is, as long as the provider's own words contradict each other.
      expect(expectProblem(await admit(withGuardian)).code).toBe('visit.reason-needed');
      await api.dataSource.manager.delete(IdentificationRow, { sessionId });
      await identify(api, whose);
      expect((await admit(withGuardian)).status).toBe(204);
    });

    it('need no reason for a child who was identified', async () => {
      const { participantId, client, link } = child;
      await openDoor(client, link);
      const [sessionId = ''] = await sessionIdsOf(api, participantId);
      await identify(api, { visitId: visit.visitId, participantId, sessionId }, 'different-name');
      await enter(client);
      expect(expectProblem(await admit({})).code).toBe('visit.reason-needed');
      await api.dataSource.manager.clear(IdentificationRow);
      await identify(api, { visitId: visit.visitId, participantId, sessionId });
      expect((await admit({})).status).toBe(204);
      const entries = await entriesOf(api, world.organisationId);
      expect(entries.at(-1)?.event).toBe('visit.client-admitted');
    });
  });

  describe.each([
    ['a child', minor],
    ['a grown-up, as a trustee,', { participants: [MOTHER] }],
  ])('of %s', (_, booked) => {
    let visit: VisitOfMany;
    let mother: Person;

    beforeEach(async () => {
      visit = await visitOfMany(api, world.service, booked);
      mother = visit.person('guardian');
    });

    it('arrive for the client', async () => {
      await arrive(mother);
      expect(await statusOf(visit)).toBe('arrived');
      const path = `/participants/${mother.participantId}/link/renew`;
      await visit.professional.post(visitPath(visit.visitId, path));
      // Nobody of the client's side is there any more.
      expect(await statusOf(visit)).toBe('booked');
    });

    it('met for the client: the visit was held, and when it is forgotten counts from then', async () => {
      const { professional, visitId } = visit;
      await arrive(mother);
      await letIn(api, visit, mother);
      await sit(visit);
      const wish = { version: 1, date: '2027-02-11', time: '12:00', durationMinutes: 30 };
      const moved = await professional.post(visitPath(visitId, '/time'), wish);
      expect(expectProblem(moved).code).toBe('visit.already-met');
      api.clock.set('2027-02-10T09:30:00.000Z');
      expect((await professional.post(visitPath(visitId, '/end'))).status).toBe(204);
      expect(await statusOf(visit)).toBe('fulfilled');
      const row = await api.dataSource.manager.findOneByOrFail(VisitRow, { id: visitId });
      expect(row).toMatchObject({
        lastMetAt: new Date('2027-02-10T09:30:00.000Z'),
        purgeDueAt: new Date('2027-03-10T09:30:00.000Z'),
      });
      expect((await readVisit(professional, visitId)).wasHeld).toBe(true);
      const wrong = { version: 1, outcome: 'noshow', reason: 'not-met' };
      const corrected = await professional.post(visitPath(visitId, '/outcome'), wrong);
      expect(expectProblem(corrected).code).toBe('visit.outcome-impossible');
    });
  });
});
