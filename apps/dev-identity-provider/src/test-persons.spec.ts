import { claimsOf, TEST_PERSONS, typedPerson } from './test-persons.js';

const HETU = /^(\d{6})[-A](9\d\d)([0-9A-Y])$/;

function isArtificialHetu(hetu: string | null): boolean {
  const [, birth, individual, check] = HETU.exec(hetu ?? '') ?? [];
  const remainder = Number(`${birth ?? ''}${individual ?? ''}`) % 31;
  return '0123456789ABCDEFHJKLMNPRSTUVWXY'[remainder] === check;
}

describe('test persons', () => {
  it('have identity codes that nobody has, with a right check character', () => {
    const wrong = TEST_PERSONS.filter(({ hetu }) => hetu !== null && !isArtificialHetu(hetu));
    expect(wrong).toEqual([]);
    expect(new Set(TEST_PERSONS.map(({ id }) => id)).size).toBe(TEST_PERSONS.length);
  });

  it('get such a code also when they are typed', () => {
    for (let count = 0; count < 200; count += 1) {
      expect(isArtificialHetu(typedPerson('A', 'B').hetu)).toBe(true);
    }
  });

  it('are told by the claim names of the trust network', () => {
    const [demo] = TEST_PERSONS;
    expect(demo && claimsOf(demo)).toEqual({
      'urn:oid:1.2.246.21': '210281-9988',
      'urn:oid:1.3.6.1.5.5.7.9.1': '1981-02-21',
      'urn:oid:1.2.246.575.1.14': 'Nordea',
      'urn:oid:2.5.4.4': 'Demo',
      'urn:oid:2.16.840.1.113730.3.1.241': 'Demo Nordea',
    });
  });

  it('have another identifier instead of the code when they come through eIDAS', () => {
    const foreign = TEST_PERSONS.find(({ hetu }) => hetu === null);
    const claims = foreign && claimsOf(foreign);
    expect(claims).not.toHaveProperty(['urn:oid:1.2.246.21']);
    expect(claims).toHaveProperty([
      'http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier',
    ]);
  });
});
