import { randomUUID } from 'node:crypto';
import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SystemClock, SystemRandomness } from '@tapaamo/common';
import {
  FileKeyStore,
  KeysMissingError,
  KmsClient,
  KmsKeyStore,
  TransitClient,
  TransitKeyStore,
  DayKeyDestroyedError,
  type DayKeyName,
  type KeyStore,
} from '@tapaamo/vault';
import { KmsDouble } from '../../support/kms-double.js';
import { temporaryFolder, type TemporaryFolder } from '../../support/test-config.js';
import { TransitDouble } from '../../support/transit-double.js';
import { bytesBelow, destroyMortally, writeVaultCode } from '../../support/vault-process.js';

/** How long a test waits for an engine that says nothing, and for one that answers, in milliseconds. */
const [IMPATIENT_MS, PATIENT_MS] = [300, 30_000];

let folder: TemporaryFolder;
let code: TemporaryFolder;
let transit: TransitDouble;
let kms: KmsDouble;
/** Another one for each round of a test. */
let place = 'keys';
const tokenFile = () => join(folder.path, 'token');
const credentialsFile = () => join(folder.path, 'credentials');
const rootFile = () => join(folder.path, place, 'root.key');
const randomness = new SystemRandomness();
const clock = new SystemClock();
const kmsPlace = () => ({
  url: kms.url,
  region: kms.region,
  credentialsFile: credentialsFile(),
});
const kmsStore = (patienceMs = PATIENT_MS, where = kmsPlace()) =>
  new KmsKeyStore(join(folder.path, place), randomness, new KmsClient(where, clock, patienceMs));
/** A file where a folder should be: no right to read cannot be tried as root. */
const breakFolder = () => {
  renameSync(join(folder.path, place), join(folder.path, 'aside'));
  writeFileSync(join(folder.path, place), '');
};
const everything = (store: KeyStore) => [
  () => store.get(nameOf('2027-03-10')),
  () => store.getOrCreate(nameOf('2027-03-10')),
  () => store.destroy(nameOf('2027-03-10')),
  () => store.identity(),
  () => store.organisations(),
  () => store.listBefore(organisationId, '2027-03-11'),
];

/** Each provider: another process's view of the same store, how it is broken, and what then may not be answered. */
const PROVIDERS = {
  file: {
    grade: 'C',
    caveats: ['disk-may-keep'],
    open: (): KeyStore => new FileKeyStore(join(folder.path, place), randomness),
    place: () => ({ folder: join(folder.path, place) }),
    breakIt: breakFolder,
    damageIt: () => {
      const key = join(folder.path, place, organisationId, '2027-03-10.1.key');
      writeFileSync(key, readFileSync(key).fill(0));
    },
    unanswered: everything,
  },
  transit: {
    grade: 'B',
    caveats: ['engine-keeps-snapshots'],
    open: (): KeyStore =>
      new TransitKeyStore(new TransitClient(transit.mount, tokenFile(), PATIENT_MS)),
    place: () => ({ url: transit.mount, tokenFile: tokenFile() }),
    breakIt: () => {
      transit.fault = 503;
    },
    damageIt: () => {
      transit.fault = 'babble';
    },
    unanswered: everything,
  },
  kms: {
    grade: 'A',
    caveats: ['service-is-trusted'],
    open: (): KeyStore => kmsStore(),
    place: () => ({ folder: join(folder.path, place), ...kmsPlace() }),
    breakIt: () => {
      kms.fault = 503;
    },
    damageIt: () => {
      kms.fault = 'babble';
    },
    // A day key is destroyed and listed in the folder; what seals it needs the service.
    unanswered: (store: KeyStore) => [
      () => store.get(nameOf('2027-03-10')),
      () => store.getOrCreate(nameOf('2027-03-10')),
      () => store.rekey(),
    ],
  },
} as const;

beforeAll(() => {
  code = temporaryFolder();
  writeVaultCode(code.path);
});

afterAll(() => code.remove());

