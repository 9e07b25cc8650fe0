import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SystemRandomness } from '@tapaamo/common';
import { Logger } from '@tapaamo/logging';
import { AccountSecrets, CodeGenerator, placeOfGenerator } from '@tapaamo/professional';
import { FileKeyStore, KeyStoreRow, KnownKeyStore } from '@tapaamo/vault';
import { MeetingTokens } from '@tapaamo/visit';
import { DataSource } from 'typeorm';
import { operate } from '../../../apps/job-runner/src/operator/operate.js';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit } from '../../support/booked-visit.js';
import { changedTables, databaseSnapshot } from '../../support/database-snapshot.js';
import { readVisit } from '../../support/door.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const OLD = 'the account secret before, 32+ characters';

/** A key store on a slow disk. */
class SlowKeyStore extends FileKeyStore {
  constructor(
    folder: string,
    private readonly wait: () => Promise<unknown>,
  ) {
    super(folder, new SystemRandomness());
  }

  override async rekey(): Promise<Map<string, number>> {
    await this.wait();
    return super.rekey();
  }
}

describe('keys rotate', () => {
  let api: TestApi;
  let world: TestOrganisation;

  beforeEach(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  afterEach(async () => {
    await api.close();
  });

  const rotate = (what: string, previous = OLD) =>
    operate(
      ['keys', 'rotate', '--what', what],
      () => ({ ...api.config, ACCOUNT_SECRET_PREVIOUS: previous }),
      { clock: api.clock },
    );
  const secretsUnder = (secret: string, previous = '') =>
    new AccountSecrets(
      { ...api.config, ACCOUNT_SECRET: secret, ACCOUNT_SECRET_PREVIOUS: previous },
      new SystemRandomness(),
    );
  /** Gives somebody a generator whose secret is sealed under an account secret. */
  const generator = async (professionalId: string, under: string) => {
    const secret = randomBytes(20);
    await api.dataSource.manager.insert(CodeGenerator, {
      professionalId,
      organisationId: world.organisationId,
      sealedSecret: secretsUnder(under).seal(placeOfGenerator(professionalId), secret),
      lastStep: 7,
      createdAt: api.clock.now(),
    });
    return secret;
  };
  const sealedOf = async (professionalId: string) =>
    (await api.dataSource.manager.findOneByOrFail(CodeGenerator, { professionalId })).sealedSecret;
  const rotations = async () =>
    (await entriesOf(api, world.organisationId)).flatMap(({ event, actorKind, details }) =>
      event === 'keys.rotated' ? [[actorKind, details]] : [],
    );

  it('seals second factors under the present secret, once, and leaves those that are', async () => {
    const { professional, colleague } = world;
    const old = await generator(professional.id, OLD);
    await generator(colleague.id, api.config.ACCOUNT_SECRET);
    const untouched = await sealedOf(colleague.id);
    await expect(rotate('accounts')).resolves.toEqual({
      text: 'Sealed anew under ACCOUNT_SECRET: 1.\nACCOUNT_SECRET_PREVIOUS can be emptied.\n',
      exitCode: 0,
    });
    const sealed = await sealedOf(professional.id);
    expect(api.get(AccountSecrets).open(placeOfGenerator(professional.id), sealed)).toEqual(old);
    expect(await sealedOf(colleague.id)).toEqual(untouched);
    expect((await rotate('accounts')).text).toContain('anew under ACCOUNT_SECRET: 0.');
    expect(await rotations()).toEqual([
      ['operator', { count: 1 }],
      ['operator', { count: 0 }],
    ]);
  });

  it('says so when something opens under neither secret, and leaves it', async () => {
    await generator(world.professional.id, 'a secret that nobody has any more, 32+');
    const before = await sealedOf(world.professional.id);
    const { text, exitCode } = await rotate('accounts');
    expect([text.includes('Under neither secret: 1.'), exitCode]).toEqual([true, 3]);
    expect(await sealedOf(world.professional.id)).toEqual(before);
  });

  it('changes the root of the key store beside a running API, and every name stays readable', async () => {
    const visit = await bookedVisit(api, world.service);
    const root = () => readFileSync(join(api.config.KEY_STORE_DIR, 'root.key'));
    const before = root();
    await expect(rotate('key-store')).resolves.toEqual({
      text: 'The key store has a new root key. Day keys under it: 1.\nWhat was destroyed before can be had back by nobody.\n',
      exitCode: 0,
    });
    expect(root()).not.toEqual(before);
    expect(await rotations()).toEqual([['operator', { count: 1 }]]);
    const { participants } = await readVisit(visit.professional, visit.visitId);
    expect(participants.map(({ name }) => name)).toContain('Aino Virtanen');
    const later = await bookedVisit(api, world.service, { date: '2027-02-11' });
    expect(later.booking.client?.name).toBe('Aino Virtanen');
  });

  it('may write files for longer than a transaction may pause', async () => {
    const impatient = await new DataSource({
      type: 'postgres',
      url: api.database.url,
      entities: [KeyStoreRow],
      extra: { idle_in_transaction_session_timeout: 50 },
    }).initialize();
    const slow = new SlowKeyStore(api.config.KEY_STORE_DIR, () =>
      api.dataSource.query('SELECT pg_sleep(0.3)'),
    );
    await expect(
      new KnownKeyStore(slow, impatient, api.get(Logger), api.clock).rekey(),
    ).resolves.toBeInstanceOf(Map);
    await impatient.destroy();
  });

  it.each([
    [['--what', 'sessions'], '--what'],
    [[], '--what'],
    [['--what', 'accounts', '--organisation', randomUUID()], '--organisation'],
  ])('refuses %j', async (options, part) => {
    const before = await databaseSnapshot(api.database.adminUrl, { besides: [] });
    const { text, exitCode } = await operate(['keys', 'rotate', ...options], () => api.config);
    expect([text.includes(part) ? part : text, exitCode]).toEqual([part, 1]);
    const after = await databaseSnapshot(api.database.adminUrl, { besides: [] });
    expect(changedTables(before, after)).toEqual([]);
  });

  it('refuses without a secret before, and without the key store', async () => {
    const without = await rotate('accounts', '');
    expect([without.text.includes('ACCOUNT_SECRET_PREVIOUS is empty'), without.exitCode]).toEqual([
      true,
      1,
    ]);
    rmSync(api.config.KEY_STORE_DIR, { recursive: true });
    const away = await rotate('key-store');
    expect([away.text.includes('KEY_STORE_DIR'), away.exitCode]).toEqual([true, 1]);
  });
});

describe('a secret that was changed', () => {
  let api: TestApi;
  let renewed: TestApi;

  beforeAll(async () => {
    api = await startApi();
    const { SESSION_SECRET, MEETING_TOKEN_SECRET } = api.config;
    renewed = await startApi({
      beside: api,
      config: {
        SESSION_SECRET: 'the session secret from now on, 32+',
        SESSION_SECRET_PREVIOUS: SESSION_SECRET,
        MEETING_TOKEN_SECRET: 'the meeting secret from now on, 32+',
        MEETING_TOKEN_SECRET_PREVIOUS: MEETING_TOKEN_SECRET,
      },
    });
  });

  afterAll(async () => {
    await renewed.close();
    await api.close();
  });

  it('signs nobody out while the one before it is named', async () => {
    const world = await buildWorld(api.dataSource);
    const [before, after] = [api.client(), renewed.client()];
    await before.signIn(world.professional.email);
    before.cookies.forEach((value, name) => after.cookies.set(name, value));
    expect((await after.get('/api/me')).status).toBe(200);
    await after.signIn(world.professional.email);
    after.cookies.forEach((value, name) => before.cookies.set(name, value));
    expect((await before.get('/api/me')).status).toBe(401);
  });

  it('lets in who came for the meeting with a token under the one before it', async () => {
    const claims = {
      organisationId: randomUUID(),
      visitId: randomUUID(),
      participantId: randomUUID(),
      sessionId: randomUUID(),
      role: 'client',
    } as const;
    const [old, present] = [api.get(MeetingTokens), renewed.get(MeetingTokens)];
    await expect(present.verify(await old.sign(claims))).resolves.toEqual(claims);
    await expect(present.verify(await present.sign(claims))).resolves.toEqual(claims);
    await expect(old.verify(await present.sign(claims))).rejects.toThrow('meeting.token-invalid');
    const expired = await old.sign(claims);
    api.clock.advance(61_000);
    await expect(present.verify(expired)).rejects.toThrow('meeting.token-invalid');
  });
});
