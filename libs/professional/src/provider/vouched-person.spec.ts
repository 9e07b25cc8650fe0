import { requireIssuer } from './issuer-rules.js';
import { ProviderGate } from './provider-gate.js';
import type { SignInProvider } from './sign-in-provider.entity.js';
import { vouchedPersonOf } from './vouched-person.js';

const DIRECTORY = '72f988bf-86f1-41af-91ab-2d7cd011db47';
const ENTRA = `https://login.microsoftonline.com/${DIRECTORY}/v2.0`;
const NOW = 1_800_000_000;

const provider = {
  issuer: ENTRA,
  relyingPartyId: 'tapaamo',
  addressClaim: 'preferred_username',
  addressesVerified: true,
  groupClaim: 'groups',
  secondFactorValue: null,
} as SignInProvider;

const claims = (changes: Record<string, unknown>) => ({
  iss: ENTRA,
  sub: 'a',
  aud: 'tapaamo',
  iat: NOW,
  tid: DIRECTORY,
  preferred_username: 'Sanna.Salonen@Mallila.example',
  ...changes,
});

describe('a person whom Entra ID vouches for', () => {
  it('is taken from the organisation’s own directory', () => {
    const person = vouchedPersonOf(claims({ tid: DIRECTORY.toUpperCase() }), provider, NOW);
    expect(person.address).toBe('sanna.salonen@mallila.example');
  });

  it.each([
    ['of another', 'f8cdef31-a31e-4b4a-93e4-5f571e91255a'],
    ['of none', undefined],
  ])('is not taken when they are %s', (_case, tid) => {
    expect(() => vouchedPersonOf(claims({ tid }), provider, NOW)).toThrow(
      'sign-in-provider.rejected',
    );
  });
});

it('knows a person by issuer and subject together', () => {
  const hashes = [{}, { sub: 'b' }, { iss: 'https://x.example' }].map((changes) =>
    vouchedPersonOf(claims(changes), provider, NOW).subjectHash.toString('hex'),
  );
  expect(new Set(hashes).size).toBe(3);
});

describe('an issuer at Entra ID', () => {
  const gate = new ProviderGate({ NODE_ENV: 'production', STAFF_OIDC_ALLOWED_HOSTS: [] });

  it.each([
    'https://login.microsoftonline.com/common/v2.0',
    'https://login.microsoftonline.com/organizations/v2.0',
    'https://login.microsoftonline.com/consumers/v2.0',
    'https://login.microsoftonline.com/{tenantid}/v2.0',
    'https://login.microsoftonline.com',
    'https://LOGIN.microsoftonline.us/COMMON/v2.0',
    'https://sts.windows.net/common/',
  ])('%s speaks for many', (issuer) => {
    expect(() => requireIssuer(issuer, gate)).toThrow('sign-in-provider.issuer-of-many');
  });

  it.each([ENTRA, `https://sts.windows.net/${DIRECTORY}/`, 'https://adfs.mallila.example/adfs'])(
    '%s speaks for one',
    (issuer) => {
      expect(() => requireIssuer(issuer, gate)).not.toThrow();
    },
  );
});
