import type { Visit } from '@tapaamo/contracts';
import { MeetingAdmission, Participant } from '@tapaamo/visit';
import { expectProblem } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { announceNode, arrivalOf, readVisit, silence, visitPath } from '../../support/door.js';
import { MOTHER, STUDENT, arrive, visitOfMany, type VisitOfMany } from '../../support/people.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('speaking alone with somebody', () => {
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

  const post = ({ professional, visitId }: VisitOfMany, rest: string, body?: unknown) =>
    professional.post(visitPath(visitId, rest), body);

  /** A client and a guardian are in the meeting with the professional, and a colleague with whom it is shared. */
  const together = async () => {
    const visit = await visitOfMany(api, world.offered, {
      participants: [MOTHER, STUDENT],
    });
    for (const role of ['client', 'guardian'] as const) {
      const one = visit.person(role);
      await arrive(one);
      const seen = await arrivalOf(api, { visitId: visit.visitId, ...one });
      const admitted = await post(visit, `/participants/${one.participantId}/admit`, seen);
      expect(admitted.status).toBe(204);
    }
    const shared = await post(visit, '/shares', { professionalId: world.colleague.id });
    expect(shared.status).toBeLessThan(300);
    const colleague = api.client();
    await colleague.signIn(world.colleague.email);
    for (const staff of [visit.professional, colleague]) {
      expect((await staff.post(visitPath(visit.visitId, '/meeting-access'))).status).toBe(200);
    }
    await connect(visit, visit.account.id);
    return { ...visit, colleague };
  };
  const ownOf = async ({ visitId }: VisitOfMany, professionalId: string) =>
    api.dataSource.manager.findOneByOrFail(Participant, { visitId, professionalId });
  const connect = async (visit: VisitOfMany, professionalId: string) => {
    const { organisationId } = world;
    const { id: participantId } = await ownOf(visit, professionalId);
    const { visitId } = visit;
    const role = 'professional' as const;
    const seat = { organisationId, visitId, participantId, role, sessionId: participantId, nodeId };
    await api.get(MeetingAdmission).connected(seat);
  };
  const withClient = (visit: VisitOfMany) => ({
    participantId: visit.person('client').participantId,
  });
  /** Where each stands as a meeting node reads it: staff of whom there are two by name. */
  const standing = async (visit: VisitOfMany) => {
    const { organisationId } = world;
    const { visitId } = visit;
    const read = await api.get(MeetingAdmission).read({ organisationId, visitId });
    const own = (await ownOf(visit, visit.account.id)).id;
    const named = read?.participants.map(({ participantId, role, admission, because }) => {
      const name = role === 'professional' ? (participantId === own ? 'own' : 'colleague') : role;
      return [name, `${admission} ${String(because)}`];
    });
    return Object.fromEntries(named ?? []) as Record<string, string>;
  };
  const aloneOf = async (
    visit: VisitOfMany,
    reader = visit.professional,
  ): Promise<Visit['alone']> => (await readVisit(reader, visit.visitId)).alone;

  it('lets everybody else wait, staff too, until they are brought back', async () => {
    const visit = await together();
    const before = await standing(visit);
    expect((await post(visit, '/alone', withClient(visit))).status).toBe(204);
    expect(await standing(visit)).toEqual({
      client: 'admitted alone',
      own: 'admitted alone',
      guardian: 'waiting set-apart',
      colleague: 'waiting set-apart',
      observer: 'outside null',
    });
    expect(await aloneOf(visit)).toMatchObject({
      withId: visit.person('client').participantId,
      mayEnd: true,
    });
    expect((await post(visit, '/alone/end')).status).toBe(204);
    expect(await standing(visit)).toEqual(before);
    expect(await aloneOf(visit)).toBeNull();
    const events = (await entriesOf(api, world.organisationId)).map(({ event }) => event);
    expect(events.filter((event) => event.startsWith('visit.alone'))).toEqual([
      'visit.alone-begun',
      'visit.alone-ended',
    ]);
  });

  it('keeps out who is let in, joins or comes back meanwhile', async () => {
    const visit = await together();
    const guardian = visit.person('guardian');
    const path = `/participants/${guardian.participantId}`;
    await post(visit, `${path}/send-back`);
    await post(visit, '/alone', withClient(visit));
    const seen = await arrivalOf(api, { visitId: visit.visitId, ...guardian });
    expect((await post(visit, `${path}/admit`, seen)).status).toBe(204);
    await arrive(guardian);
    await connect(visit, world.colleague.id);
    expect(await standing(visit)).toMatchObject({
      guardian: 'waiting set-apart',
      colleague: 'waiting set-apart',
    });
  });

  it('is ended by who began alone, also while their line is lost; by another once they are away', async () => {
    const visit = await together();
    await post(visit, '/alone', withClient(visit));
    const end = () => visit.colleague.post(visitPath(visit.visitId, '/alone/end'));
    const begin = () =>
      visit.colleague.post(visitPath(visit.visitId, '/alone'), {
        participantId: visit.person('guardian').participantId,
      });
    expect(expectProblem(await end())).toMatchObject({
      code: 'visit.alone-by-another',
      status: 409,
    });
    await silence(api, nodeId, '119 seconds');
    expect(expectProblem(await end()).code).toBe('visit.alone-by-another');
    expect(expectProblem(await begin()).code).toBe('visit.alone-by-another');
    expect(await aloneOf(visit, visit.colleague)).toMatchObject({ mayEnd: false });
    expect(await standing(visit)).toMatchObject({ colleague: 'waiting set-apart' });
    await silence(api, nodeId, '121 seconds');
    expect(await aloneOf(visit, visit.colleague)).toMatchObject({ mayEnd: true });
    expect((await end()).status).toBe(204);
    expect(await standing(visit)).toMatchObject({ guardian: 'admitted null' });
  });

  it('is with who takes part and can be heard only', async () => {
    const visit = await together();
    const student = { participantId: visit.person('observer').participantId };
    expect(expectProblem(await post(visit, '/alone', student)).code).toBe(
      'access.denied-or-missing',
    );
    const own = { participantId: (await ownOf(visit, visit.account.id)).id };
    expect(expectProblem(await post(visit, '/alone', own)).code).toBe('access.denied-or-missing');
    const other = await together();
    const foreign = withClient(other);
    expect(expectProblem(await post(visit, '/alone', foreign)).code).toBe(
      'access.denied-or-missing',
    );
    const sentBack = await post(visit, `/participants/${foreign.participantId}/send-back`);
    expect(expectProblem(sentBack).code).toBe('access.denied-or-missing');
    const guardian = { participantId: visit.person('guardian').participantId };
    await post(visit, `/participants/${guardian.participantId}/send-back`);
    expect(expectProblem(await post(visit, '/alone', guardian))).toMatchObject({
      code: 'visit.not-in-meeting',
      status: 409,
    });
    expect(await aloneOf(visit)).toBeNull();
  });

  it('with nobody goes on when the one is sent back, and lets nobody else hear', async () => {
    const visit = await together();
    await post(visit, '/alone', withClient(visit));
    await post(visit, `/participants/${withClient(visit).participantId}/send-back`);
    expect(await standing(visit)).toMatchObject({
      client: 'waiting sent-back',
      guardian: 'waiting set-apart',
    });
  });
});
