import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '@tapaamo/config';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { temporaryFolder, type TemporaryFolder } from '../../support/test-config.js';
import { startHarness, type Harness, type TestVisit } from './support/harness.js';
import { HostileIssuer, sendJson, type Answer } from './support/hostile-issuer.js';

/** What a provider may say that must not reach a log. */
const REFUSAL = { error: 'invalid_request', error_description: 'of Virtanen, 291292-918R' };

let folder: TemporaryFolder;
let issuer: HostileIssuer;
let harness: Harness;
let visit: TestVisit;

beforeAll(async () => {
  folder = temporaryFolder();
  issuer = await HostileIssuer.start();
});

afterAll(async () => {
  await issuer.close();
  folder.remove();
});

beforeEach(() => {
  issuer.asked.length = 0;
  issuer.pushing = null;
});

describe('H9: a pushed request', () => {
  beforeAll(() => startWith({ OIDC_REQUEST_MODE: 'par' }));
  afterAll(() => harness.close());
  beforeEach(addVisit);

  it('is signed as well, and the browser carries its name only', async () => {
    const url = new URL(await visit.start());
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'tapaamo',
      request_uri: 'urn:pushed:1',
    });
    const pushed = issuer.posted.get('/par');
    expect([...(pushed?.keys() ?? [])].sort()).toEqual([
      'client_assertion',
      'client_assertion_type',
      'client_id',
      'request',
    ]);
    expect(decodeProtectedHeader(pushed?.get('request') ?? '')).toMatchObject({ alg: 'RS256' });
    expect(decodeJwt(pushed?.get('request') ?? '')).toMatchObject({
      aud: issuer.url,
      prompt: 'login',
      code_challenge_method: 'S256',
    });
  });

  it('is proved for the token endpoint, which a provider must take (RFC 9126 section 2)', async () => {
    await visit.start();
    const proof = issuer.posted.get('/par')?.get('client_assertion') ?? '';
    expect(decodeProtectedHeader(proof).kid).toBe(harness.keys.signing.kid);
    const { aud, jti } = decodeJwt(proof);
    expect(aud).toBe(`${issuer.url}/token`);
    expect(jti).toMatch(/^[\w-]{22,}$/);
  });

  it('is answered like any other', async () => {
    await identify();
  });

  it.each<[string, Answer, string]>([
    ['refused', (r) => sendJson(r, REFUSAL, 400), 'OAUTH_RESPONSE_BODY_ERROR:invalid_request'],
    ['not understood', (r) => r.writeHead(404).end('<p>'), 'OAUTH_RESPONSE_IS_NOT_JSON'],
    ['lost', (r) => r.destroy(), 'UND_ERR_SOCKET'],
    ['too much', (r) => r.writeHead(429).end(), 'http-429'],
    ['answered without a name', (r) => sendJson(r, { expires_in: 1 }, 201), 'OAUTH_INVALID_RESP'],
  ])('that is %s leaves nobody half-way, and its code in the log', async (_case, answer, code) => {
    issuer.pushing = answer;
    await expect(visit.start()).rejects.toMatchObject({
      code: 'identification.provider-unavailable',
    });
    const told = harness.log.of('identification.not-begun').at(-1);
    expect(String(told?.['code'])).toContain(code);
    const rows = 'SELECT FROM identification_transaction WHERE visit_id = $1';
    expect(await harness.dataSource.query(rows, [visit.visitId])).toHaveLength(0);
    expect(harness.log.lines.join('')).not.toMatch(/Virtanen|291292|eyJ/);
  });
});

describe('a plain request', () => {
  it('stands in the address, with everything that binds its answer', async () => {
    await startWith({ OIDC_REQUEST_MODE: 'plain', OIDC_DIALECT: 'generic' });
    issuer.dialect = 'generic';
    await addVisit();
    const { searchParams } = new URL(await visit.start());
    expect(searchParams.has('request')).toBe(false);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: 'tapaamo',
      response_type: 'code',
      prompt: 'login',
      max_age: '0',
      code_challenge_method: 'S256',
    });
    await identify();
    await harness.close();
    issuer.dialect = 'dev';
  });
});

describe('H10: a provider without discovery', () => {
  it('is known by the metadata that were handed over, and not asked for them', async () => {
    issuer.dialect = 'op-isb';
    issuer.discovery = (response) => response.writeHead(404).end();
    await startWith({
      OIDC_DIALECT: 'op-isb',
      OIDC_METADATA_FILE: write(issuer.metadata),
    });
    await addVisit();
    await identify();
    expect(issuer.asked.filter((path) => path.includes('well-known'))).toEqual([]);
    await harness.close();
    issuer.discovery = null;
    issuer.dialect = 'dev';
  });

  it('K4: must be the issuer that is configured, or nothing starts', async () => {
    const other = { ...issuer.metadata, issuer: 'https://evil.example' };
    const started = startHarness({ OIDC_ISSUER: issuer.url, OIDC_METADATA_FILE: write(other) });
    await expect(started).rejects.toThrow(/OIDC_METADATA_FILE .*issuer/);
  });
});

async function startWith(settings: Partial<Config>): Promise<void> {
  harness = await startHarness({ OIDC_ISSUER: issuer.url, ...settings });
}

async function addVisit(): Promise<void> {
  visit = await harness.addVisit('Aino Virtanen');
}

async function identify(): Promise<void> {
  const url = await visit.start();
  issuer.giveToken(await issuer.token(url, harness.keys));
  await visit.complete(issuer.callbackFor(url));
  expect(await harness.isIdentified(visit.sessionId)).toBe(true);
}

function write(content: object): string {
  const file = join(folder.path, 'metadata.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}
