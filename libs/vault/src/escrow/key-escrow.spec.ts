import { link, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { SystemRandomness } from '@tapaamo/common';
import { loadConfig, type Config } from '@tapaamo/config';
import { Logger } from '@tapaamo/logging';
import { register } from 'prom-client';
import type { DayKeyName } from '../key-store/day-key.js';
import type { VisitKeys } from '../keys/visit-keys.js';
import { FileKeyStore } from '../key-store/file-key-store.js';
import { openEscrow } from './escrow-content.js';
import { KeyEscrow } from './key-escrow.service.js';
import { KeyRestore } from './key-restore.service.js';

const [OURS, THEIRS] = [
  '0b2f7a52-5c1e-4c39-9d54-6a1f0e7d3c11',
  '1b2f7a52-5c1e-4c39-9d54-6a1f0e7d3c11',
];
const nameOf = (dueDay: string, organisationId = OURS) => ({
  organisationId,
  dueDay,
  generation: 1,
});

describe('escrow of day keys', () => {
  let base: string;
  let store: FileKeyStore;
  let identities: string[];
  let now: Date;

  beforeAll(async () => {
    identities = await Promise.all([generateIdentity(), generateIdentity(), generateIdentity()]);
  });

  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'tapaamo-escrow-'));
    now = new Date('2027-03-10T09:00:00Z');
    store = storeIn('keys');
    await store.initialise();
    await nameRecipients(2);
  });

  afterEach(async () => {
    await rm(base, { recursive: true });
  });

  const randomness = new SystemRandomness();
  const clock = { now: () => now, isShifted: false, nowMs: () => now.getTime() };
  const pass = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
  const storeIn = (folder: string) => new FileKeyStore(join(base, folder), randomness);
  const nameRecipients = async (count: number) => {
    const keys = await Promise.all(identities.slice(0, count).map(identityToRecipient));
    await writeFile(join(base, 'recipients'), `# who\n${keys.join('\n')}\n\n`);
  };
  const config = (): Config => ({
    ...loadConfig({
      NODE_ENV: 'test',
      SESSION_SECRET: 'a session secret of a test, 32+ characters',
      ACCOUNT_SECRET: 'an account secret of a test, 32+ characters',
      MEETING_TOKEN_SECRET: 'a meeting secret of a test, 32+ characters',
      KEY_ESCROW_DIR: join(base, 'escrow'),
      KEY_ESCROW_RECIPIENTS_FILE: join(base, 'recipients'),
    }),
  });
  const escrow = (of = store, more: Partial<Config> = {}, logger = new Logger('test', 'silent')) =>
    new KeyEscrow({ ...config(), ...more }, of, clock, randomness, logger);
  const folderOf = (organisationId = OURS) => join(base, 'escrow', organisationId);
  const filesOf = async (organisationId = OURS) =>
    (await readdir(folderOf(organisationId)).catch(() => [] as string[])).sort();
  const newestOf = async (organisationId = OURS) =>
    readFile(join(folderOf(organisationId), (await filesOf(organisationId)).at(-1) ?? ''));
  const restoreInto = (
    of: FileKeyStore,
    identity = identities[0] ?? '',
    destroyedSince: DayKeyName[] = [],
  ) => {
    const keys = { destroyedDays: async () => destroyedSince } as unknown as VisitKeys;
    const restoring = new KeyRestore(config(), of, keys, clock, randomness);
    return restoring.restore(join(base, 'escrow'), identity);
  };

  it('is a file an organisation that either recipient opens, and nobody else', async () => {
    const key = await store.getOrCreate(nameOf('2027-04-10'));
    await store.getOrCreate(nameOf('2027-04-11', THEIRS));
    await store.destroy(nameOf('2027-03-09'));
    await expect(escrow().keep()).resolves.toEqual({ written: 2, removed: 0 });
    const sealed = await newestOf();
    for (const identity of identities.slice(0, 2)) {
      await expect(openEscrow(identity, sealed)).resolves.toEqual({
        form: 'tapaamo-escrow-1',
        store: await store.identity(),
        organisationId: OURS,
        keys: [{ dueDay: '2027-04-10', generation: 1, key: key.toString('base64') }],
        destroyed: [{ dueDay: '2027-03-09', generation: 1 }],
      });
    }
    await expect(openEscrow(identities[2] ?? '', sealed)).rejects.toThrow();
    expect(sealed.includes(key)).toBe(false);
    expect(sealed.includes(key.toString('base64'))).toBe(false);
    const [file = ''] = await filesOf();
    expect(file).toMatch(/^20270310T090000Z\.[\da-f]{16}\.escrow$/);
    expect((await stat(join(folderOf(), file))).mode & 0o777).toBe(0o600);
    expect((await stat(folderOf())).mode & 0o777).toBe(0o700);
  });

  it('follows new keys and destroyed ones within a quarter of an hour, and is written daily', async () => {
    await store.getOrCreate(nameOf('2027-04-10'));
    const written = async () => (await escrow().keep()).written;
    expect([await written(), await written()]).toEqual([1, 0]);
    await store.getOrCreate(nameOf('2027-04-11'));
    expect(await written()).toBe(0);
    pass(5);
    expect([await written(), await written()]).toEqual([1, 0]);
    await store.destroy(nameOf('2027-04-10'));
    pass(15);
    expect([await written(), await written()]).toEqual([1, 0]);
    const { keys, destroyed } = await openEscrow(identities[0] ?? '', await newestOf());
    expect([keys, destroyed].map((all) => all.map(({ dueDay }) => dueDay))).toEqual([
      ['2027-04-11'],
      ['2027-04-10'],
    ]);
    pass(24 * 60 - 1);
    expect(await written()).toBe(0);
    pass(1);
    expect(await written()).toBe(1);
  });

  it('tells how old it is: of the organisation whose newest file is oldest, and for ever where there is none', async () => {
    const age = async () => {
      const told = await register.getSingleMetricAsString('tapaamo_key_escrow_age_seconds');
      return / (\S+)$/.exec(told)?.[1];
    };
    const kept = escrow();
    expect(await age()).toBe('0');
    await store.getOrCreate(nameOf('2027-04-10'));
    expect(await age()).toBe('+Inf');
    await kept.keep();
    pass(10);
    await store.getOrCreate(nameOf('2027-04-10', THEIRS));
    await kept.keep();
    expect(await age()).toBe('600');
    escrow(store, { KEY_ESCROW_DIR: '' });
    expect(await age()).toBe('-1');
  });

  it.each([
    [{ KEY_ESCROW_DIR: '' }, true],
    [{}, false],
    [{ KEY_ESCROW_DIR: '', KEY_STORE: 'transit' as const }, false],
    [{ KEY_ESCROW_DIR: '', NODE_ENV: 'test' as const }, false],
  ])('is missed in the log of production that begins with %j: %s', async (more, isTold) => {
    let log = '';
    const logger = new Logger('test', 'warn', { write: (line) => (log += line) });
    await escrow(store, { NODE_ENV: 'production', ...more }, logger).onModuleInit();
    expect(log.includes('keys.no-escrow')).toBe(isTold);
  });

  it('is sealed anew when its recipients change', async () => {
    await store.getOrCreate(nameOf('2027-04-10'));
    await escrow().keep();
    await nameRecipients(3);
    pass(5);
    await expect(escrow().keep()).resolves.toMatchObject({ written: 1 });
    await expect(openEscrow(identities[2] ?? '', await newestOf())).resolves.toBeDefined();
  });

  it('is written over and gone after its days, of organisations that have no keys any more too', async () => {
    await store.getOrCreate(nameOf('2027-04-10'));
    await escrow().keep();
    const [file = ''] = await filesOf();
    const before = await newestOf();
    const witness = join(base, 'witness');
    await link(join(folderOf(), file), witness);
    await writeFile(join(folderOf(), `${file}.left-by-a-crash`), before);
    await rm(join(base, 'keys', OURS), { recursive: true });
    pass(7 * 24 * 60);
    await expect(escrow().keep()).resolves.toEqual({ written: 0, removed: 1 });
    expect(await filesOf()).toEqual([file]);
    pass(1);
    await expect(escrow().keep()).resolves.toEqual({ written: 0, removed: 1 });
    expect(await filesOf()).toEqual([]);
    const after = await readFile(witness);
    expect(after).toHaveLength(before.length);
    expect(after.includes(before.subarray(0, 8))).toBe(false);
  });

  it('takes old files away also when there is nobody to seal new ones for', async () => {
    await store.getOrCreate(nameOf('2027-04-10'));
    await escrow().keep();
    pass(7 * 24 * 60 + 1);
    await rm(join(base, 'recipients'));
    await expect(escrow().keep()).rejects.toThrow('KEY_ESCROW_RECIPIENTS_FILE cannot be read');
    expect(await filesOf()).toEqual([]);
  });

  it('has what can be read when a day key is damaged', async () => {
    await store.getOrCreate(nameOf('2027-04-10'));
    await store.getOrCreate(nameOf('2027-04-11'));
    await writeFile(join(base, 'keys', OURS, '2027-04-10.1.key'), Buffer.alloc(60));
    await expect(escrow().keep()).resolves.toMatchObject({ written: 1 });
    const { keys } = await openEscrow(identities[0] ?? '', await newestOf());
    expect(keys.map(({ dueDay }) => dueDay)).toEqual(['2027-04-11']);
  });

  it.each([
    ['one recipient', 1, 'must name two recipients'],
    ['none', 0, 'must name two recipients'],
  ])('does not begin with %s', async (_what, count, told) => {
    await nameRecipients(count);
    await expect(escrow().onModuleInit()).rejects.toThrow(`KEY_ESCROW_RECIPIENTS_FILE ${told}`);
  });

  it('does not begin with the same recipient twice, or with what is none, which it does not repeat', async () => {
    const [recipient = ''] = await Promise.all(identities.slice(0, 1).map(identityToRecipient));
    await writeFile(join(base, 'recipients'), `${recipient}\n${recipient}\n`);
    await expect(escrow().onModuleInit()).rejects.toThrow('must name two recipients');
    await writeFile(join(base, 'recipients'), `${recipient}\n${identities[1] ?? ''}\n`);
    const refusal = await escrow()
      .onModuleInit()
      .catch((error: unknown) => String(error));
    expect(refusal).toContain('has a line that is no public key');
    expect(refusal).not.toContain('SECRET');
  });

  describe('brings back a store that was lost', () => {
    let kept: Buffer[];
    const days = ['2027-04-10', '2027-04-11'];

    beforeEach(async () => {
      kept = await Promise.all(days.map((day) => store.getOrCreate(nameOf(day))));
      await store.getOrCreate(nameOf('2027-04-12', THEIRS));
      await store.getOrCreate(nameOf('2027-03-09'));
      await store.destroy(nameOf('2027-03-09'));
      await escrow().keep();
    });

    it('with its id and every key, the second recipient’s key as well as the first’s, and none that was destroyed', async () => {
      const fresh = storeIn('fresh');
      await expect(restoreInto(fresh, identities[1])).resolves.toEqual({
        restored: new Map([
          [OURS, 2],
          [THEIRS, 1],
        ]),
        kept: 0,
        displaced: 0,
        refused: 0,
        tooOld: [],
        unopened: [],
      });
      await expect(fresh.identity()).resolves.toBe(await store.identity());
      expect(await Promise.all(days.map((day) => fresh.get(nameOf(day))))).toEqual(kept);
      await expect(fresh.getOrCreate(nameOf('2027-03-09'))).rejects.toThrow();
      await expect(restoreInto(fresh)).resolves.toMatchObject({ restored: new Map(), kept: 3 });
    });

    it('but no key of which the key database knows that it was destroyed since', async () => {
      const fresh = storeIn('fresh');
      const since = [nameOf('2027-04-10')];
      await expect(restoreInto(fresh, identities[0], since)).resolves.toMatchObject({ refused: 1 });
      await expect(fresh.get(nameOf('2027-04-10'))).resolves.toBeNull();
      await expect(fresh.getOrCreate(nameOf('2027-04-10'))).rejects.toThrow();
    });

    it('but no key that was destroyed since, nor one in whose place another is', async () => {
      const fresh = storeIn('fresh');
      await fresh.destroy(nameOf('2027-04-10'));
      const other = await fresh.getOrCreate(nameOf('2027-04-11'));
      await expect(restoreInto(fresh)).resolves.toMatchObject({
        restored: new Map([[THEIRS, 1]]),
        refused: 1,
        displaced: 1,
      });
      await expect(fresh.get(nameOf('2027-04-10'))).resolves.toBeNull();
      await expect(fresh.get(nameOf('2027-04-11'))).resolves.toEqual(other);
    });

    it('and destroys no living key for what a file says', async () => {
      const fresh = storeIn('fresh');
      const living = await fresh.getOrCreate(nameOf('2027-03-09'));
      await restoreInto(fresh);
      await expect(fresh.get(nameOf('2027-03-09'))).resolves.toEqual(living);
    });

    it('from no file that ought to be gone, that is damaged, or that another key sealed', async () => {
      const nothing = { restored: new Map(), kept: 0 };
      await expect(restoreInto(storeIn('a'), identities[2])).resolves.toMatchObject({
        ...nothing,
        unopened: [OURS, THEIRS],
      });
      const [file = ''] = await filesOf();
      const sealed = await newestOf();
      await writeFile(join(folderOf(), file), sealed.subarray(0, -1));
      await expect(restoreInto(storeIn('b'))).resolves.toMatchObject({
        restored: new Map([[THEIRS, 1]]),
        unopened: [OURS],
      });
      pass(7 * 24 * 60 + 1);
      await expect(restoreInto(storeIn('c'))).resolves.toMatchObject({
        ...nothing,
        tooOld: [OURS, THEIRS],
      });
      await expect(storeIn('c').identity()).resolves.toBeNull();
    });

    it('from no file that was put into another organisation’s folder', async () => {
      const sealed = await newestOf();
      const [file = ''] = await filesOf(THEIRS);
      await writeFile(join(folderOf(THEIRS), file), sealed);
      await expect(restoreInto(storeIn('fresh'))).resolves.toMatchObject({ unopened: [THEIRS] });
    });

    it('whose id comes last: cut off before, it is there for nobody', async () => {
      const fresh = storeIn('fresh');
      // A file where its folder should be: the second organisation cannot be restored.
      await mkdir(join(base, 'fresh'), { mode: 0o700 });
      await writeFile(join(base, 'fresh', THEIRS), '');
      await expect(restoreInto(fresh)).rejects.toThrow();
      await expect(fresh.identity()).resolves.toBeNull();
      await rm(join(base, 'fresh', THEIRS));
      await restoreInto(fresh);
      await expect(fresh.identity()).resolves.toBe(await store.identity());
    });
  });
});
