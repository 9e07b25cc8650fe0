import { OIDC_DIALECTS, type OidcDialect } from '@tapaamo/config';
import { BROWSER, startHarness, type Harness, type TestVisit } from './support/harness.js';
import { HostileIssuer, type TokenRecipe } from './support/hostile-issuer.js';
import { AINO, personClaims } from './support/person-claims.js';

const LOA2 = 'http://ftn.ficora.fi/2017/loatest2';
const LOA3 = 'http://ftn.ficora.fi/2017/loatest3';
const EIDAS_PERSON = 'http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier';
const NO_ONE = Object.fromEntries(
  OIDC_DIALECTS.flatMap((dialect) => Object.keys(personClaims(dialect))).map((name) => [
    name,
    undefined,
  ]),
);

/** What is peculiar to the request of each (identity.md: the brokers' own guides). */
const REQUESTS: Record<OidcDialect, Record<string, unknown>> = {
  dev: { scope: 'openid', prompt: 'login', acr_values: `${LOA2} ${LOA3}`, ftn_spname: 'Tapaamo' },
  'ftn-oid': {
    scope: 'openid',
    prompt: 'login',
    acr_values: `${LOA2} ${LOA3}`,
    ftn_spname: 'Tapaamo',
  },
  'op-isb': {
    scope: 'openid profile personal_identity_code',
    prompt: 'consent',
    ftn_spname: 'Tapaamo',
  },
  signicat: {
    scope: 'openid profile nin',
    prompt: 'login',
    acr_values: 'idp:ftn',
    ftn_spname: undefined,
  },
  'suomifi-oidc': {
    scope: 'openid personal_identity_code',
    prompt: 'login',
    acr_values: `${LOA2} ${LOA3}`,
    ftn_spname: 'Tapaamo',
  },
  generic: { scope: 'openid profile', prompt: 'login', ftn_spname: undefined },
};

let issuer: HostileIssuer;

beforeAll(async () => {
  issuer = await HostileIssuer.start();
});

afterAll(async () => {
  await issuer.close();
});

describe.each(OIDC_DIALECTS)('a provider that speaks %s', (dialect) => {
  let harness: Harness;
  let visit: TestVisit;
  let redirectUrl: string;

  beforeAll(async () => {
    issuer.dialect = dialect;
    harness = await startHarness({
      OIDC_ISSUER: issuer.url,
      OIDC_DIALECT: dialect,
      OIDC_ACCEPTED_ACR: [LOA2, LOA3],
    });
  });

  afterAll(() => harness.close());

  beforeEach(async () => {
    visit = await harness.addVisit('Aino Virtanen');
    redirectUrl = await visit.start();
  });

  it('identifies a person by its own names of claims', async () => {
    await returnWith({});
    expect(await verdict()).toMatchObject({ result: 'same-person', assurance: 'substantial' });
  });

  it('H2: tells the high level', async () => {
    await returnWith({ claims: { acr: LOA3 } });
    expect(await verdict()).toMatchObject({ assurance: 'high' });
  });

  it('is asked in its own words', () => {
    const { iss, aud, ...asked } = issuer.requestOf(redirectUrl);
    expect({ ftn_spname: undefined, ...asked }).toMatchObject({
      response_type: 'code',
      max_age: 0,
      ...REQUESTS[dialect],
    });
    expect(iss).toBe('tapaamo');
    expect(aud).toBe(dialect === 'op-isb' ? `${issuer.url}/auth` : issuer.url);
  });

  it('says in its own words that a person turned back', async () => {
    const isOwn = ['op-isb', 'generic', 'dev'].includes(dialect);
    for (const [error, code] of [
      ['access_denied', 'identification.cancelled'],
      ['cancel', isOwn ? 'identification.cancelled' : 'identification.rejected'],
    ] as const) {
      const callback = issuer.callbackFor(await visit.start(), { error });
      callback.searchParams.delete('code');
      await expect(visit.complete(callback)).rejects.toMatchObject({ code });
    }
  });

  it('is not understood in the words of others', async () => {
    const others = OIDC_DIALECTS.filter((other) => {
      const names = Object.keys(personClaims(other));
      return dialect !== 'generic' && !names.some((name) => name in personClaims(dialect));
    });
    for (const other of others) {
      redirectUrl = await visit.start();
      const recipe = { claims: { ...NO_ONE, ...personClaims(other) } };
      await expect(returnWith(recipe)).rejects.toMatchObject({ reason: 'person-missing' });
    }
    expect(others.length > 0).toBe(dialect !== 'generic');
  });

  it('may know people of other countries', async () => {
    const knows = !['op-isb', 'signicat'].includes(dialect);
    const withoutCode = Object.fromEntries(
      Object.entries(personClaims(dialect)).filter(([, value]) => value !== AINO.hetu),
    );
    const outcome = returnWith({
      claims: { ...NO_ONE, ...withoutCode, [EIDAS_PERSON]: 'CZ/FI/123', acr: LOA3 },
    });
    await (knows ? outcome : expect(outcome).rejects.toMatchObject({ reason: 'person-missing' }));
    expect(await harness.isIdentified(visit.sessionId)).toBe(knows);
  });

  async function returnWith(recipe: TokenRecipe): Promise<unknown> {
    issuer.giveToken(await issuer.token(redirectUrl, harness.keys, recipe));
    return visit.complete(issuer.callbackFor(redirectUrl));
  }

  async function verdict(): Promise<unknown> {
    return (await harness.verdictsOf(visit.visitId)).get(visit.sessionId);
  }
});

it('refuses a person of another country where they are not let in', async () => {
  issuer.dialect = 'dev';
  const harness = await startHarness({ OIDC_ISSUER: issuer.url, OIDC_EIDAS_ALLOWED: false });
  const visit = await harness.addVisit('Aino Virtanen');
  const url = await visit.start();
  const claims = { 'urn:oid:1.2.246.21': undefined, [EIDAS_PERSON]: 'CZ/FI/123' };
  issuer.giveToken(await issuer.token(url, harness.keys, { claims }));
  const outcome = visit.complete(issuer.callbackFor(url));
  await expect(outcome).rejects.toMatchObject({ reason: 'eidas-not-allowed' });
  await harness.close();
});

it('H4: asks for another level than is accepted where an operator says so, and names itself in each language', async () => {
  const harness = await startHarness({
    OIDC_ISSUER: issuer.url,
    OIDC_ACR_VALUES: ['oidc.nordea.1'],
    OIDC_SERVICE_NAME_SV: 'Mallila, videomöte',
  });
  const visit = await harness.addVisit('Aino Virtanen');
  const { organisationId, visitId, participantId, sessionId, secret } = visit;
  const asked = [];
  for (const language of ['fi', 'sv', 'en'] as const) {
    const owner = { organisationId, visitId, participantId, sessionId };
    const { redirectUrl } = await harness.service.start({
      ...owner,
      renew: async () => secret,
      browser: BROWSER,
      language,
    });
    asked.push(issuer.requestOf(redirectUrl));
  }
  expect(asked.map(({ ui_locales }) => ui_locales)).toEqual(['fi', 'sv', 'en']);
  expect(asked.map(({ ftn_spname }) => ftn_spname)).toEqual([
    'Tapaamo',
    'Mallila, videomöte',
    'Tapaamo',
  ]);
  expect(asked[0]).toMatchObject({ acr_values: 'oidc.nordea.1' });
  await harness.close();
});
