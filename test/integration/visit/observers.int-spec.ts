import { Participant, MeetingAdmission } from '@tapaamo/visit';
import { expectProblem } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import {
  announceNode,
  doorSession,
  enter,
  identify,
  openDoor,
  readVisit,
  sessionIdsOf,
  sessionOf,
  visitPath,
} from '../../support/door.js';
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
import { IsNull } from 'typeorm';
import { buildWorld, type TestOrganisation } from '../../support/world.js';
import { withdrawAnswers } from '../../../libs/visit/src/people/withdraw-answers.js';

describe('a student who would like to follow a visit', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let visit: VisitOfMany;
  let student: Person;
  let nodeId: string;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    nodeId = await announceNode(api);
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

  /** Comes, and is let in: from then on it is sure who they are. */
  const comeIn = async (person: Person) => {
    await arrive(person);
    expect((await letIn(api, visit, person)).status).toBe(204);
  };
  const askedOf = async ({ client }: Person) => (await doorSession(client)).observers;

  it('is not let in before the client’s yes, and is after it', async () => {
    const client = visit.person('client');
    await arrive(student);
    await comeIn(client);
    expect(await askedOf(client)).toEqual([
      { participantId: student.participantId, number: 1, agreed: null },
    ]);
    expect(expectProblem(await letIn(api, visit, student)).code).toBe('visit.observer-not-agreed');
    expect((await answer(client, false)).status).toBe(204);
    expect(expectProblem(await letIn(api, visit, student)).code).toBe('visit.observer-not-agreed');
    expect(await seat()).toBe('waiting');
    expect((await doorSession(student.client)).agreed).toBe(false);
    expect((await answer(client, true)).status).toBe(204);
    expect((await doorSession(student.client)).agreed).toBe(true);
    expect((await letIn(api, visit, student)).status).toBe(204);
    expect(await seat()).toBe('admitted');
    const { participants } = await readVisit(visit.professional, visit.visitId);
    expect(participants.find(({ role }) => role === 'observer')).toMatchObject({
      agreed: true,
      answers: [{ participantId: client.participantId, agreed: true }],
      observerNumber: 1,
    });
  });

  it('is out at once when the yes is taken back', async () => {
    const client = visit.person('client');
    await arrive(student);
    await comeIn(client);
    await answer(client, true);
    await letIn(api, visit, student);
    expect((await answer(client, false)).status).toBe(204);
    expect(await seat()).toBe('waiting');
    expect(expectProblem(await letIn(api, visit, student)).code).toBe('visit.observer-not-agreed');
  });

  it.each([
    ['nobody has identified', null],
    ['another name was identified', 'different-name'],
  ] as const)('is no question, and no answer counts, where %s', async (_, verdict) => {
    const client = visit.person('client');
    await openDoor(client.client, client.link);
    if (verdict !== null) {
      const [sessionId = ''] = await sessionIdsOf(api, client.participantId);
      await identify(api, { ...visit, participantId: client.participantId, sessionId }, verdict);
    }
    await enter(client.client);
    expect(await askedOf(client)).toEqual([]);
    expect((await answer(client, true)).status).toBe(404);
    expect((await row()).agreed).toBeNull();
    const reason = verdict === null ? undefined : 'known-person';
    expect((await letIn(api, visit, client, reason)).status).toBe(204);
    expect(await askedOf(client)).toHaveLength(1);
    expect((await answer(client, true)).status).toBe(204);
    expect((await row()).agreed).toBe(true);
  });

  it('is a question to who waits and was identified as the client', async () => {
    const client = visit.person('client');
    await openDoor(client.client, client.link);
    const [sessionId = ''] = await sessionIdsOf(api, client.participantId);
    await identify(api, { ...visit, participantId: client.participantId, sessionId });
    expect((await answer(client, true)).status).toBe(404);
    await enter(client.client);
    expect(await askedOf(client)).toHaveLength(1);
    expect((await answer(client, true)).status).toBe(204);
    expect((await row()).agreed).toBe(true);
  });

  it('is told from another student by a number, which stays when one is removed', async () => {
    const other = { ...STUDENT, name: 'Outi Opiskelija', email: 'outi@example.fi' };
    await booked({ participants: [STUDENT, other] });
    const client = visit.person('client');
    await comeIn(client);
    const [first, second] = await askedOf(client);
    expect([first?.number, second?.number]).toEqual([1, 2]);
    await answer(client, true, second?.participantId);
    const path = visitPath(visit.visitId, `/participants/${first?.participantId ?? ''}/remove`);
    expect((await visit.professional.post(path)).status).toBe(204);
    expect(await askedOf(client)).toEqual([
      { participantId: second?.participantId, number: 2, agreed: true },
    ]);
  });

  it('leaves an instant and an entry of the audit log, and no name', async () => {
    const client = visit.person('client');
    await comeIn(client);
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
      const client = visit.person('client');
      await comeIn(client);
      await answer(client, true);
      const person = visit.person(role);
      await comeIn(person);
      await answer(client, false);
      expect((await doorSession(person.client)).observers).toEqual([]);
      expect((await answer(person, true)).status).toBe(404);
      expect((await row()).agreed).toBe(false);
    },
  );

  it('needs the yes of who has come: a link alone says nothing', async () => {
    const client = visit.person('client');
    await openDoor(client.client, client.link);
    expect((await answer(client, true)).status).toBe(404);
    await comeIn(client);
    const { participantId } = visit.person('interpreter');
    expect((await answer(client, true, participantId)).status).toBe(404);
    expect((await row()).agreed).toBeNull();
  });

  it.each(['moved', 'renewed'] as const)(
    'is asked about anew when the visit is %s',
    async (change) => {
      const client = visit.person('client');
      await arrive(student);
      await openDoor(client.client, client.link);
      const [sessionId = ''] = await sessionIdsOf(api, client.participantId);
      await identify(api, { ...visit, participantId: client.participantId, sessionId });
      await enter(client.client);
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

  describe('of a child', () => {
    let [child, mother, father]: Person[] = [];

    beforeEach(async () => {
      const changes = { ...CHILD, clientPhone: '+358402000009' };
      await booked({ ...changes, participants: [MOTHER, FATHER, STUDENT] });
      child = visit.person('client');
      [mother, father] = visit.people.filter(({ role }) => role === 'guardian');
      await arrive(student);
    });

    const say = async (who: Person | undefined, agreed: boolean) => {
      expect(who && (await answer(who, agreed)).status).toBe(204);
      return (await row()).agreed;
    };

    it('needs a guardian’s yes: the child’s own is not enough', async () => {
      await comeIn(child!);
      expect(await askedOf(child!)).toHaveLength(1);
      expect(await say(child, true)).toBeNull();
      await comeIn(mother!);
      expect(await say(mother, true)).toBe(true);
    });

    it('is refused by the child, whatever guardians say, until the child takes it back', async () => {
      await comeIn(mother!);
      await comeIn(child!);
      expect(await say(mother, true)).toBe(true);
      await letIn(api, visit, student);
      expect(await say(child, false)).toBe(false);
      expect(await seat()).toBe('waiting');
      expect(await say(mother, true)).toBe(false);
      expect(await say(child, true)).toBe(true);
    });

    it.each(['before', 'after'])(
      'is refused by one guardian, %s the other’s yes',
      async (order) => {
        await comeIn(mother!);
        await comeIn(father!);
        const [first, second] = order === 'before' ? [father, mother] : [mother, father];
        await say(first, first === mother);
        expect(await say(second, second === mother)).toBe(false);
        expect(await say(mother, true)).toBe(false);
        expect(await say(father, true)).toBe(true);
      },
    );

    it('needs every guardian who is there, and not who is not', async () => {
      await comeIn(mother!);
      expect(await say(mother, true)).toBe(true);
      await letIn(api, visit, student);
      await arrive(father!);
      expect(await row()).toMatchObject({ agreed: null, admission: 'waiting' });
      expect(expectProblem(await letIn(api, visit, student)).code).toBe(
        'visit.observer-not-agreed',
      );
      expect((await father!.client.post('/api/door/leave')).status).toBe(200);
      expect((await row()).agreed).toBe(true);
    });

    it('is settled anew when a guardian leaves the meeting', async () => {
      await comeIn(mother!);
      await comeIn(father!);
      expect(await say(mother, true)).toBeNull();
      const { participantId } = father!;
      const sessionId = await sessionOf(api, participantId);
      const line = { ...world, visitId: visit.visitId, participantId, sessionId, nodeId };
      await api.get(MeetingAdmission).left({ ...line, role: 'guardian' });
      expect((await row()).agreed).toBe(true);
    });

    it('is asked about anew when the guardian who said yes is removed', async () => {
      await comeIn(mother!);
      await say(mother, true);
      await letIn(api, visit, student);
      const path = visitPath(visit.visitId, `/participants/${mother!.participantId}/remove`);
      expect((await visit.professional.post(path)).status).toBe(204);
      expect(await row()).toMatchObject({ agreed: null, admission: 'waiting' });
    });

    it.each(['remove', 'link/renew'])('stays refused when who refused goes by %s', async (act) => {
      await comeIn(mother!);
      await comeIn(father!);
      await say(mother, true);
      await say(father, false);
      const path = visitPath(visit.visitId, `/participants/${father!.participantId}/${act}`);
      expect((await visit.professional.post(path)).status).toBe(204);
      expect(await say(mother, true)).toBe(false);
    });

    const removed = async (person: Person) => {
      const path = visitPath(visit.visitId, `/participants/${person.participantId}/remove`);
      expect((await visit.professional.post(path)).status).toBe(204);
    };
    const invitedAnew = async () => {
      const path = visitPath(visit.visitId, '/participants');
      expect((await visit.professional.post(path, STUDENT)).status).toBeLessThan(300);
      return api.dataSource.manager.findOneByOrFail(Participant, {
        visitId: visit.visitId,
        role: 'observer',
        removedAt: IsNull(),
      });
    };

    it('is not asked for again as somebody else: a no holds until that person says yes', async () => {
      await comeIn(mother!);
      await comeIn(father!);
      await say(father, false);
      await removed(student);
      const next = await invitedAnew();
      const read = () => api.dataSource.manager.findOneByOrFail(Participant, { id: next.id });
      expect((await answer(mother!, true, next.id)).status).toBe(204);
      expect(await read()).toMatchObject({ agreed: false });
      expect((await answer(father!, true, next.id)).status).toBe(204);
      expect(await read()).toMatchObject({ agreed: true });
    });

    it('stays refused at another time by who refused and was removed', async () => {
      await comeIn(father!);
      await say(father, false);
      await removed(father!);
      await api.dataSource.transaction((tx) => withdrawAnswers(tx, visit.visitId));
      await comeIn(mother!);
      expect(await say(mother, true)).toBe(false);
    });
  });
});
