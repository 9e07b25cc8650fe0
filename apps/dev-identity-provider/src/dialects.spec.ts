import { DIALECT_NAMES, type DialectName } from './conduct/dialects.js';
import { SmallRelyingParty, type Login } from './spec-support/small-relying-party.js';

const HETU = '291292-918R';

/** What the relying party's dialects send beside the usual. */
const ASKED: Partial<Record<DialectName, Record<string, unknown>>> = {
  'op-isb': { scope: 'openid profile personal_identity_code', prompt: 'consent' },
  signicat: { scope: 'openid profile nin', acr_values: 'idp:ftn', ftn_spname: undefined },
  'suomifi-oidc': { scope: 'openid personal_identity_code' },
  generic: { scope: 'openid profile', ftn_spname: undefined },
};

describe('a dialect', () => {
  const party = new SmallRelyingParty();

  beforeAll(() => party.start());

  afterAll(() => party.stop());

  it.each<[DialectName, Record<string, unknown>, string]>([
    ['dev', { 'urn:oid:1.2.246.21': HETU, amr: ['urn:dev:bank'] }, 'A128CBC-HS256'],
    ['ftn-oid', { 'urn:oid:1.2.246.21': HETU, azp: 'tapaamo' }, 'A128CBC-HS256'],
    ['op-isb', { personal_identity_code: HETU, name: 'Virtanen Aino Olivia' }, 'A128CBC-HS256'],
    ['signicat', { nin: HETU, given_name: 'Aino Olivia', ftn_idp: 'nordea' }, 'A128GCM'],
    ['suomifi-oidc', { personal_identity_code: HETU, family_name: 'Virtanen' }, 'A256GCM'],
    ['generic', { personal_identity_code: HETU, birthdate: '1992-12-29' }, 'A256GCM'],
  ])('%s tells a person in its words, signed and encrypted', async (dialect, claims, enc) => {
    await speak(dialect);
    const login = await openLogin(dialect);
    const token = await party.identify({ person: 'aino-virtanen' }, login);
    expect(token.claims).toMatchObject({
      iss: party.provider.issuer,
      aud: 'tapaamo',
      nonce: 'y'.repeat(43),
      acr: 'http://ftn.ficora.fi/2017/loatest2',
      ...claims,
    });
    expect(token.encryption).toEqual({ alg: 'RSA-OAEP', enc, cty: 'JWT', kid: 'enc' });
    expect(token.header).toMatchObject({ alg: 'RS256' });
    const session = token.claims[dialect === 'ftn-oid' ? 'session_index' : 'sid'];
    expect(session).toMatch(/^[\w-]{36}$/);
  });

  it.each<[DialectName, string]>([
    ...DIALECT_NAMES.filter((name) => name !== 'op-isb').map((name): [DialectName, string] => [
      name,
      'access_denied',
    ]),
    ['op-isb', 'cancel'],
  ])('%s has the code %s for a person who turns back', async (dialect, code) => {
    await speak(dialect);
    const login = await openLogin(dialect);
    const answer = await party.signIn({ act: 'cancel' }, login);
    expect(answer.get('error')).toBe(code);
    expect(answer.get('code')).toBeNull();
  });

  it.each<[DialectName, { signed: number; pushed: number; plain: number }]>([
    ['dev', { signed: 200, pushed: 303, plain: 303 }],
    ['signicat', { signed: 200, pushed: 200, plain: 303 }],
    ['generic', { signed: 200, pushed: 200, plain: 200 }],
  ])('%s takes requests in its ways only', async (dialect, expected) => {
    await speak(dialect);
    const [signed, pushed, plain] = [
      await party.openLogin(),
      await openPushed(),
      await party.openLogin({}, new URLSearchParams(plainParameters()).toString()),
    ];
    expect({ signed: signed.status, pushed: pushed.status, plain: plain.status }).toEqual(expected);
  });

  it('of OP refuses a request without its scope', async () => {
    await speak('op-isb');
    expect((await party.openLogin({ aud: authorizationEndpoint() })).status).toBe(303);
  });

  it('of OP refuses a request that is not for its page', async () => {
    await speak('op-isb');
    const { status } = await party.openLogin({ ...ASKED['op-isb'], aud: party.provider.issuer });
    expect(status).not.toBe(200);
    expect((await openLogin('op-isb')).status).toBe(200);
  });

  it('is at first the one that the provider is started with', async () => {
    const other = new SmallRelyingParty();
    await other.start({ dialect: 'op-isb' });
    const { status } = await fetch(`${other.provider.issuer}/.well-known/openid-configuration`);
    expect(status).toBe(404);
    await other.stop();
  });

  async function speak(dialect: DialectName): Promise<void> {
    const body = new URLSearchParams({ act: 'dialect', dialect });
    await fetch(`${party.provider.issuer}/control`, { method: 'POST', redirect: 'manual', body });
  }

  function authorizationEndpoint(): string {
    return `${party.provider.issuer}/auth`;
  }

  function openLogin(dialect: DialectName): Promise<Login> {
    const aud = dialect === 'op-isb' ? authorizationEndpoint() : party.provider.issuer;
    return party.openLogin({ ...ASKED[dialect], aud });
  }

  function plainParameters(): Record<string, string> {
    return party.requestParameters() as Record<string, string>;
  }

  async function openPushed(): Promise<Login> {
    const body = new URLSearchParams({ ...plainParameters(), ...(await party.proof()) });
    const answer = await fetch(`${party.provider.issuer}/request`, { method: 'POST', body });
    const { request_uri: address = '' } = (await answer.json()) as { request_uri?: string };
    return party.openLogin({}, `request_uri=${encodeURIComponent(address)}`);
  }
});
