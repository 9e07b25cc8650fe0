import { randomBytes } from 'node:crypto';
import { hashSecret } from '@tapaamo/common';
import { Participant } from '@tapaamo/visit';
import pg from 'pg';
import { expectProblem } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { clientOf, linkOf } from '../../support/builders/booking-builder.js';
import { databaseSnapshot } from '../../support/database-snapshot.js';
import {
  announceNode,
  comeIn,
  doorSession,
  enter,
  openDoor,
  readVisit,
  sessionIdsOf,
  visitPath,
} from '../../support/door.js';
import { eventually } from '../../support/eventually.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('the link of a client', () => {
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

  const send = ({ professional, visitId, participantId }: BookedVisit, how: 'resend' | 'renew') =>
    professional.post(visitPath(visitId, `/participants/${participantId}/link/${how}`));
  const lastLink = () =>
    /\/v#([\w-]{43})/.exec(runner.sms.record.sent.at(-1)?.text ?? '')?.[1] ?? '';
  const look = async ({ client }: BookedVisit, link: string) =>
    (await client.post('/api/door/look', { link })).status;

  it('comes again as it was when it is lost', async () => {
    const visit = await bookedVisit(api, world.service);
    await runner.deliver();
    expect((await send(visit, 'resend')).status).toBe(204);
    await runner.deliver();
    expect(runner.sms.record.sent).toHaveLength(2);
    expect(lastLink()).toBe(visit.link);
  });

  it('is made anew when it is in wrong hands: the earlier leads nowhere and whoever used it is outside', async () => {
    const visit = await bookedVisit(api, world.offered);
    await comeIn(api, visit);
    expect((await send(visit, 'renew')).status).toBe(204);
    await runner.deliver();
    // The invitation that had not gone yet is not sent with the earlier link.
    expect(runner.sms.record.sent).toHaveLength(1);
    expect(lastLink()).not.toBe(visit.link);
    await expect(look(visit, visit.link)).resolves.toBe(404);
    await expect(look(visit, lastLink())).resolves.toBe(200);
    const out = await visit.client.get('/api/door');
    expect(expectProblem(out).code).toBe('door.session-required');
    expect((await clientOf(api, visit.visitId)).admission).toBe('outside');
    const own = api.client();
    await openDoor(own, lastLink());
    await expect(doorSession(own)).resolves.toMatchObject({ admission: 'outside' });
  });

  it('is in the database as a hash and nothing else, and each visit has another', async () => {
    const visit = await bookedVisit(api, world.service);
    const other = await bookedVisit(api, world.service);
    expect(other.link).not.toBe(visit.link);
    const { linkHash } = await clientOf(api, visit.visitId);
    expect(linkHash).toEqual(hashSecret('link', visit.link));
    const rows = JSON.stringify(await databaseSnapshot(api.database.adminUrl, { besides: [] }));
    const bytes = Buffer.from(visit.link, 'base64url');
    for (const form of [visit.link, bytes.toString('hex'), bytes.toString('base64')]) {
      expect(rows).not.toContain(form);
    }
  });

  const ofEarlierTimes = async (visit: BookedVisit) => {
    const link = randomBytes(32).toString('base64url');
    const linkHash = hashSecret('link', link);
    const change = { linkGeneration: 0, linkHash };
    await api.dataSource.manager.update(Participant, { id: visit.participantId }, change);
    return link;
  };

  it('of the time before links came out of keys is made anew with the next message', async () => {
    const visit = await bookedVisit(api, world.service);
    const earlier = await ofEarlierTimes(visit);
    expect((await send(visit, 'resend')).status).toBe(204);
    await runner.deliver();
    expect(runner.sms.record.sent).toHaveLength(1);
    await expect(look(visit, lastLink())).resolves.toBe(200);
    await expect(look(visit, earlier)).resolves.toBe(404);
  });

  it('of that time still tells that the visit was called off', async () => {
    const visit = await bookedVisit(api, world.service);
    const earlier = await ofEarlierTimes(visit);
    await visit.professional.post(visitPath(visit.visitId, '/cancel'), {
      version: 1,
      reason: 'other',
    });
    const answer = await visit.client.post('/api/door/look', { link: earlier });
    expect(answer.json).toMatchObject({ state: 'ended', cancelled: true });
  });

  it('that is replaced lets nobody in who was on their way with the earlier one', async () => {
    const visit = await bookedVisit(api, world.offered);
    const other = new pg.Client({ connectionString: api.database.adminUrl });
    await other.connect();
    await other.query('BEGIN');
    await other.query('SELECT FROM participant WHERE id = $1 FOR UPDATE', [visit.participantId]);
    const late = visit.client.post('/api/door/open', { link: visit.link, language: 'fi' });
    await eventually('the door waits for who replaces the link', async () => {
      const { rowCount } = await other.query(
        "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
      );
      return (rowCount ?? 0) > 0;
    });
    await other.query('UPDATE participant SET link_hash = $2 WHERE id = $1', [
      visit.participantId,
      randomBytes(32),
    ]);
    await other.query('COMMIT');
    await other.end();
    expect(expectProblem(await late).code).toBe('link.unknown');
    await expect(sessionIdsOf(api, visit.participantId)).resolves.toEqual([]);
  });

  it('that is replaced leaves no arrival behind: the right client is announced as new', async () => {
    const visit = await bookedVisit(api, world.offered);
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    await send(visit, 'renew');
    const { status, participants } = await readVisit(visit.professional, visit.visitId);
    expect(status).toBe('booked');
    expect(participants.find(({ role }) => role === 'client')).toMatchObject({
      arrivedAt: null,
      verdict: null,
      deviceCheck: null,
    });
  });

  it('is sent six times an hour and no oftener', async () => {
    const visit = await bookedVisit(api, world.service);
    const statuses: number[] = [];
    for (let time = 0; time < 6; time += 1) {
      statuses.push((await send(visit, 'resend')).status);
    }
    expect(statuses).toEqual([204, 204, 204, 204, 204, 429]);
    // What is in wrong hands is taken out of them however often somebody was written to.
    expect((await send(visit, 'renew')).status).toBe(204);
    api.clock.advance(3_600_000);
    await visit.professional.signInAgain();
    expect((await send(visit, 'resend')).status).toBe(204);
  });

  it('is sent to nobody else’s participant, to no member of staff, and not once the visit is over', async () => {
    const visit = await bookedVisit(api, world.service);
    const other = await bookedVisit(api, world.service);
    const staff = await api.dataSource.manager.findOneByOrFail(Participant, {
      visitId: visit.visitId,
      role: 'professional',
    });
    for (const participantId of [other.participantId, staff.id]) {
      for (const how of ['resend', 'renew'] as const) {
        const answer = await send({ ...visit, participantId }, how);
        expect(expectProblem(answer).code).toBe('access.denied-or-missing');
      }
    }
    await visit.professional.post(visitPath(visit.visitId, '/end'));
    expect(expectProblem(await send(visit, 'resend')).code).toBe('visit.ended');
    await expect(linkOf(api, other.visitId)).resolves.toBe(other.link);
  });
});
