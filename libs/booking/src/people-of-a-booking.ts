import type { Companion, CompanionRole, InterpreterLanguage, Language } from '@tapaamo/contracts';
import { ContactRequiredError, GuardianRequiredError } from './booking.errors.js';
import { personContact, type PersonContact } from './person-contact.js';
import type { HetuRules } from './typed-hetu.js';

/** Somebody who is asked to a visit besides the client. */
export interface CompanionContact extends PersonContact {
  role: CompanionRole;
  /** Of an interpreter. */
  interpreterLanguage: InterpreterLanguage | null;
}

/** Everybody of a booking who comes by a link. */
export interface PeopleOfABooking {
  client: PersonContact;
  companions: CompanionContact[];
}

/** What is typed about them. */
interface TypedPeople {
  clientName: string;
  clientPhone?: string;
  clientEmail?: string;
  clientHetu?: string;
  clientLanguage?: Language;
  clientIsMinor?: boolean;
  participants?: readonly Companion[];
  /** The client gets a printed sheet, and need not be reached any other way. */
  printedSheet?: true;
}

const CLIENT_FIELDS = {
  name: 'clientName',
  phone: 'clientPhone',
  email: 'clientEmail',
  hetu: 'clientHetu',
} as const;

/**
 * Checks what the professional typed about the people of a booking. A minor comes with a guardian, and is reached by them.
 *
 * @throws The errors of `personContact`, with the field of the request; GuardianRequiredError; ContactRequiredError when
 *   neither the client nor, for a minor, a guardian can be reached, and no sheet is printed
 */
export function peopleOfABooking(typed: TypedPeople, rules: HetuRules): PeopleOfABooking {
  const { clientName, clientPhone, clientEmail, clientHetu, clientLanguage } = typed;
  const { participants = [] } = typed;
  const client = personContact(
    {
      name: clientName,
      phone: clientPhone,
      email: clientEmail,
      hetu: clientHetu,
      language: clientLanguage,
    },
    (field) => CLIENT_FIELDS[field],
    rules,
  );
  const companions = participants.map((one, index) =>
    companionContact(one, rules, `participants.${String(index)}.`),
  );
  const isMinor = typed.clientIsMinor === true;
  requireGuardian(companions, isMinor);
  if (typed.printedSheet !== true) {
    requireReachable(client, companions, isMinor);
  }
  return { client, companions };
}

/**
 * Checks what was typed about somebody who is asked besides the client.
 *
 * @param before - What stands before the field in the request.
 * @throws The errors of `personContact`
 */
export function companionContact(
  typed: Companion,
  rules: HetuRules,
  before = '',
): CompanionContact {
  return {
    ...personContact(typed, (field) => before + field, rules),
    role: typed.role,
    interpreterLanguage: typed.role === 'interpreter' ? typed.interpreterLanguage : null,
  };
}

function requireGuardian(companions: readonly CompanionContact[], isMinor: boolean): void {
  if (isMinor && !companions.some(isGuardian)) {
    throw new GuardianRequiredError();
  }
}

function requireReachable(
  client: PersonContact,
  companions: readonly CompanionContact[],
  isMinor: boolean,
): void {
  const clientSide = [client, ...(isMinor ? companions.filter(isGuardian) : [])];
  if (!clientSide.some(isReachable)) {
    const first = companions.findIndex(isGuardian);
    throw new ContactRequiredError(isMinor ? `participants.${String(first)}.phone` : 'clientPhone');
  }
}

function isGuardian({ role }: CompanionContact): boolean {
  return role === 'guardian';
}

function isReachable({ phone, email }: PersonContact): boolean {
  return phone !== null || email !== null;
}
