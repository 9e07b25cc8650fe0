import {
  holdsIdentityCode,
  isEmailAddress,
  isPersonName,
  tidyName,
  type Language,
} from '@tapaamo/contracts';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import {
  EmailInvalidError,
  IdentityCodeError,
  NameInvalidError,
  PhoneInvalidError,
} from './booking.errors.js';
import { typedHetu, type HetuRules } from './typed-hetu.js';

/** What is known of a person who comes by a link: what the professional typed, checked and in one form. */
export interface PersonContact {
  name: string;
  /** E.164, e.g. `+358401234567`. */
  phone: string | null;
  email: string | null;
  /** Of their messages; null for all languages of the organisation. */
  language: Language | null;
  /** Henkilötunnus of who identifies, if it was told; all eleven characters count. */
  hetu: string | null;
}

/** What is typed about a person. */
interface TypedPerson {
  name: string;
  phone?: string;
  email?: string;
  language?: Language;
  hetu?: string;
}

/** Kinds of numbers that are no way to reach a person (libphonenumber types). */
const UNREACHABLE = new Set([
  'PREMIUM_RATE',
  'SHARED_COST',
  'UAN',
  'VOICEMAIL',
  'PAGER',
  'TOLL_FREE',
]);

/**
 * Checks what the professional typed about a person.
 *
 * @param fieldOf - Tells how the request calls a field.
 * @throws NameInvalidError, PhoneInvalidError, EmailInvalidError, IdentityCodeError; the errors of `typedHetu`
 */
export function personContact(
  typed: TypedPerson,
  fieldOf: (name: 'name' | 'phone' | 'email' | 'hetu') => string,
  rules: HetuRules,
): PersonContact {
  for (const field of ['name', 'phone', 'email'] as const) {
    if (holdsIdentityCode(typed[field] ?? '')) {
      throw new IdentityCodeError(fieldOf(field));
    }
  }
  const name = tidyName(typed.name);
  if (!isPersonName(name)) {
    throw new NameInvalidError(fieldOf('name'));
  }
  const { phone, email, language = null } = typed;
  return {
    name,
    phone: phone === undefined ? null : phoneNumber(phone, fieldOf('phone')),
    email: email === undefined ? null : emailAddress(email, fieldOf('email')),
    language,
    hetu: typedHetu(typed.hetu, fieldOf('hetu'), rules),
  };
}

/** The whole text is one number: what stands beside it is no place for notes, and an extension gets no text message. */
function phoneNumber(typed: string, field: string): string {
  const parsed = parsePhoneNumberFromString(typed, { defaultCountry: 'FI', extract: false });
  const kind = parsed?.getType();
  if (
    parsed?.isValid() !== true ||
    parsed.ext !== undefined ||
    (kind !== undefined && UNREACHABLE.has(kind))
  ) {
    throw new PhoneInvalidError(field);
  }
  return parsed.number;
}

function emailAddress(typed: string, field: string): string {
  if (!isEmailAddress(typed)) {
    throw new EmailInvalidError(field);
  }
  return typed;
}
