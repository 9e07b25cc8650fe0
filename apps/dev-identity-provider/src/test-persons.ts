import { randomInt } from 'node:crypto';

/** Claims of a person in an ID token, by their names in the Finnish trust network (Traficom 213/2023 S). */
export type PersonClaims = Readonly<Record<string, string>>;

/** A person that a tester can be. None of them exists: individual numbers from 900 on are given to nobody. */
export interface TestPerson {
  /** Value of the choice in the login form. */
  id: string;
  givenNames: string;
  familyName: string;
  /** Henkilötunnus; null for a person identified through eIDAS. */
  hetu: string | null;
}

/** Choice in the login form for a person whose name the tester types. */
export const OTHER_PERSON = 'other';

/** Published test identities of suomi.fi and Finnish banks, and invented ones for names that are hard to compare. */
export const TEST_PERSONS: readonly TestPerson[] = [
  person('nordea-demo', 'Nordea', 'Demo', '210281-9988'),
  person('aino-virtanen', 'Aino Olivia', 'Virtanen', '291292-918R'),
  person('matti-meikalainen', 'Matti Juhani', 'Meikäläinen', '131052-9085'),
  person('onni-korhonen', 'Onni Juhani', 'Korhonen', '010200A9618'),
  person('anna-liisa-sallinen', 'Anna-Liisa Milka', 'Sallinen', '010675-9981'),
  person('kukka-maaria', 'Kukka-Maaria Helena', 'Haapakoski-Henriksson', '261298-998X'),
  person('asa-ostrom', 'Åsa Birgitta', 'Öström', '240767-930D'),
  person('carl-von-essen', 'Carl Gustaf', 'von Essen', '150390-915U'),
  person('jan-novak', 'Jan', 'Novák', null),
];

/** Remainder of the check sum to check character (DVV). */
const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** The person a tester typed, with an artificial identity code made up for this one time. */
export function typedPerson(givenNames: string, familyName: string): TestPerson {
  const birth = `${pad(randomInt(1, 29))}${pad(randomInt(1, 13))}${pad(randomInt(40, 100))}`;
  const individual = String(randomInt(900, 1000));
  const check = CHECK_CHARACTERS[Number(birth + individual) % CHECK_CHARACTERS.length] ?? '';
  return person(OTHER_PERSON, givenNames, familyName, `${birth}-${individual}${check}`);
}

/** What the ID token tells of a person. */
export function claimsOf({ givenNames, familyName, hetu }: TestPerson): PersonClaims {
  return {
    ...(hetu === null
      ? EIDAS_CLAIMS
      : { [CLAIM.hetu]: hetu, [CLAIM.birthDate]: birthDateOf(hetu) }),
    [CLAIM.givenNames]: givenNames,
    [CLAIM.familyName]: familyName,
    [CLAIM.displayName]: `${familyName} ${givenNames}`,
  };
}

const CLAIM = {
  hetu: 'urn:oid:1.2.246.21',
  familyName: 'urn:oid:2.5.4.4',
  givenNames: 'urn:oid:1.2.246.575.1.14',
  displayName: 'urn:oid:2.16.840.1.113730.3.1.241',
  birthDate: 'urn:oid:1.3.6.1.5.5.7.9.1',
  eidasPerson: 'http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier',
} as const;

/** Names of all claims there can be. */
export const PERSON_CLAIMS: readonly string[] = Object.values(CLAIM);

const EIDAS_CLAIMS = { [CLAIM.eidasPerson]: 'CZ/FI/00000000-0000-4000-8000-000000000000' };

function birthDateOf(hetu: string): string {
  const century = hetu[6] === '+' ? '18' : '-YXWVU'.includes(hetu[6] ?? '') ? '19' : '20';
  return `${century}${hetu.slice(4, 6)}-${hetu.slice(2, 4)}-${hetu.slice(0, 2)}`;
}

function person(
  id: string,
  givenNames: string,
  familyName: string,
  hetu: string | null,
): TestPerson {
  return { id, givenNames, familyName, hetu };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
