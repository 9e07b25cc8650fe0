import { DIALECTS } from './dialects/dialects.js';
import { identifiedPersonOf, type Claims, type IdentifiedPerson } from './identified-person.js';

const AINO = {
  acr: 'http://ftn.ficora.fi/2017/loa2',
  'urn:oid:1.2.246.21': '291292-918R',
  'urn:oid:2.5.4.4': 'Virtanen',
};

const DAY = 'urn:oid:1.3.6.1.5.5.7.9.1';

/** Somebody of another country. */
const FOREIGN = {
  acr: AINO.acr,
  'urn:oid:2.5.4.4': 'Virtanen',
  'http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier': 'SE/FI/1',
};

describe('the person in a token', () => {
  it.each([
    ['the same day', '1992-12-29', false],
    ['another day', '1992-12-30', true],
    ['no day', undefined, false],
    ['a day of another form', '29.12.1992', false],
    ['a day in no calendar', '1992-02-30', false],
  ])('may be told with %s of birth than the code has', (_case, birthDate, differs) => {
    const person = personOf({ ...AINO, [DAY]: birthDate });
    expect(person.birthDateDiffers).toBe(differs);
  });

  it.each([
    ['the code', AINO, '1992-12-29'],
    ['the code rather than the claim', { ...AINO, [DAY]: '1992-12-30' }, '1992-12-29'],
    ['the claim', { ...FOREIGN, [DAY]: '1985-05-05' }, '1985-05-05'],
    ['nothing that is a day', { ...FOREIGN, [DAY]: '5.5.1985' }, undefined],
  ])('has the day of birth of %s', (_case, claims, birthDate) => {
    expect(personOf(claims).birthDate?.reveal()).toBe(birthDate);
  });

  it('may have a code with a wrong check character outside production, with its day of birth', () => {
    const claims = { ...AINO, 'urn:oid:1.2.246.21': '280453-111A' };
    const person = personOf({ ...claims, [DAY]: '1953-04-29' });
    expect(person.hetu?.reveal()).toBe('280453-111A');
    expect(person.birthDateDiffers).toBe(true);
    expect(() => personOf(claims, { isProduction: true })).toThrow('identification.rejected');
  });

  it.each([
    ['dev', 'by-sid'],
    ['ftn-oid', 'by-index'],
    ['op-isb', null],
    ['signicat', 'by-sid'],
    ['suomifi-oidc', 'by-sid'],
    ['generic', 'by-index'],
  ] as const)('has with %s the session %s', (dialect, session) => {
    const claims = { ...AINO, personal_identity_code: '291292-918R', nin: '291292-918R' };
    const told = { ...claims, family_name: 'Virtanen', sid: 'by-sid', session_index: 'by-index' };
    const person = identifiedPersonOf(told, DIALECTS[dialect], {
      isProduction: false,
      isEidasAllowed: true,
    });
    expect(person.providerSession?.reveal() ?? null).toBe(session);
  });
});

function personOf(claims: Claims, changed: { isProduction?: boolean } = {}): IdentifiedPerson {
  const rules = { isProduction: false, isEidasAllowed: true, ...changed };
  return identifiedPersonOf(claims, DIALECTS['ftn-oid'], rules);
}
