import { createHmac } from 'node:crypto';
import { SignJWT, exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';
import { verifySignedKeySet } from './signed-key-set.js';

const ISSUER = 'https://isb.example';
const NOW = 1_900_000_000;
const EXPECTED = { issuer: ISSUER, now: NOW };

describe('a signed key set', () => {
  let entity: { privateKey: CryptoKey; jwk: JWK };
  let stranger: { privateKey: CryptoKey; jwk: JWK };
  let signing: JWK;

  beforeAll(async () => {
    entity = await newKey('entity');
    stranger = await newKey('entity');
    signing = (await newKey('signing')).jwk;
  });

  it('gives the keys that are in it, for as long as it says', async () => {
    const { keys, since, until } = await verify(await signed({}));
    expect(keys).toEqual([signing]);
    expect([since, until]).toEqual([NOW, NOW + 3600]);
  });

  it('is believed for a day at most', async () => {
    const { until, livesLong } = await verify(await signed({ exp: NOW + 7 * 86_400 }));
    expect([until, livesLong]).toEqual([NOW + 86_400, false]);
    const month = await verify(await signed({ exp: NOW + 30 * 86_400 }));
    expect([month.until, month.livesLong]).toEqual([NOW + 86_400, true]);
  });

  it.each<[string, string, () => Promise<string>]>([
    ['by another entity', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED', () => signed({}, {}, stranger)],
    ['by an unknown key', 'ERR_JWKS_NO_MATCHING_KEY', () => signed({}, { kid: 'x' }, stranger)],
    ['that has expired', 'ERR_JWT_EXPIRED', () => signed({ exp: NOW - 31 })],
    ['from the future', 'iat-future', () => signed({ iat: NOW + 31 })],
    ['without a beginning', 'iat', () => signed({ iat: undefined })],
    ['without an end', 'exp', () => signed({ exp: undefined })],
    ['about somebody else', 'sub', () => signed({ sub: 'https://other.example' })],
    ['of somebody else', 'iss', () => signed({ iss: 'https://other.example' })],
    ['of another kind', 'typ', () => signed({}, { typ: 'entity-statement+jwt' })],
    ['of no kind', 'typ', () => signed({}, { typ: undefined })],
    ['by another algorithm', 'ERR_JOSE_ALG_NOT_ALLOWED', () => signed({}, { alg: 'PS256' })],
    ['by its public key', 'ERR_JOSE_ALG_NOT_ALLOWED', () => byPublicKey()],
    ['by nobody', 'ERR_JOSE_ALG_NOT_ALLOWED', () => unsigned()],
    ['without keys', 'no-keys', () => signed({ keys: [] })],
    ['with a short key', 'no-keys', () => signed({ keys: [{ ...signing, n: 'AQAB' }] })],
    ['that is none', 'ERR_JWS_INVALID', () => Promise.resolve('<p>no')],
  ])('%s is refused as %s', async (_case, what, jwt) => {
    await expect(verify(await jwt())).rejects.toMatchObject({
      code: 'identification.rejected',
      reason: expect.stringContaining(`signed-keys:${what}`) as string,
    });
  });

  it('that is older than the known one is refused, and not what another node signed minutes before', async () => {
    const jwt = await signed({});
    await expect(verify(jwt, NOW)).resolves.toMatchObject({ since: NOW });
    // What is the newest known one stays so.
    await expect(verify(jwt, NOW + 300)).resolves.toMatchObject({ since: NOW + 300 });
    await expect(verify(jwt, NOW + 301)).rejects.toMatchObject({ reason: 'signed-keys:iat-older' });
  });

  async function verify(jwt: string, notBefore?: number): ReturnType<typeof verifySignedKeySet> {
    const known = notBefore === undefined ? {} : { notBefore };
    return verifySignedKeySet(jwt, { keys: [entity.jwk] }, { ...EXPECTED, ...known });
  }

  async function signed(
    claims: Record<string, unknown>,
    header: Record<string, string | undefined> = {},
    by: { privateKey: CryptoKey } = entity,
  ): Promise<string> {
    const alg = header['alg'] ?? 'RS256';
    const key =
      alg === 'RS256'
        ? by.privateKey
        : (await generateKeyPair(alg, { extractable: true })).privateKey;
    return new SignJWT(claimsWith(claims))
      .setProtectedHeader({ typ: 'jwk-set+jwt', kid: 'entity', ...header, alg })
      .sign(key);
  }

  function claimsWith(changed: Record<string, unknown>): Record<string, unknown> {
    const honest = { iss: ISSUER, sub: ISSUER, iat: NOW, exp: NOW + 3600, keys: [signing] };
    return { ...honest, ...changed };
  }

  function byHand(alg: string): string {
    const parts = [{ alg, typ: 'jwk-set+jwt', kid: 'entity' }, claimsWith({})];
    return parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  }

  async function byPublicKey(): Promise<string> {
    const text = byHand('HS256');
    const secret = createHmac('sha256', String(entity.jwk.n)).update(text).digest('base64url');
    return `${text}.${secret}`;
  }

  async function unsigned(): Promise<string> {
    return `${byHand('none')}.`;
  }
});

async function newKey(kid: string): Promise<{ privateKey: CryptoKey; jwk: JWK }> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const { kty, n, e } = await exportJWK(publicKey);
  return { privateKey, jwk: { kty, kid, use: 'sig', alg: 'RS256', n, e } };
}
