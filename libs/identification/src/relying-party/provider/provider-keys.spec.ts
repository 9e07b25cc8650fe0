import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, type Config } from '@tapaamo/config';
import type { Logger } from '@tapaamo/logging';
import { SignJWT, exportJWK, generateKeyPair, type CryptoKey } from 'jose';
import type { ProtocolClock } from '../protocol-clock.js';
import { ProviderFiles } from './provider-files.js';
import { ProviderKeys } from './provider-keys.js';

const HOUR = 3600;
const DAY = 86_400;

describe('the provider’s keys behind its signed key set', () => {
  let server: Server;
  let folder: string;
  let config: Config;
  let entity: CryptoKey;
  let now: number;
  let asked: number;
  let kid: string;
  let isDown: boolean;
  /** How long ago what is served was signed, in seconds. */
  let age: number;
  /** How long it gives itself to live, in seconds. */
  let life: number;
  let keys: ProviderKeys;
  const told: object[] = [];
  const logger = {
    error: (event: string, fields: object) => told.push({ event, ...fields }),
    warn: (event: string) => told.push({ event }),
  } as unknown as Logger;

  beforeAll(async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const { kty, n, e } = await exportJWK(publicKey);
    const publicKeyAs = (name: string): object => ({ kty, n, e, kid: name, use: 'sig' });
    entity = privateKey;
    server = createServer((_request, response) => {
      asked += 1;
      const issuer = config.OIDC_ISSUER;
      void new SignJWT({ keys: [publicKeyAs(kid)] })
        .setProtectedHeader({ alg: 'RS256', kid: 'entity', typ: 'jwk-set+jwt' })
        .setIssuer(issuer)
        .setSubject(issuer)
        .setIssuedAt(now - age)
        .setExpirationTime(now - age + life)
        .sign(entity)
        .then((jwt) => (isDown ? response.writeHead(503).end() : response.end(`${jwt}\n`)));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    folder = await mkdtemp(join(tmpdir(), 'provider-keys-'));
    const file = join(folder, 'entity.json');
    await writeFile(file, JSON.stringify({ keys: [publicKeyAs('entity')] }));
    const { port } = server.address() as AddressInfo;
    const secret = 'x'.repeat(32);
    config = loadConfig({
      SESSION_SECRET: secret,
      ACCOUNT_SECRET: secret,
      MEETING_TOKEN_SECRET: secret,
      OIDC_PROVIDER_SIGNED_JWKS_URL: `http://127.0.0.1:${String(port)}/keys`,
      OIDC_PROVIDER_ENTITY_KEYS_FILE: file,
    });
  });

  afterAll(async () => {
    await new Promise((done) => server.close(done));
    await rm(folder, { recursive: true });
  });

  beforeEach(async () => {
    [now, asked, kid, isDown, age, life] = [1_900_000_000, 0, 'first', false, 0, 2 * DAY];
    told.length = 0;
    keys = new ProviderKeys(
      config,
      await ProviderFiles.load(config),
      { nowSeconds: () => now } as ProtocolClock,
      logger,
    );
  });

  it('are read once an hour', async () => {
    await Promise.all([keys.known(), keys.known()]);
    kid = 'second';
    now += HOUR - 1;
    expect(await kidsOf(keys.known())).toEqual(['first']);
    expect(asked).toBe(1);
    now += 1;
    expect(await kidsOf(keys.known())).toEqual(['second']);
    expect(asked).toBe(2);
  });

  it('count for a day while they cannot be read anew, which is tried once a minute', async () => {
    await keys.known();
    isDown = true;
    now += HOUR;
    expect(await kidsOf(keys.known())).toEqual(['first']);
    now += 59;
    expect(await kidsOf(keys.known())).toEqual(['first']);
    expect(asked).toBe(2);
    now += DAY - HOUR - 60;
    expect(await kidsOf(keys.known())).toEqual(['first']);
    now += 1;
    await expect(keys.known()).rejects.toMatchObject({ reason: 'http-503' });
  });

  it('are not replaced by older ones', async () => {
    await keys.known();
    now += HOUR;
    [kid, age] = ['older', HOUR + 301];
    expect(await kidsOf(keys.known())).toEqual(['first']);
    expect(told).toEqual([
      { event: 'identification.provider-keys-refused', code: 'signed-keys:iat-older' },
    ]);
  });

  it('count, too, where another node of the provider signed them minutes before', async () => {
    await keys.known();
    now += HOUR;
    [kid, age] = ['second', HOUR + 300];
    expect(await kidsOf(keys.known())).toEqual(['second']);
    expect(told).toEqual([]);
  });

  it('that live for too long count for a day as any, and the operator is told', async () => {
    life = 30 * DAY;
    expect(await kidsOf(keys.known())).toEqual(['first']);
    expect(told).toEqual([{ event: 'identification.provider-keys-live-long' }]);
    isDown = true;
    now += DAY;
    await expect(keys.known()).rejects.toMatchObject({ reason: 'http-503' });
  });

  it('that nobody vouches for are an outage that we saw: whom it meets may wait', async () => {
    life = -HOUR;
    await expect(keys.known()).rejects.toMatchObject({
      code: 'identification.provider-unavailable',
      reason: 'signed-keys:ERR_JWT_EXPIRED',
      isSeen: true,
    });
  });

  it('are read anew for an unknown one, once a minute at most', async () => {
    await keys.known();
    kid = 'second';
    now += 59;
    expect(await kidsOf(keys.refreshed())).toEqual(['first']);
    now += 1;
    expect(await kidsOf(keys.refreshed())).toEqual(['second']);
    for (let count = 0; count < 5; count += 1) {
      expect(await kidsOf(keys.refreshed())).toEqual(['second']);
    }
    expect(asked).toBe(2);
  });

  it('stay known while they cannot be read anew', async () => {
    await keys.known();
    isDown = true;
    now += 60;
    await expect(keys.refreshed()).rejects.toMatchObject({ reason: 'http-503' });
    expect(await kidsOf(keys.known())).toEqual(['first']);
    expect(told).toEqual([{ event: 'identification.provider-keys-refused', code: 'http-503' }]);
  });

  it('are none while nobody vouches for any, and the provider is left alone for a moment', async () => {
    const others = await ProviderFiles.load(config);
    const { publicKey } = await generateKeyPair('RS256');
    const { kty, n, e } = await exportJWK(publicKey);
    const wrong = join(folder, 'wrong.json');
    await writeFile(wrong, JSON.stringify({ keys: [{ kty, n, e, kid: 'entity' }] }));
    const files = await ProviderFiles.load({ ...config, OIDC_PROVIDER_ENTITY_KEYS_FILE: wrong });
    expect(files.entityKeys).not.toEqual(others.entityKeys);
    const clock = { nowSeconds: () => now } as ProtocolClock;
    const refused = new ProviderKeys(config, files, clock, logger);
    for (let count = 0; count < 3; count += 1) {
      await expect(refused.known()).rejects.toMatchObject({
        reason: 'signed-keys:ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
      });
    }
    expect(asked).toBe(1);
    expect(told).toHaveLength(1);
  });

  async function kidsOf(found: Promise<{ keys: { kid?: string }[] } | null>): Promise<unknown> {
    return (await found)?.keys.map((key) => key.kid);
  }
});
