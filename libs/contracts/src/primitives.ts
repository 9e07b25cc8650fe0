import { z } from 'zod';

/**
 * Random identifier of a row (UUID, any version), in lower case as the database writes it: the same id in capitals would
 * find the same row and be nobody's own when it is compared.
 */
export const idSchema = z.uuid().toLowerCase();

/** Instant in UTC, ISO 8601 with milliseconds: `2026-12-01T08:00:00.000Z`. */
export const instantSchema = z.iso.datetime();

/** Local calendar day in Europe/Helsinki, `YYYY-MM-DD`. */
export const localDateSchema = z.iso.date();

/** Local wall-clock time in Europe/Helsinki, `HH:MM`. */
export const localTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/**
 * The secret of a participant's link: 32 random bytes in base64url (43 characters).
 * It travels in the URL's fragment and in POST bodies only.
 */
export const linkSecretSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const emailSchema = z.email();

/** Whether a text has the form of an e-mail address. Pages ask before they send, the server again. */
export function isEmailAddress(text: string): boolean {
  return emailSchema.safeParse(text, { jitless: true }).success;
}

/** Name of a host in lower case with a dot in it, as it stands after the @ of addresses. */
export const emailDomainSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])$/);
