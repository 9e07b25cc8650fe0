import { Participant, MeetingAdmission } from '@tapaamo/visit';
import { expectProblem } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { announceNode, doorSession, openDoor, readVisit, visitPath } from '../../support/door.js';
import {
  arrive,
  CHILD,
  FATHER,
  INTERPRETER,
  letIn,
  MOTHER,
  STUDENT,
  visitOfMany,
  type Person,
  type VisitOfMany,
} from '../../support/people.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('a student who would like to follow a visit', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let visit: VisitOfMany;
  let student: Person;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    await announceNode(api);
  });

  const booked = async (changes: Parameters<typeof visitOfMany>[2]) => {
    api.clock.set(NOW);
    visit = await visitOfMany(api, world.service, changes);
    student = visit.person('observer');
  };
  beforeEach(() => booked({ participants: [STUDENT, INTERPRETER, MOTHER] }));
  afterAll(() => api.close());

  const answer = ({ client }: Person, agreed: boolean, participantId = student.participantId) =>
    client.post('/api/door/observers', { participantId, agreed });
  const row = () =>
    api.dataSource.manager.findOneByOrFail(Participant, { id: student.participantId });
  const seat = async () =>
    (await api.get(MeetingAdmission).read({ ...visit, ...world }))?.participants.find(
      ({ role }) => role === 'observer',
    )?.admission;

  it('is not let in before the client’s yes, and is after it', async () => {
    const client = visit.person('client');
    await arrive(student);
    await arrive(client);
    expect((await doorSession(client.client)).observers).toEqual([
      { participantId: student.participantId, agreed: null },
    ]);
    expect(expectProblem(await letIn(api, visit, student)).code).toBe('visit.observer-not-agreed');
    expect((await answer(client, false)).status).toBe(204);
    expect(expectProblem(await letIn(api, visit, student)).code).toBe('visit.observer-not-agreed');
    expect(await seat()).toBe('waiting');
    expect((await answer(client, true)).status).toBe(204);
    expect((await letIn(api, visit, student)).status).toBe(204);
    expect(await seat()).toBe('admitted');
    const { participants } = await readVisit(visit.professional, visit.visitId);
    expect(participants.find(({ role }) => role === 'observer')?.agreed).toBe(true);
  });

  it('is out at once when the yes is taken back', async () => {
    const client = visit.person('client');
    await arrive(student);
    await arrive(client);
    await answer(client, true);
    await letIn(api, visit, student);
    expect((await answer(client, false)).status).toBe(204);
    expect(await seat()).toBe('waiting');
    expect(expectProblem(await letIn(api, visit, student)).code).toBe('visit.observer-not-agreed');
  });

  it('leaves an instant and an entry of the audit log, and no name', async () => {
    const client = visit.person('client');
    await arrive(client);
    await answer(client, true);
    expect((await row()).answeredAt).toEqual(new Date(NOW));
    expect((await entriesOf(api, world.organisationId)).at(-1)).toMatchObject({
      event: 'observer.agreed',
      actorKind: 'client',
      actorId: client.participantId,
      targetId: student.participantId,
      details: {},
    });
  });

  it('is seen by the database, too: no row lets one in without a yes', async () => {
    await expect(
      api.dataSource.manager.update(
        Participant,
        { id: student.participantId },
        { admission: 'admitted' },
      ),
    ).rejects.toThrow(/participant_observer_let_in/);
  });

  it.each(['guardian', 'interpreter', 'observer'] as const)(
    'is no question to the %s of a grown-up client',
    async (role) => {
      const person = visit.person(role);
      await arrive(person);
      expect((await doorSession(person.client)).observers).toEqual([]);
      expect((await answer(person, true)).status).toBe(404);
      expect((await row()).agreed).toBeNull();
    },
  );

  it('needs the yes of who has come: a link alone says nothing', async () => {
    const client = visit.person('client');
    await openDoor(client.client, client.link);
    expect((await answer(client, true)).status).toBe(404);
    await arrive(client);
    const { participantId } = visit.person('interpreter');
    expect((await answer(client, true, participantId)).status).toBe(404);
    expect((await row()).agreed).toBeNull();
  });

  it.each(['moved', 'renewed'] as const)(
    'is asked about anew when the visit is %s',
    async (change) => {
      const client = visit.person('client');
      await arrive(student);
      await arrive(client);
      await answer(client, true);
      await letIn(api, visit, student);
      const { professional, visitId } = visit;
      if (change === 'moved') {
        const wish = { version: 1, date: '2027-02-11', time: '12:00', durationMinutes: 30 };
        expect((await professional.post(visitPath(visitId, '/time'), wish)).status).toBe(200);
      } else {
        const path = `/participants/${client.participantId}/link/renew`;
        expect((await professional.post(visitPath(visitId, path))).status).toBe(204);
      }
      expect(await row()).toMatchObject({ agreed: null, answeredAt: null });
      expect(await seat()).not.toBe('admitted');
    },
  );

  it('is a question to the guardians of a minor, and not to the child', async () => {
    const child = { ...CHILD, clientPhone: '+358402000009' };
    await booked({ ...child, participants: [MOTHER, FATHER, STUDENT] });
    const [client, mother] = [visit.person('client'), visit.person('guardian')];
    await arrive(client);
    await arrive(mother);
    expect((await answer(client, true)).status).toBe(404);
    expect((await doorSession(mother.client)).observers).toHaveLength(1);
    expect((await answer(mother, true)).status).toBe(204);
    expect((await row()).agreed).toBe(true);
  });

  it('is asked about anew when the guardian who said yes is removed', async () => {
    await booked({ ...CHILD, participants: [MOTHER, FATHER, STUDENT] });
    const mother = visit.person('guardian');
    await arrive(student);
    await arrive(mother);
    await answer(mother, true);
    await letIn(api, visit, student);
    const path = visitPath(visit.visitId, `/participants/${mother.participantId}/remove`);
    expect((await visit.professional.post(path)).status).toBe(204);
    expect(await row()).toMatchObject({ agreed: null, admission: 'waiting' });
  });
});
