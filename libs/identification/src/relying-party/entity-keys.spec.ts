import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, type Config } from '@tapaamo/config';
import { EntityKeys } from './entity-keys.js';
import { makeKey } from './key-file.js';
import { RelyingPartyKeys } from './relying-party-keys.js';

describe('our entity key', () => {
  let folder: string;
  let config: Config;
  let ours: RelyingPartyKeys;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'entity-'));
    const secret = 'x'.repeat(32);
    config = loadConfig({
      DATA_DIR: folder,
      SESSION_SECRET: secret,
      ACCOUNT_SECRET: secret,
      MEETING_TOKEN_SECRET: secret,
    });
    ours = await RelyingPartyKeys.load(config);
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('is made once in development, beside the others', async () => {
    const [first, second] = await Promise.all([load({}), load({})]);
    expect(first.signing?.kid).toBe(second.signing?.kid);
    expect(first.publicJwks.keys.map((key) => Object.keys(key).sort())).toEqual([
      ['alg', 'e', 'kid', 'kty', 'n', 'use'],
    ]);
    expect(await readdir(folder)).toEqual(['oidc-entity-key.json', 'oidc-keys.json']);
  });

  it('is never made in production', async () => {
    const { signing, publicJwks } = await load({ NODE_ENV: 'production' });
    expect(signing).toBeNull();
    expect(publicJwks.keys).toEqual([]);
    expect(await readdir(folder)).toEqual(['oidc-keys.json']);
  });

  it('may have a successor that is published before it signs', async () => {
    const file = join(folder, 'entity.json');
    const keys = [await makeKey('sig', 'RS256'), await makeKey('sig', 'RS256')];
    await writeFile(file, JSON.stringify({ keys }));
    const { signing, publicJwks } = await load({ OIDC_ENTITY_KEY_FILE: file });
    expect(publicJwks.keys.map(({ kid }) => kid)).toEqual(keys.map(({ kid }) => kid));
    expect(signing?.kid).toBe(keys[0]?.kid);
  });

  it('is refused when it is missing, none that signs, or one of the others', async () => {
    const unsuitable = join(folder, 'unsuitable.json');
    await writeFile(unsuitable, JSON.stringify({ keys: [await makeKey('enc', 'RSA-OAEP')] }));
    for (const file of [join(folder, 'nothing.json'), unsuitable, join(folder, 'oidc-keys.json')]) {
      const error = await load({ OIDC_ENTITY_KEY_FILE: file }).catch((thrown: unknown) => thrown);
      expect(String(error)).toContain('OIDC_ENTITY_KEY_FILE');
    }
  });

  const load = (changed: Partial<Config>): Promise<EntityKeys> =>
    EntityKeys.load({ ...config, ...changed }, ours);
});
