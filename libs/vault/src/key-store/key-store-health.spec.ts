import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { jest } from '@jest/globals';
import type { Config } from '@tapaamo/config';
import { KeyStoreHealth } from './key-store-health.js';
import type { KeyStore } from './key-store.js';

it.each([
  ['file', '', 'none'],
  ['kms', '', 'none'],
  ['file', '/escrow', 'kept'],
  ['kms', '/escrow', 'kept'],
  ['transit', '', 'engine'],
] as const)('tells of the escrow of %s with KEY_ESCROW_DIR %j: %s', (kind, folder, told) => {
  const config = { KEY_STORE: kind, KEY_ESCROW_DIR: folder } as Config;
  expect(new KeyStoreHealth({} as KeyStore, config).escrow()).toBe(told);
});

it('asks the store once for all that ask at the same time', async () => {
  const folder = await mkdtemp(`${tmpdir()}/tapaamo-health-`);
  const organisations = jest.fn(() => Promise.resolve([]));
  const config = { KEY_STORE: 'file', KEY_STORE_DIR: folder } as Config;
  const health = new KeyStoreHealth({ organisations } as unknown as KeyStore, config);
  await expect(Promise.all([health.state(), health.state()])).resolves.toEqual(['safe', 'safe']);
  expect(organisations).toHaveBeenCalledTimes(1);
  await rm(folder, { recursive: true });
});
