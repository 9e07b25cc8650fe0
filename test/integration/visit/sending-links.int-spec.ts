import { hashSecret } from '@tapaamo/common';
import { Participant } from '@tapaamo/visit';
import { expectProblem } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { clientOf, linkOf } from '../../support/builders/booking-builder.js';
import { databaseSnapshot } from '../../support/database-snapshot.js';
import { announceNode, comeIn, doorSession, openDoor, visitPath } from '../../support/door.js';
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

  it('of the time before links came out of keys is made anew with the next message', async () => {
    const visit = await bookedVisit(api, world.service);
    await api.dataSource.manager.update(
      Participant,
      { id: visit.participantId },
      { linkGeneration: 0 },
    );
    await runner.deliver();
    expect((await send(visit, 'resend')).status).toBe(204);
    await runner.deliver();
    await expect(look(visit, lastLink())).resolves.toBe(200);
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
