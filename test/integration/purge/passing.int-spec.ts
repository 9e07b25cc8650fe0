import { randomUUID } from 'node:crypto';
import { IdentificationRow, IdentificationTransactionRow } from '@tapaamo/identification';
import { OutboxMessage } from '@tapaamo/notification';
import { StandInRow } from '@tapaamo/professional';
import { PurgeRun } from '@tapaamo/purge';
import { RetentionPolicy } from '@tapaamo/retention';
import { DoorSessionRow, MediaNode, Participant, VisitRow } from '@tapaamo/visit';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { standInFor } from '../../support/builders/team-builder.js';
import { announceNode, openDoor, silence, visitPath } from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('what has a short life of its own', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let runner: TestJobRunner;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    runner = await startJobRunner(api);
  });

  beforeEach(() => {
    api.clock.set(NOW);
  });

  afterAll(async () => {
    await runner.close();
    await api.close();
  });

  const tx = () => api.dataSource.manager;

  it('a session behind the door goes when it is over, its visit stays', async () => {
    const { client, link, participantId } = await bookedVisit(api, world.service, {
      date: '2027-02-20',
    });
    await openDoor(client, link);
    api.clock.set('2027-02-20T20:44:59.999Z');
    await runner.sweep();
    await expect(tx().countBy(DoorSessionRow, { participantId })).resolves.toBe(1);
    api.clock.set('2027-02-20T20:45:00.000Z');
    await runner.sweep();
    await expect(tx().countBy(DoorSessionRow, { participantId })).resolves.toBe(0);
    await expect(tx().countBy(Participant, { id: participantId })).resolves.toBe(1);
  });

  it('the name of a provider’s session goes with the session behind the door, or once the visit is over', async () => {
    const [gone, ended, open] = [
      await identifiedVisit('2027-02-21'),
      await identifiedVisit('2027-02-22'),
      await identifiedVisit('2027-02-22'),
    ];
    await ended.professional.post(visitPath(ended.visitId, '/end'), {});
    api.clock.set('2027-02-21T20:45:00.000Z');
    await runner.sweep();
    const kept = async ({ visitId }: BookedVisit) =>
      (await tx().findOneByOrFail(IdentificationRow, { visitId })).providerSessionHash !== null;
    expect([await kept(gone), await kept(ended), await kept(open)]).toEqual([false, false, true]);
  });

  /** Somebody at the door who identified in a session of the provider. */
  async function identifiedVisit(date: string): Promise<BookedVisit> {
    const visit = await bookedVisit(api, world.service, { date });
    await openDoor(visit.client, visit.link);
    const { participantId, visitId } = visit;
    const session = await tx().findOneByOrFail(DoorSessionRow, { participantId });
    await tx().insert(IdentificationRow, {
      id: randomUUID(),
      organisationId: world.organisationId,
      visitId,
      participantId,
      sessionId: session.id,
      envelope: Buffer.alloc(60),
      providerSessionHash: Buffer.alloc(32, 7),
      createdAt: new Date(NOW),
    });
    return visit;
  }

  it('an identification that nobody finished goes when its time is over', async () => {
    const { visitId, participantId } = await bookedVisit(api, world.service, {
      date: '2027-02-20',
    });
    const expiresAt = new Date('2027-02-10T08:10:00.000Z');
    await tx().insert(IdentificationTransactionRow, {
      stateHash: Buffer.alloc(32, 1),
      organisationId: world.organisationId,
      visitId,
      participantId,
      sessionId: randomUUID(),
      browserHash: Buffer.alloc(32),
      envelope: Buffer.alloc(60),
      createdAt: new Date(NOW),
      expiresAt,
    });
    api.clock.set(new Date(expiresAt.getTime() - 1));
    await runner.sweep();
    await expect(tx().countBy(IdentificationTransactionRow, { visitId })).resolves.toBe(1);
    api.clock.set(expiresAt);
    await runner.sweep();
    await expect(tx().countBy(IdentificationTransactionRow, { visitId })).resolves.toBe(0);
  });

  it('who stood in for whom goes a month after the last day', async () => {
    const who = { absentId: world.professional.id, standInId: world.colleague.id };
    const days = { firstDay: '2027-02-10', lastDay: '2027-02-14' };
    const id = await standInFor(api.dataSource, { world, ...who, ...days });
    api.clock.set('2027-03-14T21:59:59.999Z');
    await runner.sweep();
    await expect(tx().countBy(StandInRow, { id })).resolves.toBe(1);
    api.clock.set('2027-03-14T22:00:00.000Z');
    await runner.sweep();
    await expect(tx().countBy(StandInRow, { id })).resolves.toBe(0);
  });

  it('a meeting node that has been silent for a day goes', async () => {
    const nodeId = await announceNode(api);
    await silence(api, nodeId, '23 hours');
    // The product's clock may be shifted, and stand anywhere: it is not what nodes live by.
    api.clock.advance(40 * 24 * 3_600_000);
    await runner.sweep();
    await expect(tx().countBy(MediaNode, { id: nodeId })).resolves.toBe(1);
    await silence(api, nodeId, '25 hours');
    await runner.sweep();
    await expect(tx().countBy(MediaNode, { id: nodeId })).resolves.toBe(0);
  });

  it('records of sweeps go after three months, the last ones stay', async () => {
    await tx().clear(PurgeRun);
    await runner.sweep();
    api.clock.set('2027-05-10T07:00:00Z');
    await runner.sweep();
    await expect(tx().count(PurgeRun)).resolves.toBe(2);
    api.clock.set('2027-05-10T08:00:00Z');
    await runner.sweep();
    await expect(tx().count(PurgeRun)).resolves.toBe(2);
  });

  it('messages and their receivers go two weeks after the visit, or as the organisation’s policy says', async () => {
    const [held, ahead] = [
      await bookedVisit(api, world.service),
      await bookedVisit(api, world.service, { date: '2027-03-20' }),
    ];
    await runner.deliver();
    api.clock.set('2027-02-10T08:40:00.000Z');
    await held.professional.post(visitPath(held.visitId, '/end'));
    const called = await bookedVisit(api, world.service, { date: '2027-03-21' });
    api.clock.set('2027-02-20T10:00:00.000Z');
    await called.professional.signInAgain();
    await called.professional.post(visitPath(called.visitId, '/end'));
    await runner.deliver();
    const left = async ({ visitId }: BookedVisit) => tx().countBy(OutboxMessage, { visitId });
    const kept = async () => [await left(held), await left(ahead), await left(called)];
    api.clock.set('2027-02-24T08:44:59.999Z');
    await runner.sweep();
    const before = await kept();
    expect(before.map((count) => count > 0)).toEqual([true, true, true]);
    api.clock.set('2027-02-24T08:45:00.000Z');
    await runner.sweep();
    await expect(kept()).resolves.toEqual([0, ...before.slice(1)]);
    await expect(tx().countBy(Participant, { visitId: held.visitId })).resolves.toBe(2);

    await tx().insert(RetentionPolicy, {
      id: randomUUID(),
      organisationId: world.organisationId,
      category: 'messages',
      anchor: 'visit-end',
      period: 'P7D',
      version: 2,
      reviewPeriod: null,
      ceilingPeriod: null,
      createdAt: new Date(NOW),
    });
    api.clock.set('2027-02-27T10:00:00.000Z');
    await runner.sweep();
    await expect(kept()).resolves.toEqual([0, before[1], 0]);
  });

  it('nothing goes, ends or is written down in a dry run', async () => {
    const { visitId, participantId, client, link } = await bookedVisit(api, world.service);
    await openDoor(client, link);
    const dry = await startJobRunner({ ...api, config: { ...api.config, PURGE_MODE: 'dry-run' } });
    api.clock.set('2027-06-01T08:00:00.000Z');
    const runs = await tx().count(PurgeRun);
    await expect(dry.sweep()).resolves.toEqual({ erased: 0, failed: 0 });
    await dry.close();
    const visit = await tx().findOneByOrFail(VisitRow, { id: visitId });
    expect(visit.endedAt).toBeNull();
    await expect(tx().countBy(DoorSessionRow, { participantId })).resolves.toBe(1);
    await expect(tx().count(PurgeRun)).resolves.toBe(runs);
    expect(dry.log.lines.join()).toContain('purge.dry-run');
  });
});
