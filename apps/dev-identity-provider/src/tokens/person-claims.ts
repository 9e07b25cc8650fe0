import { createHash } from 'node:crypto';
import type { ClaimNames } from '../conduct/dialects.js';
import type { TestPerson } from '../test-persons.js';

/** What an ID token tells of a person, by the names of a dialect. */
export function personClaims(person: TestPerson, names: ClaimNames): Record<string, string> {
  const { givenNames, familyName, birthDate, note } = person;
  const isWhole = note !== 'display-name-only';
  return {
    ...identifierOf(person, names),
    ...(birthDate === null ? {} : { [names.birthDate]: birthDate }),
    ...(isWhole ? { [names.givenNames]: givenNames, [names.familyName]: familyName } : {}),
    [names.displayName]: `${familyName} ${givenNames}`,
  };
}

function identifierOf({ id, hetu }: TestPerson, names: ClaimNames): Record<string, string> {
  if (hetu !== null) {
    return { [names.hetu]: hetu };
  }
  return names.eidasPerson === undefined ? {} : { [names.eidasPerson]: eidasIdentifierOf(id) };
}

/** Country of origin, country asked, and an identifier that lasts (eIDAS interoperability framework). */
function eidasIdentifierOf(id: string): string {
  return `CZ/FI/${createHash('sha256').update(id).digest('hex').slice(0, 32)}`;
}
