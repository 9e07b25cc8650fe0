import { z } from 'zod';

/** Random identifier of a row (UUID, any version). */
export const idSchema = z.uuid();

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
