import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, type Config } from '@tapaamo/config';
import { exportJWK, generateKeyPair } from 'jose';
import { RelyingPartyKeys } from './relying-party-keys.js';

type Jwk = Record<string, unknown>;

describe('our keys at the identity provider', () => {
  let folder: string;
  let config: Config;
  /** A usable pair, made once: making keys is slow. */
  let pair: Jwk[];

  beforeAll(async () => {
    pair = await Promise.all([newKey('sig', 'RS256'), newKey('enc', 'RSA-OAEP')]);
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keys-'));
    const secret = 'x'.repeat(32);
    config = loadConfig({
      DATA_DIR: join(folder, 'data'),
      SESSION_SECRET: secret,
      ACCOUNT_SECRET: secret,
      MEETING_TOKEN_SECRET: secret,
    });
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('are made once in development, also by several processes at the same time', async () => {
    const loaded = await Promise.all([1, 2, 3, 4].map(() => RelyingPartyKeys.load(config)));
    const published = loaded.map(({ publicJwks }) => JSON.stringify(publicJwks));
    expect(new Set(published).size).toBe(1);
    const file = join(config.DATA_DIR, 'oidc-keys.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(config.DATA_DIR)).toEqual(['oidc-keys.json']);
    expect(JSON.stringify((await RelyingPartyKeys.load(config)).publicJwks)).toBe(published[0]);
  });

  it('are published without their private parts', async () => {
    const file = await keyFile(pair);
    const { publicJwks } = await RelyingPartyKeys.load({ ...config, OIDC_KEYS_FILE: file });
    expect(publicJwks.keys.map((key) => Object.keys(key).sort())).toEqual([
      ['alg', 'e', 'kid', 'kty', 'n', 'use'],
      ['alg', 'e', 'kid', 'kty', 'n', 'use'],
    ]);
    expect(publicJwks.keys.map(({ use, alg }) => [use, alg])).toEqual([
      ['sig', 'RS256'],
      ['enc', 'RSA-OAEP'],
    ]);
  });

  it('may hold a second one for opening tokens, which is not published', async () => {
    const [sig, enc] = pair;
    const file = await keyFile([sig, { ...enc, kid: 'new' }, { ...enc, kid: 'old' }]);
    const keys = await RelyingPartyKeys.load({ ...config, OIDC_KEYS_FILE: file });
    expect(keys.encryption.map(({ kid }) => kid)).toEqual(['new', 'old']);
    expect(keys.publicJwks.keys.map(({ kid }) => kid)).toEqual([sig?.['kid'], 'new']);
  });

  it('may hold further ones for signing, of which the first signs and all are published', async () => {
    const [sig, enc] = pair;
    const next = await newKey('sig', 'RS256');
    const file = await keyFile([sig, { ...next, kid: 'next' }, enc]);
    const keys = await RelyingPartyKeys.load({ ...config, OIDC_KEYS_FILE: file });
    expect(keys.signing.kid).toBe('sig');
    expect(keys.publicJwks.keys.map(({ kid }) => kid)).toEqual(['sig', 'next', 'enc']);
    expect(keys.publicJwks.keys.flatMap((key) => Object.keys(key))).not.toContain('d');
  });

  it.each([
    ['ftn-oid', undefined, ['RSA-OAEP']],
    ['suomifi-oidc', undefined, ['RSA-OAEP', 'RSA-OAEP-256']],
    ['suomifi-oidc', 'RSA-OAEP-256', ['RSA-OAEP-256']],
  ] as const)('open tokens of %s, for %s, by %j', async (dialect, alg, ways) => {
    const [sig, enc] = pair;
    const file = await keyFile([sig, { ...enc, alg }]);
    const settings = { ...config, OIDC_DIALECT: dialect, OIDC_KEYS_FILE: file };
    const { encryption, publicJwks } = await RelyingPartyKeys.load(settings);
    expect(encryption.map((key) => key.alg)).toEqual(ways);
    expect(publicJwks.keys[1]?.alg).toBe(ways[0]);
  });

  it.each<[string, (keys: Jwk[]) => unknown]>([
    ['no file', () => undefined],
    ['no JSON', () => '{'],
    ['no key that signs', ([, enc]) => ({ keys: [enc] })],
    ['no key that opens', ([sig]) => ({ keys: [sig] })],
    ['two keys of one name', ([sig, enc]) => ({ keys: [sig, sig, enc] })],
    [
      'a key for a way that is not used',
      ([sig, enc]) => ({ keys: [sig, { ...enc, alg: 'RSA1_5' }] }),
    ],
    [
      'three keys that open',
      ([sig, enc]) => ({ keys: [sig, enc, { ...enc, kid: 'b' }, { ...enc, kid: 'c' }] }),
    ],
    ['a public key', ([sig, enc]) => ({ keys: [{ ...sig, d: undefined }, enc] })],
    ['a short key', ([sig, enc]) => ({ keys: [{ ...sig, n: 'AQAB' }, enc] })],
    ['a key without a name', ([sig, enc]) => ({ keys: [{ ...sig, kid: '' }, enc] })],
  ])('are refused with %s, and the setting is named', async (_case, contentOf) => {
    const [sig = {}, enc = {}] = pair;
    const content = contentOf([sig, enc]);
    const file = content === undefined ? join(folder, 'nothing') : await keyFile(content);
    const error: unknown = await RelyingPartyKeys.load({ ...config, OIDC_KEYS_FILE: file }).catch(
      (thrown: unknown) => thrown,
    );
    expect(String(error)).toContain('OIDC_KEYS_FILE');
    expect(String(error)).not.toContain(String(sig['d']));
  });

  async function keyFile(content: unknown): Promise<string> {
    const file = join(folder, 'keys.json');
    const value = Array.isArray(content) ? { keys: content as Jwk[] } : content;
    await writeFile(file, typeof value === 'string' ? value : JSON.stringify(value));
    return file;
  }
});

async function newKey(use: string, alg: string): Promise<Jwk> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), use, alg, kid: use };
}
