import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, type Config, type ConfigInvalidError } from '@tapaamo/config';
import { makeKey } from '../key-file.js';
import { ProviderFiles } from './provider-files.js';

const ISSUER = 'https://isb.example';
const METADATA = {
  issuer: ISSUER,
  authorization_endpoint: `${ISSUER}/oauth/authorize`,
  token_endpoint: `${ISSUER}/oauth/token`,
  jwks_uri: `${ISSUER}/jwks`,
};

describe('what the operator was handed over about the provider', () => {
  let folder: string;
  let config: Config;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'provider-'));
    const secret = 'x'.repeat(32);
    config = loadConfig({
      SESSION_SECRET: secret,
      ACCOUNT_SECRET: secret,
      MEETING_TOKEN_SECRET: secret,
      OIDC_ISSUER: ISSUER,
    });
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('may be nothing', async () => {
    const { metadata, keys, entityKeys } = await ProviderFiles.load(config);
    expect([metadata, keys, entityKeys]).toEqual([null, null, null]);
  });

  it('is metadata, of which only what is used is taken', async () => {
    const OIDC_METADATA_FILE = await write('m', { ...METADATA, mtls_endpoint_aliases: {} });
    const { metadata } = await ProviderFiles.load({ ...config, OIDC_METADATA_FILE });
    expect(metadata).toEqual(METADATA);
  });

  it('are keys, without whatever does not sign with RS256', async () => {
    const key = await makeKey('sig', 'RS256');
    const others = [await makeKey('enc', 'RSA-OAEP'), { ...key, n: 'AQAB' }, { kty: 'EC' }, null];
    const OIDC_PROVIDER_JWKS_FILE = await write('k', { keys: [...others, key] });
    const { keys } = await ProviderFiles.load({ ...config, OIDC_PROVIDER_JWKS_FILE });
    const { kty, kid, use, alg, n, e } = key;
    expect(keys).toEqual({ keys: [{ kty, kid, use, alg, n, e }] });
  });

  it.each<[string, object, Partial<Config>, string]>([
    ['another issuer', { issuer: 'https://evil.example' }, {}, 'issuer: must be OIDC_ISSUER'],
    ['a plain endpoint', { token_endpoint: 'http://isb.example/t' }, {}, 'token_endpoint: must'],
    ['no endpoint', { authorization_endpoint: undefined }, {}, 'authorization_endpoint: must'],
    ['no keys', { jwks_uri: undefined }, {}, 'jwks_uri: must'],
    [
      'nowhere to push to',
      {},
      { OIDC_REQUEST_MODE: 'par' },
      'pushed_authorization_request_endpoint: must',
    ],
  ])('is refused with %s', async (_case, change, settings, problem) => {
    const OIDC_METADATA_FILE = await write('m', { ...METADATA, ...change });
    const problems = await problemsOf({ ...settings, OIDC_METADATA_FILE });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`OIDC_METADATA_FILE is not usable (${problem}`);
  });

  it('needs no address of keys where they are in hand', async () => {
    const OIDC_METADATA_FILE = await write('m', { ...METADATA, jwks_uri: undefined });
    const keys = await write('k', { keys: [await makeKey('sig', 'RS256')] });
    const inHand = { OIDC_METADATA_FILE, OIDC_PROVIDER_JWKS_FILE: keys };
    expect(await problemsOf(inHand)).toEqual([]);
  });

  it('is refused by all that is wrong with it at once, and no content is told', async () => {
    const metadata = { ...METADATA, issuer: 'https://evil.example', token_endpoint: 'http://x' };
    const problems = await problemsOf({
      OIDC_METADATA_FILE: await write('m', metadata),
      OIDC_PROVIDER_JWKS_FILE: await write('k', { keys: [{ kty: 'oct', k: 'a-secret' }] }),
      OIDC_PROVIDER_SIGNED_JWKS_URL: `${ISSUER}/signed`,
      OIDC_PROVIDER_ENTITY_KEYS_FILE: join(folder, 'nothing'),
    });
    expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual([
      'OIDC_METADATA_FILE',
      'OIDC_METADATA_FILE',
      'OIDC_PROVIDER_ENTITY_KEYS_FILE',
      'OIDC_PROVIDER_JWKS_FILE',
      'OIDC_PROVIDER_JWKS_FILE',
    ]);
    expect(problems.join()).not.toMatch(/evil|a-secret/);
  });

  it('has a key that vouches for a signed key set', async () => {
    expect(await problemsOf({ OIDC_PROVIDER_SIGNED_JWKS_URL: `${ISSUER}/signed` })).toEqual([
      'OIDC_PROVIDER_ENTITY_KEYS_FILE must name a file: OIDC_PROVIDER_SIGNED_JWKS_URL is checked by it.',
    ]);
  });

  it('has a signed key set for the keys that vouch for one, which would count for nothing', async () => {
    const keys = await write('e', { keys: [await makeKey('sig', 'RS256')] });
    expect(await problemsOf({ OIDC_PROVIDER_ENTITY_KEYS_FILE: keys })).toEqual([
      'OIDC_PROVIDER_SIGNED_JWKS_URL must be set: OIDC_PROVIDER_ENTITY_KEYS_FILE vouches for nothing else.',
    ]);
  });

  async function write(name: string, content: object): Promise<string> {
    const file = join(folder, name);
    await writeFile(file, JSON.stringify(content));
    return file;
  }

  async function problemsOf(changed: Partial<Config>): Promise<readonly string[]> {
    try {
      await ProviderFiles.load({ ...config, ...changed });
      return [];
    } catch (error) {
      return (error as ConfigInvalidError).problems;
    }
  }
});
