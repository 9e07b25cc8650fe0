import { randomUUID } from 'node:crypto';
import { SystemRandomness, localDateOf } from '@tapaamo/common';
import { migrations } from '@tapaamo/database';
import { FileKeyStore, KEY_BYTES, moveKeys, refuseSameServer, sealBytes } from '@tapaamo/vault';
import { DataSource } from 'typeorm';
import { bareVisit } from '../../support/bare-visit.js';
import { temporaryFolder, testConfig } from '../../support/test-config.js';
import {
  createTestDatabase,
  databaseSettings,
  type TestDatabase,
} from '../../support/test-database.js';
import { SeenKeys } from '../../support/visit-keys.js';

const DUE = new Date('2027-03-10T08:45:00.000Z');
const MADE = new Date('2027-02-10T08:00:00.000Z');
const ORGANISATION = randomUUID();

describe('keys of visits that are in the main database still', () => {
  const folder = temporaryFolder();
  const randomness = new SystemRandomness();
  const keyStore = new FileKeyStore(folder.path, randomness);
  let database: TestDatabase;
  let owner: DataSource;
  let admin: DataSource;
  let keys: SeenKeys;

  beforeAll(async () => {
    database = await createTestDatabase();
    const connect = (url: string) => new DataSource({ type: 'postgres', url }).initialize();
    [owner, admin] = await Promise.all([connect(database.ownerUrl), connect(database.adminUrl)]);
    keys = new SeenKeys(database);
    await keysElsewhere('down');
  });

  afterAll(async () => {
    await Promise.all([owner.destroy(), admin.destroy(), keys.close()]);
    await database.drop();
    folder.remove();
  });

  const keysElsewhere = async (way: 'up' | 'down') => {
    const Migration = migrations.find(({ name }) => name.startsWith('KeysElsewhere'));
    const runner = owner.createQueryRunner();
    await runner.query("SET tapaamo.scope = 'installation'");
    await (Migration && new Migration()[way](runner));
    await runner.release();
  };
  /** Wrapped as it was then: bound to its day, not to its instant. */
  const oldKey = async (damaged = false) => {
    const [visitId, dueDay] = [randomUUID(), localDateOf(DUE)];
    const dayKey = await keyStore.getOrCreate({
      organisationId: ORGANISATION,
      dueDay,
      generation: 1,
    });
    const place = `visit_key|${visitId}|${ORGANISATION}|${dueDay}|1`;
    const wrapped = sealBytes(randomness, dayKey, place, randomness.bytes(KEY_BYTES));
    await bareVisit(admin, { visitId, organisationId: ORGANISATION, dueAt: DUE });
    await admin.query('INSERT INTO visit_key VALUES ($1, $2, $3, $4, 1, $5, $6)', [
      ...[visitId, ORGANISATION, DUE, dueDay],
      ...[damaged ? Buffer.alloc(60) : wrapped, MADE],
    ]);
    return { visitId, wrapped };
  };
  const config = () => testConfig({ ...databaseSettings(database), KEY_STORE_DIR: folder.path });

  it('are moved, bound to their due instant, and their table goes when it is empty', async () => {
    const [one, damaged] = [await oldKey(), await oldKey(true)];
    await expect(keysElsewhere('up')).rejects.toThrow('keys of visits were not moved');
    await admin.query('DROP TABLE IF EXISTS key_database');
    await expect(moveKeys(config(), keyStore, randomness)).resolves.toEqual({
      moved: 2,
      damaged: 1,
    });
    const moved = await keys.of(one.visitId);
    expect(moved).toMatchObject({ organisationId: ORGANISATION, dueAt: DUE, dueDay: '2027-03-10' });
    expect(moved.wrappedKey).not.toEqual(one.wrapped);
    expect((await keys.of(damaged.visitId)).wrappedKey).toEqual(Buffer.alloc(60));
    await expect(admin.query('SELECT FROM visit_key')).resolves.toEqual([]);
    // A run that was cut off before the main database let go of what was moved.
    await admin.query('INSERT INTO visit_key VALUES ($1, $2, $3, $4, 1, $5, $6)', [
      ...[one.visitId, ORGANISATION, DUE, '2027-03-10', one.wrapped, MADE],
    ]);
    await moveKeys(config(), keyStore, randomness);
    expect((await keys.of(one.visitId)).wrappedKey).toEqual(moved.wrappedKey);
    await keysElsewhere('up');
    await expect(admin.query('SELECT FROM visit_key')).rejects.toThrow('does not exist');
    await expect(moveKeys(config(), keyStore, randomness)).resolves.toMatchObject({ moved: 0 });
  });

  it('may not go to the server they come from, whatever it is called', async () => {
    await expect(refuseSameServer(config())).resolves.toBeUndefined();
    const same = { ...config(), KEY_DATABASE_OWNER_URL: database.adminUrl };
    await expect(refuseSameServer(same)).rejects.toThrow('KEY_DATABASE_URL must name another');
  });
});
