import {
  companionSchema,
  holdsIdentityCode,
  isEmailAddress,
  isHetu,
  tidyHetu,
  type Companion,
  type CompanionRole,
  type FieldProblem,
  type InterpreterLanguage,
  type Language,
} from '@tapaamo/contracts';
import { issuesOf } from './issues.js';

/** A person besides the client, as they are written. */
export interface PersonValues {
  role: CompanionRole;
  name: string;
  phone: string;
  email: string;
  /** Empty for all languages of the organisation. */
  language: Language | '';
  /** Of an interpreter; empty until it is chosen. */
  interpreterLanguage: InterpreterLanguage | '';
  /** Of a guardian, who identifies. */
  hetu: string;
}

/** The fields of a person in the order they stand on the page. */
export const PERSON_FIELDS = [
  'role',
  'interpreterLanguage',
  'name',
  'phone',
  'email',
  'hetu',
  'language',
] as const satisfies readonly (keyof PersonValues)[];

/** A person of whom nothing is written yet. */
export function newPerson(role: CompanionRole): PersonValues {
  return { role, name: '', phone: '', email: '', language: '', interpreterLanguage: '', hetu: '' };
}

/** Turns what was written into what is sent. */
export function companionOf(values: PersonValues): Companion {
  const optional = <Text extends string>(text: Text) =>
    text.trim() === '' ? undefined : (text.trim() as Exclude<Text, ''>);
  const { role, name, phone, email, language, interpreterLanguage, hetu } = values;
  const person = {
    name: name.trim(),
    phone: optional(phone),
    email: optional(email),
    language: optional(language),
  };
  switch (role) {
    case 'interpreter': {
      // What is missing is refused by the check.
      const interpreted = optional(interpreterLanguage) as InterpreterLanguage;
      return { role, ...person, interpreterLanguage: interpreted };
    }
    case 'guardian':
      return { role, ...person, hetu: optional(hetu) };
    default:
      return { role, ...person };
  }
}

/** Checks what was written, by the contract's own schema. */
export function personProblems(values: PersonValues): FieldProblem[] {
  const problems = issuesOf(companionSchema, companionOf(values));
  for (const field of ['name', 'phone', 'email'] as const) {
    if (holdsIdentityCode(values[field])) {
      problems.unshift({ field, code: 'field.identity-code' });
    }
  }
  if (values.role === 'guardian' && !canBeHetu(values.hetu)) {
    problems.push({ field: 'hetu', code: 'field.hetu-invalid' });
  }
  if (!canBeEmail(values.email)) {
    problems.push({ field: 'email', code: 'field.email-invalid' });
  }
  return problems;
}

/** Whether an optional identity code can be one. Whether it is somebody's the server knows. */
export function canBeHetu(written: string): boolean {
  return written.trim() === '' || isHetu(tidyHetu(written), { isArtificialAllowed: true });
}

/** Whether an optional address can be one: told with everything else, not only once all else is right. */
export function canBeEmail(written: string): boolean {
  const address = written.trim();
  return address === '' || isEmailAddress(address) || holdsIdentityCode(address);
}
