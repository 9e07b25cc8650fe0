import { arrivalFindingOf, type AuditEventName } from '@tapaamo/contracts';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { announceNode, enter, openDoor, readVisit, visitPath } from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const FROM = '198.51.100.7';
const LIST = '/api/bookings?from=2027-02-10&to=2027-02-10';

let api: TestApi;
let world: TestOrganisation;

beforeAll(async () => {
  api = await startApi();
});

beforeEach(async () => {
  api.clock.set(NOW);
  world = await buildWorld(api.dataSource);
  await announceNode(api);
});

afterAll(async () => {
  await api.close();
});

const told = async (event: AuditEventName) =>
  (await entriesOf(api, world.organisationId)).filter((entry) => entry.event === event);

describe('signing in and out', () => {
  it('is told with the account and the network, and in vain without the address that was typed', async () => {
    const { id, email } = world.professional;
    const client = api.client({ from: FROM });
    await client.post('/api/sign-in', { email, password: 'wrong' });
    await client.post('/api/sign-in', { email: 'nobody@mallila.example', password: 'wrong' });
    await client.signIn(email);
    await client.post('/api/sign-out');
    await client.post('/api/sign-out');
    const entries = await entriesOf(api, world.organisationId);
    expect(entries).toMatchObject([
      {
        event: 'sign-in.failed',
        actorKind: 'unknown',
        actorId: null,
        targetKind: 'staff',
        targetId: id,
        details: { reason: 'wrong-password' },
      },
      {
        event: 'sign-in.succeeded',
        actorKind: 'staff',
        actorId: id,
        details: { method: 'password' },
      },
      { event: 'sign-out.done', actorKind: 'staff', actorId: id },
    ]);
    for (const { network, correlationId, details } of entries) {
      expect(network).toBe(FROM);
      expect(correlationId).toMatch(/^[\da-f-]{36}$/);
      expect(JSON.stringify(details)).not.toContain('@');
    }
    expect(new Set(entries.map(({ correlationId }) => correlationId)).size).toBe(3);
  });
});

describe('a visit', () => {
  let visit: BookedVisit;

  beforeEach(async () => {
    visit = await bookedVisit(api, world.offered);
  });

  it('is told of from booking to forgetting, with ids only', async () => {
    const { visitId, participantId, professional, client, account, link } = visit;
    await openDoor(client, link);
    await enter(client);
    await professional.post(visitPath(visitId, '/meeting-access'));
    const { participants } = await readVisit(professional, visitId);
    const row = participants.find(({ role }) => role === 'client');
    const admit = visitPath(visitId, `/participants/${participantId}/admit`);
    const arrival = { arrivalId: row?.arrivalId, finding: arrivalFindingOf(row?.verdict) };
    await professional.post(admit, arrival);
    await professional.post(admit, arrival);
    await professional.post(visitPath(visitId, '/end'));
    await professional.post(visitPath(visitId, '/end'));
    api.clock.set('2027-03-11T00:00:00Z');
    const runner = await startJobRunner(api);
    await runner.sweep();
    await runner.sweep();
    await runner.close();
    const entries = (await entriesOf(api, world.organisationId)).slice(1);
    const actor = { actorKind: 'staff', actorId: account.id, visits: [visitId] };
    expect(entries).toMatchObject([
      { ...actor, event: 'booking.created', targetKind: 'visit', targetId: visitId },
      { ...actor, event: 'visit.meeting-access-given' },
      { ...actor, event: 'client-identifiers.viewed', details: { place: 'visit', count: 1 } },
      {
        ...actor,
        event: 'visit.client-admitted',
        targetKind: 'participant',
        targetId: participantId,
      },
      { ...actor, event: 'visit.ended', details: { by: 'professional' } },
      {
        event: 'forgetting.swept',
        actorKind: 'system',
        details: { erased: 1, failed: 0 },
        visits: [],
      },
    ]);
    expect(entries).toHaveLength(6);
    expect(JSON.stringify(entries)).not.toMatch(/Aino|Virtanen|\+358|0401234567/);
  });

  it('that the clock ends is told so', async () => {
    api.clock.advance(24 * 3_600_000);
    const runner = await startJobRunner(api);
    await runner.closeOverdue();
    await runner.close();
    await expect(told('visit.ended')).resolves.toMatchObject([
      { actorKind: 'system', network: null, correlationId: null, details: { by: 'clock' } },
    ]);
  });

  it('whose identifiers come into view in a list is told once for each act of looking', async () => {
    const { professional, visitId } = visit;
    await professional.get('/api/bookings?from=2027-02-11&to=2027-02-11');
    await expect(told('client-identifiers.viewed')).resolves.toEqual([]);
    await professional.get(LIST);
    await professional.get(LIST);
    await expect(told('client-identifiers.viewed')).resolves.toMatchObject([
      { visits: [visitId], details: { place: 'bookings', count: 1 } },
    ]);
    await readVisit(professional, visitId);
    api.clock.advance(10 * 60_000);
    await professional.get(LIST);
    const views = await told('client-identifiers.viewed');
    expect(views.map(({ details }) => details.place)).toEqual(['bookings', 'visit', 'bookings']);
  });

  it('is not shown when it cannot be told', async () => {
    await api.dataSource.query('ALTER FUNCTION audit_append RENAME TO audit_append_gone');
    const answer = await visit.professional.get(LIST);
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('Aino');
    await api.dataSource.query('ALTER FUNCTION audit_append_gone RENAME TO audit_append');
    expect((await visit.professional.get(LIST)).text).toContain('Aino');
    await expect(told('client-identifiers.viewed')).resolves.toHaveLength(1);
  });

  it('of another is neither shown nor told', async () => {
    const colleague = api.client();
    await colleague.signIn(world.colleague.email);
    await colleague.get(visitPath(visit.visitId));
    await expect(told('client-identifiers.viewed')).resolves.toEqual([]);
  });
});

it('tells who looked at the board of forgetting', async () => {
  const admin = api.client();
  await admin.signIn(world.admin.email);
  await admin.get('/api/forgetting');
  await admin.get('/api/forgetting');
  await expect(told('forgetting.viewed')).resolves.toMatchObject([{ actorId: world.admin.id }]);
});
