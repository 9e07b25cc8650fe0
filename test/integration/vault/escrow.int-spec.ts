import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { forgettingSchema } from '@tapaamo/contracts';
import { KeyEscrow, KeyStore, KeyStoreHealth } from '@tapaamo/vault';
import { operate } from '../../../apps/job-runner/src/operator/operate.js';
import { expectAnswer, expectProblem } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { bookingRequest } from '../../support/builders/booking-builder.js';
import { readVisit, visitPath } from '../../support/door.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { temporaryFolder, type TemporaryFolder } from '../../support/test-config.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('a key store that is lost', () => {
  let folder: TemporaryFolder;
  let api: TestApi;
  let runner: TestJobRunner;
  let world: TestOrganisation;
  let visit: BookedVisit;

  beforeAll(async () => {
    folder = temporaryFolder();
    const identities = await Promise.all([generateIdentity(), generateIdentity()]);
    const recipients = await Promise.all(identities.map(identityToRecipient));
    writeFileSync(join(folder.path, 'recipients'), recipients.join('\n'));
    writeFileSync(join(folder.path, 'private-key'), `# a recipient's\n${identities[1]}\n`);
    api = await startApi({
      config: {
        KEY_ESCROW_DIR: join(folder.path, 'escrow'),
        KEY_ESCROW_RECIPIENTS_FILE: join(folder.path, 'recipients'),
      },
    });
    runner = await startJobRunner(api);
    world = await buildWorld(api.dataSource);
    visit = await bookedVisit(api, world.service);
    await runner.module.get(KeyEscrow, { strict: false }).keep();
  });

  afterAll(async () => {
    await runner.close();
    await api.close();
    folder.remove();
  });

  const ready = () => api.client().get('/health/ready');
  const restore = (privateKey: string) =>
    operate(
      [
        ...['keys', 'restore', '--from', join(folder.path, 'escrow')],
        ...['--private-key', join(folder.path, privateKey)],
      ],
      () => api.config,
      { clock: api.clock },
    );

  it('is told of by health, also when its folder is open to others', async () => {
    expect((await ready()).json).toMatchObject({ keyStore: 'safe', keyEscrow: 'kept' });
    const keys = api.config.KEY_STORE_DIR;
    // Asked anew: the one that the API has answers as some seconds ago.
    const state = () => new KeyStoreHealth(api.get(KeyStore), api.config).state();
    chmodSync(keys, 0o755);
    const states = [await state()];
    chmodSync(keys, 0o700);
    renameSync(keys, `${keys}-away`);
    states.push(await state());
    renameSync(`${keys}-away`, keys);
    expect(states).toEqual(['open-to-others', 'away']);
  });

  it('tells admins for how long what is destroyed could be had back', async () => {
    const admin = api.client();
    await admin.signIn(world.admin.email);
    const { unrevivable } = expectAnswer(await admin.get('/api/forgetting'), 200, forgettingSchema);
    expect(unrevivable).toEqual({ escrowDays: 7, afterDays: 7 });
    const rotated = await operate(['keys', 'rotate', '--what', 'key-store'], () => api.config);
    expect(rotated.text).toContain('by nobody 7 days after its destruction (KEY_ESCROW_DAYS)');
  });

  it('comes back out of escrow with every name, without a restart', async () => {
    rmSync(api.config.KEY_STORE_DIR, { recursive: true });
    const read = () => visit.professional.get(visitPath(visit.visitId));
    expect(expectProblem(await read())).toMatchObject({ code: 'vault.keys-missing', status: 503 });
    await expect(restore('recipients')).resolves.toMatchObject({ exitCode: 1 });
    await expect(restore('private-key')).resolves.toEqual({
      text: 'Day keys restored: 1. There already: 0. Destroyed, and not brought back: 0.\n',
      exitCode: 0,
    });
    const { participants } = await readVisit(visit.professional, visit.visitId);
    expect(participants.map(({ name }) => name)).toContain('Aino Virtanen');
    const again = await visit.professional.post(
      '/api/bookings',
      bookingRequest(world.service, { time: '17:00' }),
    );
    expect(again.status).toBe(201);
    const told = (await entriesOf(api, world.organisationId)).filter(
      ({ event }) => event === 'keys.restored',
    );
    expect(told).toMatchObject([{ actorKind: 'operator', details: { count: 1 } }]);
  });

  it('is restored into no store of another installation', async () => {
    rmSync(api.config.KEY_STORE_DIR, { recursive: true });
    const other = await startApi({ config: { KEY_STORE_DIR: api.config.KEY_STORE_DIR } });
    await other.close();
    const { text, exitCode } = await restore('private-key');
    expect([text, exitCode]).toEqual([expect.stringContaining('not this installation’s'), 1]);
  });
});
