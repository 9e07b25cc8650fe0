import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemClock, SystemRandomness } from '@tapaamo/common';
import { loadConfig, type Config } from '@tapaamo/config';
import { FileKeyStore } from './file-key-store.js';
import { KmsKeyStore } from './kms-key-store.js';
import { openKeyStore } from './open-key-store.js';
import { TransitKeyStore } from './transit-key-store.js';

describe('which key store is opened', () => {
  let base: string;

  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'tapaamo-open-'));
  });

  afterEach(async () => {
    await rm(base, { recursive: true });
  });

  const settings = (more: Record<string, string>): Config =>
    loadConfig({
      NODE_ENV: 'test',
      SESSION_SECRET: 'a session secret of a test, 32+ characters',
      ACCOUNT_SECRET: 'an account secret of a test, 32+ characters',
      MEETING_TOKEN_SECRET: 'a meeting secret of a test, 32+ characters',
      DATA_DIR: join(base, 'data'),
      KEY_STORE_DIR: join(base, 'keys'),
      KEY_STORE_URL: 'http://127.0.0.1:9',
      KEY_STORE_TOKEN_FILE: join(base, 'token'),
      KEY_STORE_REGION: 'eu-north-1',
      ...more,
    });
  const open = (more: Record<string, string>) =>
    openKeyStore(settings(more), new SystemRandomness(), new SystemClock());

  it('is the one that KEY_STORE names', async () => {
    const opened = await Promise.all([
      open({}),
      ...['file', 'transit', 'kms'].map((kind) => open({ KEY_STORE: kind })),
    ]);
    expect(opened.map((store) => store.constructor)).toEqual([
      FileKeyStore,
      FileKeyStore,
      TransitKeyStore,
      KmsKeyStore,
    ]);
    expect(opened.map(({ about }) => about.provider)).toEqual(['file', 'file', 'transit', 'kms']);
  });

  it.each(['pkcs11', 'File', 'awskms'])('is refused by the name of the setting: %s', (kind) => {
    expect(() => settings({ KEY_STORE: kind })).toThrow('KEY_STORE: ');
  });

  it.each(['file', 'kms'])('lies in no folder of a database: %s', async (kind) => {
    await writeFile(join(base, 'PG_VERSION'), '18\n');
    await expect(open({ KEY_STORE: kind })).rejects.toThrow('KEY_STORE_DIR must lie outside');
    await expect(open({ KEY_STORE: 'transit' })).resolves.toBeInstanceOf(TransitKeyStore);
  });
});
