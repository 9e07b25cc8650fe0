import { randomUUID } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SystemRandomness } from '@tapaamo/common';
import {
  FileKeyStore,
  KeysMissingError,
  TransitClient,
  TransitKeyStore,
  DayKeyDestroyedError,
  type KeyStore,
} from '@tapaamo/vault';
import { temporaryFolder, type TemporaryFolder } from '../../support/test-config.js';
import { TransitDouble } from '../../support/transit-double.js';

/** How long a test waits for an engine that says nothing, and for one that answers, in milliseconds. */
const [IMPATIENT_MS, PATIENT_MS] = [300, 30_000];

let folder: TemporaryFolder;
let transit: TransitDouble;
const tokenFile = () => join(folder.path, 'token');

/** Each provider: another process's view of the same store, and how it is broken and mended. */
const PROVIDERS = {
  file: {
    open: (): KeyStore => new FileKeyStore(join(folder.path, 'keys'), new SystemRandomness()),
    breakIt: () => {
      // A file where a folder should be: no right to read cannot be tried as root.
      renameSync(join(folder.path, 'keys'), join(folder.path, 'aside'));
      writeFileSync(join(folder.path, 'keys'), '');
    },
  },
  transit: {
    open: (): KeyStore =>
      new TransitKeyStore(new TransitClient(transit.mount, tokenFile(), PATIENT_MS)),
    breakIt: () => {
      transit.fault = 503;
    },
  },
} as const;

beforeEach(async () => {
  folder = temporaryFolder();
  transit = new TransitDouble();
  await transit.listen();
  writeFileSync(tokenFile(), `${transit.token}\n`);
});

afterEach(async () => {
  await transit.close();
  folder.remove();
});

const organisationId = randomUUID();
const nameOf = (dueDay: string, generation = 1) => ({ organisationId, dueDay, generation });

describe.each(['file', 'transit'] as const)('a key store: %s', (provider) => {
  const open = () => PROVIDERS[provider].open();

  it('gives one key to many that ask at once, and the same ever after', async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, () => open().getOrCreate(nameOf('2027-03-10'))),
    );
    expect(new Set(made.map((key) => key.toString('hex'))).size).toBe(1);
    expect(made[0]).toHaveLength(32);
    await expect(open().get(nameOf('2027-03-10'))).resolves.toEqual(made[0]);
  });

  it('has another key for each organisation, day and generation', async () => {
    const names = [
      nameOf('2027-03-10'),
      nameOf('2027-03-11'),
      nameOf('2027-03-10', 2),
      { ...nameOf('2027-03-10'), organisationId: randomUUID() },
    ];
    const keys = await Promise.all(names.map((name) => open().getOrCreate(name)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(4);
  });

  it('says null for what was never made or is destroyed, and never makes it again', async () => {
    await expect(open().get(nameOf('2027-03-10'))).resolves.toBeNull();
    await open().getOrCreate(nameOf('2027-03-10'));
    await open().destroy(nameOf('2027-03-10'));
    await open().destroy(nameOf('2027-03-10'));
    await expect(open().get(nameOf('2027-03-10'))).resolves.toBeNull();
    await expect(open().getOrCreate(nameOf('2027-03-10'))).rejects.toThrow(DayKeyDestroyedError);
    await expect(open().get(nameOf('2027-03-10'))).resolves.toBeNull();
    await expect(open().getOrCreate(nameOf('2027-03-10', 2))).resolves.toHaveLength(32);
  });

  it('lists the keys of days before a day until they are destroyed', async () => {
    await expect(open().organisations()).resolves.toEqual([]);
    for (const name of [nameOf('2027-03-08'), nameOf('2027-03-09', 2), nameOf('2027-03-10')]) {
      await open().getOrCreate(name);
    }
    await open().destroy(nameOf('2027-03-08'));
    await expect(open().organisations()).resolves.toEqual([organisationId]);
    await expect(open().listBefore(organisationId, '2027-03-10')).resolves.toEqual([
      nameOf('2027-03-09', 2),
    ]);
    await expect(open().listBefore(randomUUID(), '2027-03-10')).resolves.toEqual([]);
  });

  it('keeps keys and id through re-keying, which is due after a destruction at most', async () => {
    await expect(open().identity()).resolves.toBeNull();
    const identity = await open().initialise();
    expect(identity).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    const made = await open().getOrCreate(nameOf('2027-03-10'));
    await open().destroy(nameOf('2027-03-08'));
    await open().rekey();
    await expect(open().isRekeyDue()).resolves.toBe(false);
    await expect(open().get(nameOf('2027-03-10'))).resolves.toEqual(made);
    await expect(open().initialise()).resolves.toBe(identity);
    await expect(open().identity()).resolves.toBe(identity);
  });

  it('throws at everything while it is broken, and never says null', async () => {
    await open().initialise();
    await open().getOrCreate(nameOf('2027-03-10'));
    PROVIDERS[provider].breakIt();
    for (const ask of [
      () => open().get(nameOf('2027-03-10')),
      () => open().getOrCreate(nameOf('2027-03-10')),
      () => open().destroy(nameOf('2027-03-10')),
      () => open().identity(),
      () => open().organisations(),
      () => open().listBefore(organisationId, '2027-03-11'),
    ]) {
      await expect(ask()).rejects.toThrow();
    }
  });

  it('says what destroying is worth', () => {
    expect(open().about).toEqual({
      provider,
      grade: provider === 'file' ? 'C' : 'B',
      destroyLatency: 'PT0S',
    });
  });
});

describe('the transit engine', () => {
  const store = () => PROVIDERS.transit.open();

  it.each([
    ['an error', () => (transit.fault = 500)],
    ['a refusal', () => writeFileSync(tokenFile(), 'another token')],
    ['an error as if there were nothing', () => (transit.fault = 404)],
    ['silence', () => (transit.fault = 'silence')],
  ])('is an outage when it answers with %s, and heals by itself', async (_what, breakIt) => {
    const made = await store().getOrCreate(nameOf('2027-03-10'));
    breakIt();
    const patience = transit.fault === 'silence' ? IMPATIENT_MS : PATIENT_MS;
    const broken = new TransitKeyStore(new TransitClient(transit.mount, tokenFile(), patience));
    await expect(broken.get(nameOf('2027-03-10'))).rejects.toThrow(KeysMissingError);
    await expect(broken.destroy(nameOf('2027-03-10'))).rejects.toThrow(KeysMissingError);
    transit.fault = null;
    writeFileSync(tokenFile(), transit.token);
    await expect(store().get(nameOf('2027-03-10'))).resolves.toEqual(made);
  });

  it('is an outage where it is not mounted', async () => {
    const elsewhere = new TransitKeyStore(
      new TransitClient(transit.mount.replace('transit', 'elsewhere'), tokenFile(), PATIENT_MS),
    );
    await expect(elsewhere.get(nameOf('2027-03-10'))).rejects.toThrow(KeysMissingError);
  });
});
