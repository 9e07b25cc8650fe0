import { holdsIdentityCode, isPersonName, tidyName, type Language } from '@tapaamo/contracts';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { z } from 'zod';
import {
  ContactRequiredError,
  EmailInvalidError,
  IdentityCodeError,
  NameInvalidError,
  PhoneInvalidError,
} from './booking.errors.js';

/** Everything that is known of a client: what the professional typed, checked and in one form. */
export interface ClientContact {
  name: string;
  /** E.164, e.g. `+358401234567`. */
  phone: string | null;
  email: string | null;
  /** Of their messages; null for all languages of the organisation. */
  language: Language | null;
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
 * Checks what the professional typed about the client. Who is invited on paper need not be reached any other way.
 *
 * @throws ContactRequiredError, NameInvalidError, PhoneInvalidError, EmailInvalidError, IdentityCodeError
 */
export function clientContact(typed: {
  clientName: string;
  clientPhone?: string;
  clientEmail?: string;
  clientLanguage?: Language;
  printedSheet?: true;
}): ClientContact {
  for (const field of ['clientName', 'clientPhone', 'clientEmail'] as const) {
    if (holdsIdentityCode(typed[field] ?? '')) {
      throw new IdentityCodeError(field);
    }
  }
  const name = tidyName(typed.clientName);
  if (!isPersonName(name)) {
    throw new NameInvalidError();
  }
  const phone = typed.clientPhone === undefined ? null : phoneNumber(typed.clientPhone);
  const email = typed.clientEmail === undefined ? null : emailAddress(typed.clientEmail);
  if (phone === null && email === null && typed.printedSheet !== true) {
    throw new ContactRequiredError();
  }
  return { name, phone, email, language: typed.clientLanguage ?? null };
}

/** The whole text is one number: what stands beside it is no place for notes, and an extension gets no text message. */
function phoneNumber(typed: string): string {
  const parsed = parsePhoneNumberFromString(typed, { defaultCountry: 'FI', extract: false });
  const kind = parsed?.getType();
  if (
    parsed?.isValid() !== true ||
    parsed.ext !== undefined ||
    (kind !== undefined && UNREACHABLE.has(kind))
  ) {
    throw new PhoneInvalidError();
  }
  return parsed.number;
}

function emailAddress(typed: string): string {
  const parsed = z.email().safeParse(typed);
  if (!parsed.success) {
    throw new EmailInvalidError();
  }
  return parsed.data;
}
