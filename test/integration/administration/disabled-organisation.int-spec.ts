import { randomUUID } from 'node:crypto';
import { SystemRandomness, hashSecret, newSecret } from '@tapaamo/common';
import { doorViewSchema } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Organisation, OrganisationDisabledError } from '@tapaamo/organisation';
import { StaffInvitation, StaffSession } from '@tapaamo/professional';
import { BookVisitService, MeetingAdmission, Participant } from '@tapaamo/visit';
import { operate } from '../../../apps/job-runner/src/operator/operate.js';
import { expectAnswer, expectProblem } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { bookingRequest } from '../../support/builders/booking-builder.js';
import { buildProfessional, PASSWORD } from '../../support/builders/professional-builder.js';
import { buildService } from '../../support/builders/organisation-builder.js';
import { announceNode, doorSession, enter, openDoor } from '../../support/door.js';
import { eventually } from '../../support/eventually.js';
import { hearVisits } from '../../support/meeting-stage.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { actorOf, buildWorld, type TestOrganisation } from '../../support/world.js';

const WITHIN_MS = 1_000;

describe('a disabled organisation', () => {
  let api: TestApi;
  let runner: TestJobRunner;
  let world: TestOrganisation;
  let twin: TestOrganisation;
  let visit: BookedVisit;

  beforeAll(async () => {
    api = await startApi();
    runner = await startJobRunner(api);
    await announceNode(api);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    world = await buildWorld(api.dataSource);
    twin = await buildWorld(api.dataSource, { name: 'Toinen' });
    visit = await bookedVisit(api, world.service);
  });

  afterAll(async () => {
    await runner.close();
    await api.close();
  });

  const operator = (...typed: string[]) => operate(typed, () => api.config, { clock: api.clock });
  const turn = async (state: 'disable' | 'enable') => {
    const { organisationId } = world;
    const { text, exitCode } = await operator(
      'organisation',
      state,
      '--organisation',
      organisationId,
    );
    expect([text, exitCode]).toEqual([text, 0]);
    return text;
  };
  const look = async ({ link }: BookedVisit) =>
    expectAnswer(await api.client().post('/api/door/look', { link }), 200, doorViewSchema);
  const signIn = async (email: string, password = PASSWORD) =>
    api.client().post('/api/sign-in', { email, password });
  const sessions = (organisationId: string) =>
    api.dataSource.manager.countBy(StaffSession, { organisationId });
  const events = async () => (await entriesOf(api, world.organisationId)).map(({ event }) => event);

  it('signs out its staff, and nobody else’s', async () => {
    const foreign = await bookedVisit(api, twin.service);
    const admin = api.client();
    await admin.signIn(world.admin.email);
    expect(await turn('disable')).toContain('Sessions ended: 2.');
    for (const client of [visit.professional, admin]) {
      expect(expectProblem(await client.get('/api/me')).code).toBe('access.sign-in-required');
    }
    expect(await sessions(world.organisationId)).toBe(0);
    expect((await foreign.professional.get('/api/me')).status).toBe(200);
    expect(await events()).toContain('organisation.disabled');
  });

  it('tells so to who gives the right password, and to nobody else', async () => {
    await turn('disable');
    const { email } = world.professional;
    const [wrong, elsewhere] = [await signIn(email, 'väärä'), await signIn('x@y.example', 'väärä')];
    expect({ ...expectProblem(wrong), correlationId: '' }).toEqual({
      ...expectProblem(elsewhere),
      correlationId: '',
    });
    const right = await signIn(email);
    expect(expectProblem(right)).toMatchObject({
      code: 'organisation.disabled',
      status: 403,
      title:
        'Organisaatiosi ei ole nyt käytössä Tapaamossa. Kysy lisää organisaatiosi pääkäyttäjältä.',
    });
    expect(right.setCookies).toEqual([]);
    const told = (await entriesOf(api, world.organisationId)).slice(-2);
    expect(told.map(({ event, details }) => [event, details])).toEqual([
      ['sign-in.failed', { reason: 'wrong-password' }],
      ['sign-in.failed', { reason: 'organisation-disabled' }],
    ]);
  });

  it('has no session that was being opened as it was disabled', async () => {
    const scope = api.get(OrganisationScope);
    const disabling = Promise.withResolvers<null>();
    const held = scope.of(world.organisationId, async (tx) => {
      await tx.findOne(Organisation, {
        where: { id: world.organisationId },
        lock: { mode: 'pessimistic_write' },
      });
      await tx.update(Organisation, { id: world.organisationId }, { disabledAt: new Date(NOW) });
      await tx.delete(StaffSession, { organisationId: world.organisationId });
      await disabling.promise;
    });
    const answer = signIn(world.professional.email);
    await eventually('the sign-in waits for the disabling', async () => {
      const [waiting] = await api.dataSource.query<{ count: string }[]>(
        `SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      return Number(waiting?.count) > 0;
    });
    disabling.resolve(null);
    await held;
    expect(expectProblem(await answer).code).toBe('organisation.disabled');
    expect(await sessions(world.organisationId)).toBe(0);
  });

  it('ends streams and seats within a second', async () => {
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    await api.dataSource.manager.update(
      Participant,
      { visitId: visit.visitId, role: 'client' },
      { connectedNodeId: await announceNode(api) },
    );
    const ref = { organisationId: world.organisationId, visitId: visit.visitId };
    const { told, stop } = await hearVisits(api, world);
    const response = await fetch(`${api.origin}/api/visit-changes`, {
      headers: visit.professional.headers(),
    });
    const ended = response.text().then(() => performance.now());
    await turn('disable');
    const begun = performance.now();
    expect((await ended) - begun).toBeLessThan(WITHIN_MS);
    await eventually('the visit is told of', () => told.includes(visit.visitId));
    expect(performance.now() - begun).toBeLessThan(WITHIN_MS);
    await expect(api.get(MeetingAdmission).read(ref)).resolves.toBeNull();
    await turn('enable');
    await expect(api.get(MeetingAdmission).read(ref)).resolves.toMatchObject(ref);
    stop();
  });

  it('says at its door that it is closed, whom to ask, and when the data goes', async () => {
    await api.dataSource.manager.update(
      Organisation,
      { id: world.organisationId },
      { contactName: 'Riitta Rinne', contactPhone: '+358 9 000 0001' },
    );
    await openDoor(visit.client, visit.link);
    await turn('disable');
    const closed = {
      state: 'service-closed',
      discreet: false,
      purgeDueAt: visit.booking.purgeDueAt,
      inviter: {
        organisationName: {
          fi: 'Mallilan hyvinvointialue',
          sv: 'Mallilan hyvinvointialue (sv)',
          en: 'Mallilan hyvinvointialue (en)',
        },
        contact: { name: 'Riitta Rinne', phone: '+358 9 000 0001', email: null },
      },
    };
    expect(await look(visit)).toEqual(closed);
    expect((await doorSession(visit.client)).view).toEqual(closed);
    for (const [path, body] of [
      ['/api/door/open', { link: visit.link, language: 'sv' }],
      ['/api/door/enter', { takeOver: false }],
      ['/api/identification/start', {}],
    ] as const) {
      const problem = expectProblem(await visit.client.post(path, body));
      expect([path, problem.code]).toEqual([path, 'door.service-closed']);
    }
    await turn('enable');
    expect((await look(visit)).state).toBe('open');
    await enter(visit.client);
  });

  it('does not tell whose it is where a discreet visit would not', async () => {
    const discreet = await buildService(api.dataSource, world, { discreet: true });
    const hidden = await bookedVisit(api, discreet);
    await turn('disable');
    expect(await look(hidden)).toMatchObject({
      state: 'service-closed',
      discreet: true,
      inviter: null,
    });
  });

  it('books nothing, not even for a request that was under way', async () => {
    await turn('disable');
    const request = bookingRequest(world.service, { time: '15:00' });
    expect((await visit.professional.post('/api/bookings', request)).status).toBe(401);
    const booking = api
      .get(OrganisationScope)
      .of(world.organisationId, (tx) =>
        api.get(BookVisitService).book(tx, actorOf(world.professional), request as never),
      );
    await expect(booking).rejects.toThrow(OrganisationDisabledError);
  });

  it('sends nothing, and all of it once it is back', async () => {
    const foreign = await bookedVisit(api, twin.service);
    const admin = api.client();
    await admin.signIn(world.admin.email);
    const invited = { displayName: 'Uusi Ihminen', email: 'uusi@mallila.example' };
    const answer = await admin.post('/api/staff', { ...invited, roles: ['professional'] });
    expect(answer.status).toBe(201);
    await turn('disable');
    await runner.deliver();
    expect(await runner.deliverInvitations()).toBe(0);
    const texts = () => runner.sms.record.sent.map(({ text }) => text).join();
    expect(texts()).toContain(foreign.link);
    expect(texts()).not.toContain(visit.link);
    await turn('enable');
    await runner.deliver();
    expect(await runner.deliverInvitations()).toBe(1);
    expect(texts()).toContain(visit.link);
  });

  it('takes no invitation', async () => {
    const invitee = await buildProfessional(api.dataSource, world, { passwordHash: null });
    const link = newSecret(new SystemRandomness());
    await api.dataSource.manager.insert(StaffInvitation, {
      id: randomUUID(),
      organisationId: world.organisationId,
      professionalId: invitee.id,
      invitedBy: null,
      secretHash: hashSecret('invitation', link),
      status: 'sent',
      attempts: 1,
      nextAttemptAt: new Date(NOW),
      expiresAt: new Date('2027-02-17T08:00:00Z'),
      acceptedAt: null,
      createdAt: new Date(NOW),
    });
    const open = () => api.client().post('/api/invitation/look', { invitation: link });
    expect((await open()).status).toBe(200);
    await turn('disable');
    expect(expectProblem(await open()).code).toBe('organisation.disabled');
    const invite = await operator(
      ...['admin', 'invite', '--organisation', world.organisationId],
      ...['--admin-name', 'Uusi Admin', '--admin-email', 'toinen@mallila.example'],
    );
    expect(invite).toEqual({
      text: `Organisation ${world.organisationId} is disabled.\n`,
      exitCode: 1,
    });
  });

  it('forgets what is due all the same', async () => {
    await turn('disable');
    api.clock.set(visit.booking.purgeDueAt);
    expect(await look(visit)).toEqual({ state: 'forgetting' });
    await runner.closeOverdue();
    expect(await runner.sweep()).toMatchObject({ failed: 0 });
    expect(await look(visit)).toMatchObject({ state: 'forgotten' });
  });

  it('is disabled and enabled once, is listed as it is, and comes back as it was', async () => {
    const both = ['organisation', '--organisation', world.organisationId] as const;
    const refused = (state: string) => operator(both[0], state, both[1], both[2]);
    expect((await refused('enable')).text).toContain('is in use already');
    await turn('disable');
    expect((await refused('disable')).text).toContain('is disabled already');
    const listed = async () => {
      const { text } = await operator('organisation', 'list');
      return text.split('\n').find((line) => line.startsWith(world.organisationId));
    };
    expect(await listed()).toContain(`admins 1, disabled since ${NOW}`);
    await turn('enable');
    expect(await listed()).toMatch(/admins 1, in use$/);
    expect((await signIn(world.professional.email)).status).toBe(200);
    expect((await look(visit)).state).toBe('open');
    expect((await events()).filter((event) => event.startsWith('organisation.'))).toEqual([
      'organisation.disabled',
      'organisation.enabled',
    ]);
  });
});
