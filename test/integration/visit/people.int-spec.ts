import { bookingListSchema, doorViewSchema, PERSONS_MAX } from '@tapaamo/contracts';
import { BookingRow } from '@tapaamo/booking';
import { OutboxMessage } from '@tapaamo/notification';
import { DoorSessionRow, MeetingAdmission, MeetingTokens, Participant } from '@tapaamo/visit';
import { expectAnswer, expectProblem } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookingRequest } from '../../support/builders/booking-builder.js';
import {
  announceNode,
  arrivalOf,
  doorSession,
  enter,
  identify,
  openDoor,
  readVisit,
  visitPath,
} from '../../support/door.js';
import {
  arrive,
  CHILD,
  FATHER,
  FRIEND,
  INTERPRETER,
  letIn,
  MOTHER,
  OUTSIDER,
  peopleOf,
  STUDENT,
  visitOfMany,
  type Person,
  type VisitOfMany,
} from '../../support/people.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const anyId = expect.any(String) as string;

describe('the people of a visit', () => {
  let api: TestApi;
  let runner: TestJobRunner;
  let world: TestOrganisation;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    await api.dataSource.query('TRUNCATE booking CASCADE');
    await announceNode(api);
    runner = await startJobRunner(api);
  });

  afterEach(() => runner.close());
  afterAll(() => api.close());

  const everybody = { participants: [MOTHER, FATHER, INTERPRETER, FRIEND, OUTSIDER, STUDENT] };
  const admissionsOf = async ({ professional, visitId }: VisitOfMany) =>
    (await readVisit(professional, visitId)).participants.map(
      ({ role, admission }) => `${role} ${admission}`,
    );
  const remove = ({ professional, visitId }: VisitOfMany, { participantId }: Person) =>
    professional.post(visitPath(visitId, `/participants/${participantId}/remove`));
  const add = ({ professional, visitId }: VisitOfMany, person: object) =>
    professional.post(visitPath(visitId, '/participants'), person);
  const statusOf = async ({ booking }: VisitOfMany) =>
    (await api.dataSource.manager.findOneByOrFail(BookingRow, { id: booking.id })).status;

  it('have each a link of their own, wait each for themselves, and are let in one by one', async () => {
    const visit = await visitOfMany(api, world.service, everybody);
    expect(new Set(visit.people.map(({ link }) => link)).size).toBe(7);
    for (const person of visit.people) {
      await arrive(person);
    }
    expect(await admissionsOf(visit)).toContain('interpreter waiting');
    expect((await letIn(api, visit, visit.person('guardian'))).status).toBe(204);
    const admissions = await admissionsOf(visit);
    expect(admissions.filter((one) => one.endsWith(' admitted'))).toEqual([
      'guardian admitted',
      'professional admitted',
    ]);
    const entries = await entriesOf(api, world.organisationId);
    expect(entries.at(-1)).toMatchObject({
      event: 'participant.admitted',
      details: { role: 'guardian' },
    });
  });

  it('receive nothing of each other but the part that each plays', async () => {
    const visit = await visitOfMany(api, world.service, { ...CHILD, ...everybody });
    const secrets = [
      'Onni',
      ...everybody.participants.flatMap(({ name, ...contact }) => [
        name,
        ...('phone' in contact ? [contact.phone] : []),
        ...('email' in contact ? [contact.email] : []),
      ]),
    ];
    for (const person of visit.people) {
      const { client, link } = person;
      const looked = await client.post('/api/door/look', { link });
      const opened = await client.post('/api/door/open', { link, language: 'fi' });
      const entered = await client.post('/api/door/enter', {});
      const inside = await client.get('/api/door');
      const calendar = await client.get('/api/door/calendar.ics');
      const told = [looked, opened, entered, inside, calendar].map(({ text }) => text).join();
      expect([person.role, secrets.filter((secret) => told.includes(secret))]).toEqual([
        person.role,
        [],
      ]);
      const staff = await client.get(visitPath(visit.visitId));
      expect(expectProblem(staff).code).toBe('access.sign-in-required');
    }
    // What their meeting node knows, and so what it could tell them.
    const known = await api.get(MeetingAdmission).read({ ...visit, ...world });
    const text = JSON.stringify(known);
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it('are told to their professional: who they are, in which part, and how they are reached', async () => {
    const visit = await visitOfMany(api, world.service, everybody);
    const { participants } = await readVisit(visit.professional, visit.visitId);
    expect(participants.find(({ role }) => role === 'interpreter')).toMatchObject({
      name: 'Omar Ali',
      contact: { phone: '+358402000003', email: null, withheld: false },
      isWrittenTo: true,
      interpreterLanguage: 'so',
      verdict: null,
    });
  });

  it('bring their language to the meeting, of interpreters, and nothing else of what was booked', async () => {
    const visit = await visitOfMany(api, world.service, everybody);
    const tokens = api.get(MeetingTokens);
    const claimed = await Promise.all(
      (['interpreter', 'support-person'] as const).map(async (role) => {
        const { client, link } = visit.person(role);
        await openDoor(client, link);
        return tokens.verify((await enter(client)).token);
      }),
    );
    const ids = { organisationId: anyId, visitId: anyId, participantId: anyId, sessionId: anyId };
    expect(claimed).toEqual([
      { ...ids, role: 'interpreter', interpreterLanguage: 'so' },
      { ...ids, role: 'support-person' },
    ]);
  });

  it('are written to each in their own language', async () => {
    await visitOfMany(api, world.service, {
      participants: [{ ...FATHER, language: 'sv' }, INTERPRETER],
    });
    await runner.deliver();
    const [mail] = runner.mail.record.sent;
    expect(mail).toMatchObject({ to: 'mikko@example.fi' });
    expect(mail?.text).toMatch(/möte/i);
    expect(mail?.text).not.toMatch(/tapaaminen/i);
  });

  it('are identified when they stand for the client, and else let in by hand', async () => {
    const visit = await visitOfMany(api, world.required, everybody);
    const [client, mother] = [visit.person('client'), visit.person('guardian')];
    for (const person of [client, mother]) {
      const { view } = await openDoor(person.client, person.link);
      expect(view).toMatchObject({ identificationLevel: 'required' });
      const refused = await person.client.post('/api/door/enter', {});
      expect(expectProblem(refused).code).toBe('door.identification-required');
    }
    for (const role of ['interpreter', 'support-person', 'observer', 'colleague'] as const) {
      const person = visit.person(role);
      const { view } = await openDoor(person.client, person.link);
      expect(view).toMatchObject({ identificationLevel: 'off' });
      const start = await person.client.post('/api/identification/start');
      expect(expectProblem(start).code).toBe('identification.not-offered');
      expect((await person.client.post('/api/door/enter', {})).status).toBe(200);
    }
    const { participantId } = mother;
    const session = await api.dataSource.manager.findOneByOrFail(DoorSessionRow, { participantId });
    await identify(api, { participantId, visitId: visit.visitId, sessionId: session.id });
    expect((await mother.client.post('/api/door/enter', {})).status).toBe(200);
    const { participants } = await readVisit(visit.professional, visit.visitId);
    expect(participants.find(({ id }) => id === participantId)?.verdict?.result).toBe(
      'same-person',
    );
  });

  it('do not make the client arrive', async () => {
    const visit = await visitOfMany(api, world.service, everybody);
    for (const role of ['interpreter', 'support-person', 'colleague'] as const) {
      await arrive(visit.person(role));
    }
    expect(await statusOf(visit)).toBe('booked');
    await arrive(visit.person('client'));
    expect(await statusOf(visit)).toBe('arrived');
  });

  it('can be added later, and are invited', async () => {
    const visit = await visitOfMany(api, world.service);
    expect((await add(visit, INTERPRETER)).status).toBe(204);
    expect((await add(visit, { role: 'support-person', name: 'Aada Aalto' })).status).toBe(204);
    await runner.deliver();
    expect(runner.sms.record.sent.map(({ to }) => to)).toContain('+358402000003');
    const { participants } = await readVisit(visit.professional, visit.visitId);
    expect(participants.map(({ role, isWrittenTo }) => [role, isWrittenTo])).toEqual([
      ['client', true],
      ['interpreter', true],
      ['support-person', false],
      ['professional', false],
    ]);
  });

  it.each([
    ['an unknown part', { role: 'client', name: 'Aino Laine' }, 'role'],
    [
      'an interpreter without a language',
      { role: 'interpreter', name: 'Omar Ali' },
      'interpreterLanguage',
    ],
    [
      'a language of somebody else',
      { ...FRIEND, interpreterLanguage: 'so' },
      'interpreterLanguage',
    ],
    ['a number that is none', { ...FRIEND, phone: '123' }, 'phone'],
    ['a field that nobody knows', { ...FRIEND, note: 'sairas' }, 'note'],
  ])('are refused with %s, by the name of the field', async (_, person, field) => {
    const visit = await visitOfMany(api, world.service);
    const added = expectProblem(await add(visit, person));
    expect(added.fields?.map((problem) => problem.field)).toEqual([field]);
    const wish = bookingRequest(world.service, { time: '15:00', participants: [FRIEND, person] });
    const booked = expectProblem(await visit.professional.post('/api/bookings', wish));
    expect(booked.fields?.map((problem) => problem.field)).toEqual([`participants.1.${field}`]);
  });

  it(`are ${String(PERSONS_MAX)} at most`, async () => {
    const participants = Array.from({ length: PERSONS_MAX - 1 }, () => FRIEND);
    const visit = await visitOfMany(api, world.service, { participants });
    expect(expectProblem(await add(visit, FRIEND)).code).toBe('visit.too-many-participants');
    const wish = { time: '15:00', participants: [...participants, FRIEND] };
    const booked = await visit.professional.post(
      '/api/bookings',
      bookingRequest(world.service, wish),
    );
    expect(expectProblem(booked).fields?.[0]?.field).toBe('participants');
    expect((await remove(visit, visit.person('support-person'))).status).toBe(204);
    expect((await add(visit, FRIEND)).status).toBe(204);
  });

  it('lose link, session and seat when they are removed, and are told if they had been told', async () => {
    const visit = await visitOfMany(api, world.service, everybody);
    await runner.deliver();
    const interpreter = visit.person('interpreter');
    await arrive(interpreter);
    await letIn(api, visit, interpreter);
    expect((await remove(visit, interpreter)).status).toBe(204);
    expect((await interpreter.client.get('/api/door')).status).toBe(401);
    const { link } = interpreter;
    const look = await interpreter.client.post('/api/door/look', { link });
    expect(expectProblem(look).code).toBe('link.unknown');
    const known = await api.get(MeetingAdmission).read({ ...visit, ...world });
    expect(known?.participants.map(({ role }) => role)).not.toContain('interpreter');
    const row = await api.dataSource.manager.findOneByOrFail(Participant, {
      id: interpreter.participantId,
    });
    expect(row).toMatchObject({ envelope: null, linkHash: null, sessionId: null });
    const { participants } = await readVisit(visit.professional, visit.visitId);
    expect(participants.map(({ role }) => role)).not.toContain('interpreter');
    await runner.deliver();
    const list = await visit.professional.get('/api/bookings?from=2027-02-10&to=2027-02-10');
    const [shown] = expectAnswer(list, 200, bookingListSchema).bookings;
    const told = new Set(shown?.messages.map((message) => message.participantId));
    expect([told.has(interpreter.participantId), told.size]).toEqual([false, 6]);
    const last = runner.sms.record.sent.at(-1);
    expect(last?.to).toBe('+358402000003');
    expect(last?.text).toContain('Et enää osallistu etätapaamiseen');
    expect(last?.text).not.toMatch(/\/v#|peru/);
    for (const how of ['resend', 'renew', 'call-in']) {
      const path = visitPath(
        visit.visitId,
        `/participants/${interpreter.participantId}/link/${how}`,
      );
      expect((await visit.professional.post(path)).status).toBe(404);
    }
  });

  it('hear of their removal though the visit changes before it is sent', async () => {
    const visit = await visitOfMany(api, world.service, everybody);
    await runner.deliver();
    const { participantId } = visit.person('interpreter');
    await remove(visit, visit.person('interpreter'));
    const wish = { version: 1, date: '2027-02-11', time: '12:00', durationMinutes: 30 };
    const moved = await visit.professional.post(visitPath(visit.visitId, '/time'), wish);
    expect(moved.status).toBe(200);
    await runner.deliver();
    const kind = 'removal';
    const told = await api.dataSource.manager.findBy(OutboxMessage, { participantId, kind });
    expect(told.map(({ status }) => status)).toEqual(['sent']);
  });

  it('hear nothing when they are removed before they heard anything', async () => {
    const visit = await visitOfMany(api, world.service, everybody);
    await remove(visit, visit.person('interpreter'));
    await runner.deliver();
    const { participantId } = visit.person('interpreter');
    const messages = await api.dataSource.manager.findBy(OutboxMessage, { participantId });
    expect(messages.map(({ status }) => status)).toEqual(['withdrawn']);
  });

  it('cannot be removed when they are the client or of the staff', async () => {
    const visit = await visitOfMany(api, world.service);
    expect(expectProblem(await remove(visit, visit.person('client'))).code).toBe(
      'visit.client-needed',
    );
    const { participants } = await readVisit(visit.professional, visit.visitId);
    const staff = participants.find(({ role }) => role === 'professional');
    const path = visitPath(visit.visitId, `/participants/${staff?.id ?? ''}/remove`);
    expect((await visit.professional.post(path)).status).toBe(404);
  });

  it('are all told of another time, and outside again until they come for it', async () => {
    const visit = await visitOfMany(api, world.service, everybody);
    await runner.deliver();
    await arrive(visit.person('interpreter'));
    const path = visitPath(visit.visitId, '/time');
    const wish = { version: 1, date: '2027-02-11', time: '12:00', durationMinutes: 30 };
    expect((await visit.professional.post(path, wish)).status).toBe(200);
    expect(await admissionsOf(visit)).not.toContain('interpreter waiting');
    await runner.deliver();
    const changes = await api.dataSource.manager.findBy(OutboxMessage, {
      visitId: visit.visitId,
      kind: 'change',
    });
    expect(new Set(changes.map(({ participantId }) => participantId)).size).toBe(7);
  });

  it('get other links one at a time', async () => {
    const visit = await visitOfMany(api, world.service, everybody);
    const { participantId, link } = visit.person('interpreter');
    const path = visitPath(visit.visitId, `/participants/${participantId}/link/renew`);
    expect((await visit.professional.post(path)).status).toBe(204);
    const look = async (secret: string) =>
      (await api.client().post('/api/door/look', { link: secret })).status;
    expect(await look(link)).toBe(404);
    expect(await look(visit.person('guardian').link)).toBe(200);
  });

  it('keep their place to their own browser', async () => {
    const visit = await visitOfMany(api, world.service, everybody);
    const [mother, interpreter] = [visit.person('guardian'), visit.person('interpreter')];
    await arrive(mother);
    await arrive(interpreter);
    const path = visitPath(visit.visitId, `/participants/${interpreter.participantId}/admit`);
    const { participantId } = mother;
    const arrival = await arrivalOf(api, { ...visit, participantId });
    const refused = await visit.professional.post(path, arrival);
    expect(expectProblem(refused).code).toBe('visit.arrival-changed');
    expect((await doorSession(interpreter.client)).admission).toBe('waiting');
  });

  it('are forgotten with the visit, each of their links too', async () => {
    const visit = await visitOfMany(api, world.service, everybody);
    expect(await peopleOf(api, visit.visitId)).toHaveLength(7);
    await visit.professional.post(visitPath(visit.visitId, '/end'));
    api.clock.set(new Date('2027-05-01T10:00:00.000Z'));
    await runner.sweep();
    for (const { client, link } of visit.people) {
      const looked = await client.post('/api/door/look', { link });
      expect(expectAnswer(looked, 200, doorViewSchema).state).toBe('forgotten');
    }
    expect(await api.dataSource.manager.countBy(Participant, { visitId: visit.visitId })).toBe(0);
  });
});
