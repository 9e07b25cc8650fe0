import type { OidcDialect } from '@tapaamo/config';

/** The person whom the hostile issuer speaks of unless a test says otherwise. */
export const AINO = {
  hetu: '291292-918R',
  familyName: 'Virtanen',
  givenNames: 'Aino Olivia',
  birthDate: '1992-12-29',
} as const;

/** What a provider tells of a person. */
export interface TestPerson {
  hetu: string;
  familyName: string;
  givenNames: string;
  birthDate: string;
}

const oid = ({ hetu, familyName, givenNames, birthDate }: TestPerson): Record<string, string> => ({
  'urn:oid:1.2.246.21': hetu,
  'urn:oid:2.5.4.4': familyName,
  'urn:oid:1.2.246.575.1.14': givenNames,
  'urn:oid:1.3.6.1.5.5.7.9.1': birthDate,
});

const plain = (hetuName: string, person: TestPerson): Record<string, string> => ({
  [hetuName]: person.hetu,
  family_name: person.familyName,
  given_name: person.givenNames,
  name: `${person.familyName} ${person.givenNames}`,
  birthdate: person.birthDate,
});

/** A person in the claims of a dialect, as the documentation of each provider has them. */
export function personClaims(
  dialect: OidcDialect,
  person: TestPerson = AINO,
): Record<string, string> {
  switch (dialect) {
    case 'dev':
    case 'ftn-oid':
      return oid(person);
    case 'signicat':
      return plain('nin', person);
    case 'op-isb':
    case 'suomifi-oidc':
    case 'generic':
      return plain('personal_identity_code', person);
  }
}