beforeEach(async () => {
  folder = temporaryFolder();
  place = 'keys';
  transit = new TransitDouble();
  kms = new KmsDouble(() => clock.now());
  await Promise.all([transit.listen(), kms.listen()]);
  writeFileSync(tokenFile(), `${transit.token}\n`);
  writeFileSync(credentialsFile(), kms.credentials);
});

afterEach(async () => {
  await Promise.all([transit.close(), kms.close()]);
  folder.remove();
});

const organisationId = randomUUID();
const nameOf = (dueDay: string, generation = 1): DayKeyName => ({
  organisationId,
  dueDay,
  generation,
});

describe.each(['file', 'transit', 'kms'] as const)('a key store: %s', (provider) => {
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

  it('throws at what it cannot answer while it is broken, and never says null', async () => {
    await open().initialise();
    await open().getOrCreate(nameOf('2027-03-10'));
    PROVIDERS[provider].breakIt();
    for (const ask of PROVIDERS[provider].unanswered(open())) {
      await expect(ask()).rejects.toThrow();
    }
  });

  it('takes what is damaged for an outage, and makes nothing in its place', async () => {
    await open().getOrCreate(nameOf('2027-03-10'));
    PROVIDERS[provider].damageIt();
    await expect(open().get(nameOf('2027-03-10'))).rejects.toThrow(KeysMissingError);
    await expect(open().getOrCreate(nameOf('2027-03-10'))).rejects.toThrow(KeysMissingError);
  });

  it('keeps a key destroyed, and every other one, whatever act its destruction is killed before', async () => {
    const [gone, ...others] = ['2027-03-01', '2027-03-02', '2027-03-03'].map((day) => nameOf(day));
    let [lived, kills] = [false, 0];
    for (let dieBefore = 1; !lived; dieBefore += 1) {
      place = `round-${String(dieBefore)}`;
      const [name, ...rest] = [gone!, ...others].map((one) => ({
        ...one,
        generation: dieBefore,
      }));
      const store = open();
      await store.getOrCreate(name!);
      const made = await Promise.all(rest.map((one) => store.getOrCreate(one)));
      const root = provider === 'transit' ? null : readFileSync(rootFile());
      lived = await destroyMortally(join(code.path, 'code'), provider, {
        place: PROVIDERS[provider].place(),
        dieBefore,
        name: name!,
      });
      kills += lived ? 0 : 1;
      // Who books meanwhile gets a key that lasts.
      const booked = await open().getOrCreate(nameOf('2027-04-01', dieBefore));
      // As the sweep does: what is still listed is destroyed, and what is due is done.
      for (const listed of await open().listBefore(organisationId, '2027-03-02')) {
        await open().destroy(listed);
      }
      if (await open().isRekeyDue()) {
        await open().rekey();
      }
      for (const any of [store, open()]) {
        await expect(any.get(name!)).resolves.toBeNull();
        await expect(any.getOrCreate(name!)).rejects.toThrow(DayKeyDestroyedError);
        expect(await Promise.all(rest.map((one) => any.get(one)))).toEqual(made);
        await expect(any.get(nameOf('2027-04-01', dieBefore))).resolves.toEqual(booked);
      }
      if (root !== null) {
        expect(readFileSync(rootFile())).toHaveLength(root.length);
        expect(bytesBelow(join(folder.path, place)).includes(root)).toBe(false);
      }
    }
    expect(kills).toBeGreaterThan({ file: 25, transit: 3, kms: 15 }[provider]);
  }, 240_000);

  it('says what destroying is worth', () => {
    const { grade, caveats } = PROVIDERS[provider];
    expect(open().about).toEqual({ provider, grade, destroyLatency: 'PT0S', caveats });
  });
});

