import { doorViewSchema } from '@tapaamo/contracts';
import { EarlyErasure } from '@tapaamo/purge';
import { Vault, VaultSealedError, type VisitKey } from '@tapaamo/vault';
import { VisitRow } from '@tapaamo/visit';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bareVisit } from '../../support/bare-visit.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { clientOf, sealedClientOf } from '../../support/builders/booking-builder.js';
import { visitPath } from '../../support/door.js';
import { emptyVisits } from '../../support/empty-visits.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { actorOf, buildWorld, type TestOrganisation } from '../../support/world.js';

/** What old copies of both databases have of a visit. */
interface OldCopy {
  key: VisitKey;
  participantId: string;
  envelope: Buffer;
}

describe('a visit that is forgotten before its day', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let runner: TestJobRunner;
  let officer: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    runner = await startJobRunner(api);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    await emptyVisits(api);
    officer = api.client();
    await officer.signIn(world.officer.email);
  });

  afterAll(async () => {
    await runner.close();
    await api.close();
  });

  const erase = (client: ApiClient, visitId: string, reason = 'rights-request') =>
    client.post(visitPath(visitId, '/erasure'), { reason });
  const view = async ({ client, link }: BookedVisit) =>
    expectAnswer(await client.post('/api/door/look', { link }), 200, doorViewSchema);
  const copyOf = async ({ visitId }: BookedVisit): Promise<OldCopy> => {
    const { id: participantId, envelope } = await clientOf(api, visitId);
    return {
      key: await api.keys.of(visitId),
      participantId,
      envelope: envelope ?? Buffer.alloc(0),
    };
  };
  /** Both databases as they were, and the key store of today. */
  const openByOldCopy = async ({ key, participantId, envelope }: OldCopy) => {
    await bareVisit(api.dataSource, key);
    await api.keys.put(key);
    try {
      const place = { table: 'participant', rowId: participantId };
      return await api.get(Vault).open(api.dataSource.manager, key.visitId, place, envelope);
    } finally {
      await api.keys.remove(key.visitId);
      await api.dataSource.query('DELETE FROM visit WHERE id = $1', [key.visitId]);
    }
  };
  const nameOf = async ({ visitId }: BookedVisit) => (await sealedClientOf(api, visitId)).name;

  it('is seen by nobody from that moment on, and no old copy opens it; the others of its day live on', async () => {
    const [gone, mate] = [
      await bookedVisit(api, world.service, { clientName: 'Eeva Unohdettava' }),
      await bookedVisit(api, world.service),
    ];
    const copy = await copyOf(gone);
    expect((await erase(officer, gone.visitId)).status).toBe(204);

    // No worker has run yet.
    await expect(sealedClientOf(api, gone.visitId)).rejects.toThrow(VaultSealedError);
    const read = await gone.professional.get(visitPath(gone.visitId));
    expect(expectProblem(read).code).toBe('access.denied-or-missing');
    await expect(view(gone)).resolves.toEqual({ state: 'forgetting' });
    // Its invitation has not gone and does not go; the other one's does.
    await expect(runner.deliver()).resolves.toBe(1);
    // Pressed twice.
    expect((await erase(officer, gone.visitId)).status).toBe(204);

    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 0 });
    const { manager } = api.dataSource;
    await expect(manager.existsBy(VisitRow, { id: gone.visitId })).resolves.toBe(false);
    await expect(view(gone)).resolves.toEqual({ state: 'forgotten', forgottenOn: '2027-02-10' });
    await expect(openByOldCopy(copy)).rejects.toThrow(VaultSealedError);
    await expect(nameOf(mate)).resolves.toBe('Aino Virtanen');
    await expect(view(mate)).resolves.toMatchObject({ state: 'open' });
    expect(expectProblem(await erase(officer, gone.visitId)).code).toBe('access.denied-or-missing');

    const told = (await entriesOf(api, world.organisationId)).filter(
      ({ event }) => event === 'visit.erased-early',
    );
    expect(told).toMatchObject([
      {
        actorId: world.officer.id,
        targetId: gone.visitId,
        details: { reason: 'rights-request' },
      },
    ]);
    expect(JSON.stringify(told)).not.toContain('Unohdettava');
  });

  it('is forgotten by admins and data protection officers of its own organisation only, for a known reason', async () => {
    const visit = await bookedVisit(api, world.service);
    expect(expectProblem(await erase(officer, visit.visitId, 'other'))).toMatchObject({
      fields: [{ field: 'reason' }],
    });
    expect(expectProblem(await erase(visit.professional, visit.visitId)).code).toBe(
      'access.denied-or-missing',
    );
    const behindTheRoute = api.get(EarlyErasure);
    await expect(
      behindTheRoute.erase(actorOf(world.professional), visit.visitId, 'rights-request'),
    ).rejects.toThrow('access.denied-or-missing');
    const elsewhere = await buildWorld(api.dataSource, { name: 'Toinen' });
    const foreign = api.client();
    await foreign.signIn(elsewhere.admin.email);
    expect(expectProblem(await erase(foreign, visit.visitId)).code).toBe(
      'access.denied-or-missing',
    );
    await expect(nameOf(visit)).resolves.toBe('Aino Virtanen');
    const admin = api.client();
    await admin.signIn(world.admin.email);
    expect((await erase(admin, visit.visitId, 'consent-withdrawn')).status).toBe(204);
    await expect(nameOf(visit)).rejects.toThrow(VaultSealedError);
  });

  it('stays as it was while its key cannot be forgotten', async () => {
    const visit = await bookedVisit(api, world.service);
    await api.keys.pool.query('ALTER TABLE puncture RENAME TO away');
    try {
      expect(expectProblem(await erase(officer, visit.visitId)).code).toBe('vault.keys-missing');
    } finally {
      await api.keys.pool.query('ALTER TABLE away RENAME TO puncture');
    }
    await expect(nameOf(visit)).resolves.toBe('Aino Virtanen');
    await expect(view(visit)).resolves.toMatchObject({ state: 'open' });
  });

  it('called off, it opens in no old copy from the day on that it is due, and its later day’s others do', async () => {
    const far = { date: '2027-03-20' };
    const [off, stays] = [
      await bookedVisit(api, world.service, far),
      await bookedVisit(api, world.service, far),
    ];
    const copy = await copyOf(off);
    const cancel = { version: 1, reason: 'client-asked' };
    expect((await off.professional.post(visitPath(off.visitId, '/cancel'), cancel)).status).toBe(
      200,
    );
    await expect(api.keys.of(off.visitId)).resolves.toMatchObject({ dueDay: '2027-03-10' });
    await runner.sweep();
    await expect(nameOf(off)).resolves.toBe('Aino Virtanen');

    api.clock.set('2027-03-10T08:00:00.000Z');
    await expect(runner.sweep()).resolves.toMatchObject({ erased: 1, failed: 0 });
    await expect(openByOldCopy(copy)).rejects.toThrow(VaultSealedError);
    await expect(nameOf(stays)).resolves.toBe('Aino Virtanen');
  });
});
