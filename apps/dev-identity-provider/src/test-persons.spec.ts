import { DIALECTS } from './conduct/dialects.js';
import { CHECK_CHARACTERS, TEST_PERSONS, typedPerson, type TestPerson } from './test-persons.js';
import { personClaims } from './tokens/person-claims.js';

const HETU = /^(\d{6})[-+YXWVUABCDEF](\d{3})([0-9A-Y])$/;

function partsOf(hetu: string | null): { isArtificial: boolean; isChecked: boolean } {
  const [, birth = '', individual = '', check = ''] = HETU.exec(hetu ?? '') ?? [];
  const remainder = Number(birth + individual) % CHECK_CHARACTERS.length;
  return {
    isArtificial: individual.startsWith('9'),
    isChecked: CHECK_CHARACTERS[remainder] === check,
  };
}

function personOf(id: string): TestPerson {
  const person = TEST_PERSONS.find((each) => each.id === id);
  if (person === undefined) {
    throw new Error(`${id} is gone.`);
  }
  return person;
}

describe('test persons', () => {
  it('have identity codes that nobody has: from 900 on, or with a wrong check character', () => {
    const somebodys = TEST_PERSONS.filter(({ hetu, note }) => {
      const { isArtificial, isChecked } = partsOf(hetu);
      return hetu !== null && !(note === 'wrong-check' ? !isChecked : isArtificial && isChecked);
    });
    expect(somebodys).toEqual([]);
  });

  it('are told apart, by choice and by code', () => {
    expect(new Set(TEST_PERSONS.map(({ id }) => id)).size).toBe(TEST_PERSONS.length);
    const codes = TEST_PERSONS.map(({ hetu }) => hetu).filter((hetu) => hetu !== null);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('have every century sign that there is since 1900', () => {
    const signs = new Set(TEST_PERSONS.map(({ hetu }) => hetu?.[6]).filter(Boolean));
    expect([...signs].sort().join('')).toBe('-ABCDEFUVWXY');
  });

  it('have two whose codes differ by the sign alone', () => {
    const [one, other] = TEST_PERSONS.filter(({ note }) => note === 'sign-only');
    expect(one?.hetu?.replace('-', 'Y')).toBe(other?.hetu);
  });

  it('get a code that nobody has also when they are typed', () => {
    for (let count = 0; count < 200; count += 1) {
      const { hetu } = typedPerson('A', 'B');
      expect(partsOf(hetu)).toEqual({ isArtificial: true, isChecked: true });
    }
  });
});

describe('the claims of a person', () => {
  it('have the names of the trust network', () => {
    expect(personClaims(personOf('nordea-demo'), DIALECTS['ftn-oid'].claims)).toEqual({
      'urn:oid:1.2.246.21': '210281-9988',
      'urn:oid:1.3.6.1.5.5.7.9.1': '1981-02-21',
      'urn:oid:1.2.246.575.1.14': 'Nordea',
      'urn:oid:2.5.4.4': 'Demo',
      'urn:oid:2.16.840.1.113730.3.1.241': 'Demo Nordea',
    });
  });

  it('have another identifier instead of the code when they come through eIDAS', () => {
    const claims = personClaims(personOf('jan-novak'), DIALECTS.dev.claims);
    expect(claims).not.toHaveProperty(['urn:oid:1.2.246.21']);
    expect(claims).toHaveProperty([
      'http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier',
    ]);
  });

  it.each([
    ['only the name as a whole', 'name-in-one', { name: 'Pakkala Lumi Talvikki' }],
    ['a birth date that the code contradicts', 'two-birthdays', { birthdate: '1984-06-15' }],
  ])('may be %s', (_case, id, expected) => {
    expect(personClaims(personOf(id), DIALECTS['op-isb'].claims)).toMatchObject(expected);
  });

  it('leave out what is not told', () => {
    const names = DIALECTS['op-isb'].claims;
    expect(personClaims(personOf('name-in-one'), names)).not.toHaveProperty('given_name');
    expect(personClaims(personOf('sofie-kjaer'), names)).not.toHaveProperty('birthdate');
  });
});
