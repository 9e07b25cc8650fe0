import { randomUUID } from 'node:crypto';
import {
  auditPageSchema,
  bookingListSchema,
  recordBookingSchema,
  recordVisitSchema,
  visitSchema,
  type RecordBooking,
} from '@tapaamo/contracts';
import { Professional } from '@tapaamo/professional';
import { expectAnswer, expectProblem, type ApiAnswer } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit } from '../../support/booked-visit.js';
import { bookingRequest, invitationOf, linkOf } from '../../support/builders/booking-builder.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { meet, openDoor, readVisit, visitPath } from '../../support/door.js';
import { FRIEND, MOTHER } from '../../support/people.js';
import { RecordCaller } from '../../support/record-caller.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** What must be in no answer to a record system. */
const OF_THE_CLIENT = /Virtanen|Laine|40 ?123 ?4567|402000|esimerkki|\/v#|link/i;

describe('what a record system does to bookings', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let caller: RecordCaller;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    world = await buildWorld(api.dataSource);
    caller = await RecordCaller.of(api, world);
  });

  afterAll(async () => {
    await api.close();
  });

  const wish = (changes: Record<string, unknown> = {}) => ({
    ...bookingRequest(world.service),
    professionalId: world.professional.id,
    ...changes,
  });
  const book = (changes: Record<string, unknown> = {}, by = caller) =>
    by.post('/bookings', wish(changes), randomUUID());
  const booked = async (changes: Record<string, unknown> = {}) =>
    expectAnswer(await book(changes), 201, recordBookingSchema);
  const signedIn = async ({ email }: Professional) => {
    const client = api.client();
    await client.signIn(email);
    return client;
  };
  const read = async ({ visitId }: Pick<RecordBooking, 'visitId'>) =>
    expectAnswer(await caller.get(`/visits/${visitId}`), 200, recordVisitSchema);
  const fieldsOf = (answer: ApiAnswer) => {
    const { code, fields = [] } = expectProblem(answer);
    return [code, ...fields.map((one) => `${one.field} ${one.code}`)];
  };

  it('books as the professional does: client and companions are asked, and the answer names neither', async () => {
    const answer = await book({
      clientIsMinor: true,
      participants: [MOTHER, FRIEND],
      clientLanguage: 'sv',
      serviceId: world.offered.id,
    });
    const visit = expectAnswer(answer, 201, recordBookingSchema);
    expect(visit).toEqual({
      visitId: visit.visitId,
      startsAt: '2027-02-10T08:15:00.000Z',
      endsAt: '2027-02-10T08:45:00.000Z',
      status: 'booked',
      version: 1,
    });
    expect(answer.text).not.toMatch(OF_THE_CLIENT);
    const { participants } = await readVisit(await signedIn(world.professional), visit.visitId);
    expect(participants.map(({ role }) => role).sort()).toEqual(
      ['client', 'guardian', 'professional', 'support-person'].sort(),
    );
    await expect(linkOf(api, visit.visitId)).resolves.toMatch(/^[\w-]{43}$/);
  });

  it('has made a booking of the professional’s own, which the log tells of as the key’s', async () => {
    const { visitId } = await booked();
    const professional = await signedIn(world.professional);
    const list = await professional.get('/api/bookings?from=2027-02-10&to=2027-02-10');
    const { bookings } = expectAnswer(list, 200, bookingListSchema);
    expect(bookings).toMatchObject([
      { visitId, relation: 'own', client: { name: 'Aino Virtanen', phone: '+358401234567' } },
    ]);
    const told = (await entriesOf(api, world.organisationId)).filter(
      ({ event }) => event === 'booking.created',
    );
    expect(told).toMatchObject([
      { actorKind: 'record-system', actorId: caller.keyId, targetId: visitId, visits: [visitId] },
    ]);
  });

  it('says what it calls the visit itself, and reads it again', async () => {
    const visit = await booked({ recordReference: 'A-2027-118' });
    await expect(read(visit)).resolves.toMatchObject({ recordReference: 'A-2027-118' });
    const other = await booked({ time: '12:00' });
    await expect(read(other)).resolves.toMatchObject({ recordReference: null });
  });

  it('is named by its key where officers read the log, and by nobody of the staff', async () => {
    const { visitId } = await booked();
    const officer = await signedIn(world.officer);
    const answer = await officer.get(`/api/audit?visit=${visitId}`);
    const { entries } = expectAnswer(answer, 200, auditPageSchema);
    expect(entries.map(({ event, actor }) => ({ event, actor }))).toEqual([
      {
        event: 'booking.created',
        actor: { kind: 'record-system', id: caller.keyId, name: 'Asiakastieto Pro' },
      },
    ]);
    const file = await officer.get(`/api/audit/export?format=csv&visit=${visitId}`);
    expect(file.text).toContain(`record-system,${caller.keyId},Asiakastieto Pro`);
  });

  it('shows contact data that is withheld to the professional whose visit it is, and to nobody else', async () => {
    const { visitId } = await booked({ nonDisclosure: true });
    const professional = await signedIn(world.professional);
    const path = visitPath(visitId);
    const own = expectAnswer(await professional.get(path), 200, visitSchema);
    expect(own).toMatchObject({ nonDisclosure: true, bookedBySelf: true });
    const shares = visitPath(visitId, '/shares');
    await professional.post(shares, { professionalId: world.colleague.id });
    const shared = (await (await signedIn(world.colleague)).get(path)).text;
    expect(shared).not.toContain('358401234567');
    expect(own.participants.find(({ role }) => role === 'client')).toMatchObject({
      contact: { phone: '+358401234567', withheld: false },
    });
  });

  it.each<[string, (world: TestOrganisation) => Record<string, unknown>, string[]]>([
    ['no name', () => ({ clientName: undefined }), ['request.invalid', 'clientName field.missing']],
    [
      'no contact data',
      () => ({ clientPhone: undefined }),
      ['booking.contact-required', 'clientPhone booking.contact-required'],
    ],
    [
      'an identity code for a name',
      () => ({ clientName: 'Aino 131052-308T' }),
      ['field.identity-code', 'clientName field.identity-code'],
    ],
    [
      'a minor without guardian',
      ({ offered }) => ({ clientIsMinor: true, serviceId: offered.id }),
      ['booking.guardian-required', 'clientIsMinor booking.guardian-required'],
    ],
    [
      'a past time',
      () => ({ time: '09:00' }),
      ['booking.start-in-past', 'time booking.start-in-past'],
    ],
    [
      'a series',
      () => ({ repeat: { everyWeeks: 1, times: 2 } }),
      ['request.invalid', 'repeat field.unknown'],
    ],
    [
      'a link of its own',
      () => ({ link: 'x'.repeat(43) }),
      ['request.invalid', 'link field.unknown'],
    ],
    [
      'nobody’s visit',
      () => ({ professionalId: randomUUID() }),
      ['staff.cannot-meet-clients', 'professionalId staff.cannot-meet-clients'],
    ],
    [
      'who meets no clients',
      ({ officer }) => ({ professionalId: officer.id }),
      ['staff.cannot-meet-clients', 'professionalId staff.cannot-meet-clients'],
    ],
    ['a service there is not', () => ({ serviceId: randomUUID() }), ['access.denied-or-missing']],
  ])('books nothing with %s, and says which field', async (_, changes, refused) => {
    expect(fieldsOf(await book(changes(world)))).toEqual(refused);
  });

  it('books nothing for who was deactivated, of another organisation, or of a service that was closed', async () => {
    const { manager } = api.dataSource;
    const other = await buildWorld(api.dataSource, { name: 'Toinen' });
    const leaver = await buildProfessional(api.dataSource, world);
    await manager.update(Professional, { id: leaver.id }, { deactivatedAt: api.clock.now() });
    for (const professionalId of [leaver.id, other.professional.id]) {
      expect(fieldsOf(await book({ professionalId }))[0]).toBe('staff.cannot-meet-clients');
    }
    expect(fieldsOf(await book({ serviceId: other.service.id }))).toEqual([
      'access.denied-or-missing',
    ]);
    await manager.query('UPDATE service SET active = false WHERE id = $1', [world.service.id]);
    expect(fieldsOf(await book())).toEqual(['access.denied-or-missing']);
  });

  it('books no time twice: the answer is the professional’s own', async () => {
    await booked();
    const professional = await signedIn(world.professional);
    const byHand = await professional.post('/api/bookings', bookingRequest(world.service));
    const answer = await book({ time: '10:30' });
    expect([fieldsOf(answer), answer.status]).toEqual([fieldsOf(byHand), byHand.status]);
    expect(fieldsOf(answer)[0]).toBe('booking.overlap');
  });

  it('moves and calls off a visit, whose people are told', async () => {
    const { visitId } = await booked();
    api.clock.set('2027-02-10T08:01:00.000Z');
    const time = { version: 1, date: '2027-02-11', time: '12:00', durationMinutes: 45 };
    const moved = await caller.post(`/visits/${visitId}/time`, time);
    expect(expectAnswer(moved, 200, recordBookingSchema)).toEqual({
      visitId,
      startsAt: '2027-02-11T10:00:00.000Z',
      endsAt: '2027-02-11T10:45:00.000Z',
      status: 'booked',
      version: 2,
    });
    expect((await invitationOf(api, visitId)).text).toContain('11.2.');
    const late = { version: 1, reason: 'client-asked' };
    expect(fieldsOf(await caller.post(`/visits/${visitId}/cancel`, late))).toEqual([
      'booking.changed-meanwhile',
    ]);
    const cancelled = await caller.post(`/visits/${visitId}/cancel`, { ...late, version: 2 });
    expect(expectAnswer(cancelled, 200, recordBookingSchema)).toMatchObject({
      status: 'cancelled',
      version: 3,
    });
    expect(await read({ visitId })).toMatchObject({
      status: 'cancelled',
      cancelReason: 'client-asked',
      receipt: { outcome: 'cancelled' },
    });
    const told = (await entriesOf(api, world.organisationId)).filter(({ visits }) =>
      visits.includes(visitId),
    );
    expect(told.map(({ event, actorKind }) => `${event} ${actorKind}`)).toEqual([
      'booking.created record-system',
      'booking.changed record-system',
      'booking.cancelled record-system',
      'record-system.visit-read record-system',
    ]);
  });

  it('moves to no time that is taken, and not with who has left; calling off is still possible', async () => {
    const first = await booked();
    const second = await booked({ time: '12:00' });
    const time = { version: 1, date: '2027-02-10', time: '10:15', durationMinutes: 30 };
    const path = `/visits/${second.visitId}`;
    expect(fieldsOf(await caller.post(`${path}/time`, time))[0]).toBe('booking.overlap');
    await api.dataSource.manager.update(
      Professional,
      { id: world.professional.id },
      { deactivatedAt: api.clock.now() },
    );
    const free = { ...time, time: '15:00' };
    expect(fieldsOf(await caller.post(`${path}/time`, free))[0]).toBe('staff.cannot-meet-clients');
    const reason = { version: 1, reason: 'professional-away' };
    expect((await caller.post(`${path}/cancel`, reason)).status).toBe(200);
    expect((await read(first)).status).toBe('booked');
  });

  it('calls off no visits that its answer would not tell of', async () => {
    const { visitId } = await booked();
    const all = { version: 1, reason: 'other', following: true };
    expect(fieldsOf(await caller.post(`/visits/${visitId}/cancel`, all))).toEqual([
      'request.invalid',
      'following field.unknown',
    ]);
  });

  it('changes a visit that was handed over, as the one it has now', async () => {
    const { visitId } = await booked();
    const professional = await signedIn(world.professional);
    const to = { professionalId: world.colleague.id };
    expect((await professional.post(visitPath(visitId, '/hand-over'), to)).status).toBeLessThan(
      300,
    );
    const { version, professionalId } = await read({ visitId });
    expect(professionalId).toBe(world.colleague.id);
    const answer = await caller.post(`/visits/${visitId}/cancel`, { version, reason: 'other' });
    expect(answer.status).toBe(200);
  });

  it('reads how a visit stands and its receipt, also of one that a professional booked, and no client', async () => {
    const visit = await bookedVisit(api, world.service, { clientEmail: 'aino@esimerkki.fi' });
    await expect(read(visit)).resolves.toMatchObject({
      professionalId: visit.account.id,
      serviceId: world.service.id,
      status: 'booked',
      receipt: null,
    });
    await meet(api, visit);
    await visit.professional.post(visitPath(visit.visitId, '/end'));
    const answer = await caller.get(`/visits/${visit.visitId}`);
    expect(expectAnswer(answer, 200, recordVisitSchema)).toMatchObject({
      status: 'fulfilled',
      receipt: { outcome: 'fulfilled', metFrom: api.clock.now().toISOString() },
    });
    expect(answer.text).not.toMatch(OF_THE_CLIENT);
    expect(
      (await entriesOf(api, world.organisationId)).filter(
        ({ event }) => event === 'record-system.visit-read',
      ),
    ).toMatchObject([{ actorId: caller.keyId, targetId: visit.visitId }]);
  });

  it('knows no visit of another organisation, none that is due to be forgotten, and tells neither from none', async () => {
    const other = await buildWorld(api.dataSource, { name: 'Toinen' });
    const foreign = await bookedVisit(api, other.service);
    const own = await bookedVisit(api, world.service);
    await openDoor(own.client, own.link);
    await api.dataSource.query('UPDATE visit SET purge_due_at = $1 WHERE id = $2', [
      api.clock.now(),
      own.visitId,
    ]);
    for (const [rest, body] of [
      ['', undefined],
      ['/time', { version: 1, date: '2027-02-11', time: '12:00', durationMinutes: 45 }],
      ['/cancel', { version: 1, reason: 'other' }],
    ] as const) {
      const answers: object[] = [];
      for (const visitId of [foreign.visitId, own.visitId, randomUUID()]) {
        const path = `/visits/${visitId}${rest}`;
        const answer = await (body === undefined ? caller.get(path) : caller.post(path, body));
        answers.push({ ...expectProblem(answer), correlationId: '' });
      }
      expect(answers[0]).toMatchObject({ code: 'access.denied-or-missing' });
      expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    }
  });

  it('is refused for what cannot be read, or is too much, without a crash', async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const send = (rawBody: string) => caller.request('POST', '/bookings', { rawBody, headers });
    expect(fieldsOf(await send('{"serviceId":'))[0]).toBe('request.invalid');
    expect(fieldsOf(await send('[]'))[0]).toBe('request.invalid');
    expect(fieldsOf(await send('null'))[0]).toBe('request.invalid');
    const huge = JSON.stringify(wish({ clientName: 'x'.repeat(20_000) }));
    expect(fieldsOf(await send(huge))).toEqual(['request.too-large']);
    const answer = await caller.get('/visits/1');
    expect(fieldsOf(answer)[0]).toBe('request.invalid');
  });
});