describe('the transit engine', () => {
  const store = () => PROVIDERS.transit.open();

  it.each([
    ['an error', () => (transit.fault = 500)],
    ['a refusal', () => writeFileSync(tokenFile(), 'another token')],
    ['an error as if there were nothing', () => (transit.fault = 404)],
    ...[400, 403, 500, 503].map((status): [string, () => void] => [
      `${String(status)} and no error named, as for what is not there`,
      () => {
        transit.fault = status;
        transit.faultErrors = [];
      },
    ]),
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

describe('the key service of AWS', () => {
  it.each([
    ['an error', () => (kms.fault = 500)],
    ['what it says of a key without material', () => (kms.fault = 'KMSInvalidStateException')],
    ['what it says of a key that is not there', () => (kms.fault = 'NotFoundException')],
    ['something else', () => (kms.fault = 'babble')],
    ['silence', () => (kms.fault = 'silence')],
    [
      'a refusal of the secret',
      () => writeFileSync(credentialsFile(), kms.credentials.replace('secret/', 'guess/')),
    ],
    ['a question, having no credentials', () => writeFileSync(credentialsFile(), '[default]\n')],
  ])('is an outage when it answers with %s, and heals by itself', async (_what, breakIt) => {
    const made = await kmsStore().getOrCreate(nameOf('2027-03-10'));
    breakIt();
    const broken = kmsStore(kms.fault === 'silence' ? IMPATIENT_MS : PATIENT_MS);
    await expect(broken.get(nameOf('2027-03-10'))).rejects.toThrow(KeysMissingError);
    await expect(broken.rekey()).rejects.toThrow(KeysMissingError);
    kms.fault = null;
    writeFileSync(credentialsFile(), kms.credentials);
    await expect(kmsStore().get(nameOf('2027-03-10'))).resolves.toEqual(made);
  });

  it('is asked of its own region and with fresh signatures only', async () => {
    await kmsStore().getOrCreate(nameOf('2027-03-10'));
    const elsewhere = kmsStore(PATIENT_MS, { ...kmsPlace(), region: 'us-test-1' });
    await expect(elsewhere.get(nameOf('2027-03-10'))).rejects.toThrow(KeysMissingError);
    const late = { now: () => new Date(clock.nowMs() - 600_000) } as SystemClock;
    const client = new KmsClient(kmsPlace(), late, PATIENT_MS);
    const stale = new KmsKeyStore(join(folder.path, place), randomness, client);
    await expect(stale.get(nameOf('2027-03-10'))).rejects.toThrow(KeysMissingError);
  });

  it('gives day keys to who has had the root key, also while it is away', async () => {
    const store = kmsStore();
    const made = await store.getOrCreate(nameOf('2027-03-10'));
    kms.fault = 503;
    await expect(store.get(nameOf('2027-03-10'))).resolves.toEqual(made);
  });

  it('has material for one root key only once it is changed, and an older copy of the folder opens nothing', async () => {
    const store = kmsStore();
    await store.initialise();
    for (const day of ['2027-03-10', '2027-03-11']) {
      await store.getOrCreate(nameOf(day));
    }
    const copy = join(folder.path, 'copy');
    cpSync(join(folder.path, place), copy, { recursive: true });
    const copied = new KmsKeyStore(copy, randomness, new KmsClient(kmsPlace(), clock));
    await expect(copied.get(nameOf('2027-03-10'))).resolves.toHaveLength(32);
    await store.destroy(nameOf('2027-03-10'));
    for (let more = 0; more < 3; more += 1) {
      await store.rekey();
    }
    expect(kms.alive).toBe(1);
    const again = new KmsKeyStore(copy, randomness, new KmsClient(kmsPlace(), clock));
    for (const day of ['2027-03-10', '2027-03-11']) {
      await expect(again.get(nameOf(day))).rejects.toThrow(KeysMissingError);
    }
    await expect(kmsStore().get(nameOf('2027-03-11'))).resolves.toHaveLength(32);
  });

  it('leaves the keys of another installation in the same account alone', async () => {
    const ours = kmsStore();
    const made = await ours.getOrCreate(nameOf('2027-03-10'));
    place = 'theirs';
    await kmsStore().getOrCreate(nameOf('2027-03-10'));
    await kmsStore().rekey();
    place = 'keys';
    await expect(kmsStore().get(nameOf('2027-03-10'))).resolves.toEqual(made);
    expect(kms.alive).toBe(2);
  });
});
