import { z } from 'zod';
import { HETU_TYPED_MAX } from '../hetu.js';
import { interpreterLanguageSchema } from '../interpreter-language.js';
import { languageSchema, localisedTextSchema } from '../language.js';
import { PERSONS_MAX } from '../participant-roles.js';
import { plainText } from '../plain-text.js';
import { idSchema, instantSchema, localDateSchema, localTimeSchema } from '../primitives.js';
import {
  bookingStatusSchema,
  cancelReasonSchema,
  companionRoleSchema,
  identificationLevelSchema,
  visitRelationSchema,
} from '../words.js';
import { colleagueSchema } from './colleague.js';
import { participantMessageSchema } from './told-message.js';
import { deviceResultSchema } from './device-test.js';
import { verdictSchema } from './door-findings.js';

/** A service line that the professional can book. Answer of `GET /api/services` is a list of these. */
export const serviceSchema = z.object({
  id: idSchema,
  name: localisedTextSchema,
  durationMinutes: z.number().int().min(5).max(480),
  identificationLevel: identificationLevelSchema,
  minorsAllowed: z.boolean(),
});
export type Service = z.infer<typeof serviceSchema>;

/** Longest client name in characters, after trimming. */
export const CLIENT_NAME_MAX = 120;

/** Most visits of a series. */
export const SERIES_MAX = 52;

/** The same visit again at the same local time; each one lives and is forgotten alone. */
export const repeatSchema = z.strictObject({
  everyWeeks: z.union([z.literal(1), z.literal(2)]),
  /** How many visits there are, the first one included and those skipped too. */
  times: z.number().int().min(2).max(SERIES_MAX),
  /** Days of the series that are left out. */
  skip: z.array(localDateSchema).max(SERIES_MAX).optional(),
});
export type Repeat = z.infer<typeof repeatSchema>;

/** Longest reference of a record system. */
export const RECORD_REFERENCE_MAX = 64;

/** What a record system calls a visit, such as the number of its own appointment: nobody's identity code. */
export const recordReferenceSchema = plainText(RECORD_REFERENCE_MAX);

/** Most people who are asked besides the client. */
export const COMPANIONS_MAX = PERSONS_MAX - 1;

const personName = z.string().trim().min(2).max(CLIENT_NAME_MAX);
const personPhone = z.string().trim().min(1).max(32).optional();
const personEmail = z.string().trim().min(1).max(254).optional();

/** A henkilötunnus as it is typed; it is sealed with the person, compared at the door, and never given back. */
export const typedHetuSchema = z.string().trim().min(1).max(HETU_TYPED_MAX);

/** What is known of somebody who is asked to a visit besides the client. They may have no contact data at all. */
const companion = {
  name: personName,
  phone: personPhone,
  email: personEmail,
  language: languageSchema.optional(),
};

const interpreterSchema = z.strictObject({
  role: z.literal('interpreter'),
  ...companion,
  interpreterLanguage: interpreterLanguageSchema,
});

/** `POST /api/visits/:visitId/participants`, and each of the `participants` of a new booking. */
export const companionSchema = z.discriminatedUnion('role', [
  interpreterSchema,
  z.strictObject({
    role: z.literal('guardian'),
    ...companion,
    /** Guardians identify, and are compared as the client is. */
    hetu: typedHetuSchema.optional(),
  }),
  z.strictObject({ role: companionRoleSchema.exclude(['interpreter', 'guardian']), ...companion }),
]);
export type Companion = z.infer<typeof companionSchema>;

/** The same for whoever may not tell an identity code. */
export const companionWithoutHetuSchema = z.discriminatedUnion('role', [
  interpreterSchema,
  z.strictObject({ role: companionRoleSchema.exclude(['interpreter']), ...companion }),
]);

/**
 * `POST /api/bookings`. These are all the fields about people there are; an unknown field is refused.
 * At least one of phone and e-mail is needed, of the client or, for a minor, of a guardian, unless the invitation is
 * on paper. Phone: Finnish or international form; stored as E.164.
 */
export const createBookingRequestSchema = z.strictObject({
  serviceId: idSchema,
  date: localDateSchema,
  time: localTimeSchema,
  durationMinutes: z.number().int().min(5).max(480).optional(),
  clientName: personName,
  clientPhone: personPhone,
  clientEmail: personEmail,
  /** The client's henkilötunnus, where names might not tell: by it alone the door compares then. */
  clientHetu: typedHetuSchema.optional(),
  /** Language of the client's messages; without it they are in all languages of the organisation. */
  clientLanguage: languageSchema.optional(),
  /** The client gets a printed sheet: phone and e-mail may be missing, and what is there is written to as ever. */
  printedSheet: z.literal(true).optional(),
  /** Then a guardian at least is asked, too. */
  clientIsMinor: z.boolean().optional(),
  /** Contact data of client and guardians is shown to who books and to nobody else. */
  nonDisclosure: z.boolean().optional(),
  /** Who is asked besides the client. */
  participants: z.array(companionSchema).max(COMPANIONS_MAX).optional(),
  /** What the record system calls this visit. It is one visit's: a series has none. */
  recordReference: recordReferenceSchema.optional(),
  repeat: repeatSchema.optional(),
});
export type CreateBookingRequest = z.infer<typeof createBookingRequestSchema>;

/** The version that was read: a change of somebody else in between is told (`booking.changed-meanwhile`). */
const bookingVersion = z.number().int().min(1);

/** `POST /api/visits/:visitId/time`: the visit at another time, or longer or shorter. The client is told. */
export const moveVisitRequestSchema = z.strictObject({
  version: bookingVersion,
  date: localDateSchema,
  time: localTimeSchema,
  durationMinutes: z.number().int().min(5).max(480),
});
export type MoveVisitRequest = z.infer<typeof moveVisitRequestSchema>;

/**
 * `POST /api/visits/:visitId/cancel`: calls the visit off. The client is told. With `following` the later visits of its
 * series, too, but for those in which people have met.
 */
export const cancelVisitRequestSchema = z.strictObject({
  version: bookingVersion,
  reason: cancelReasonSchema,
  following: z.boolean().optional(),
});
export type CancelVisitRequest = z.infer<typeof cancelVisitRequestSchema>;

/**
 * `GET /api/bookings?from&to&scope`: local days, both included, at most 62 days apart. One's own, those shared and those
 * one stands in for; with `scope=team` also those of the teams that one leads.
 */
export const listBookingsQuerySchema = z.strictObject({
  from: localDateSchema,
  to: localDateSchema,
  scope: z.enum(['own', 'team']).optional(),
});
export type ListBookingsQuery = z.infer<typeof listBookingsQuerySchema>;

/** `GET /api/bookings/arrived?scope`: those whose client has come and has not left, whatever day they are of. */
export const arrivedBookingsQuerySchema = listBookingsQuerySchema.pick({ scope: true });
export type ArrivedBookingsQuery = z.infer<typeof arrivedBookingsQuerySchema>;

/** How a person can be reached, as the reader may see it. `withheld`: only who booked may (turvakielto). */
const shownContact = {
  phone: z.string().nullable(),
  email: z.string().nullable(),
  withheld: z.boolean(),
};

/** How a person can be reached, as a member of staff may see it. */
export const shownContactSchema = z.object(shownContact);
export type ShownContact = z.infer<typeof shownContactSchema>;

/** One booking as staff who reach it see it. `client` is null when it is forgotten or cannot be opened. */
export const bookingSchema = z.object({
  id: idSchema,
  visitId: idSchema,
  serviceId: idSchema,
  serviceName: localisedTextSchema,
  /** Whose it is, and by what it is seen. */
  professional: colleagueSchema,
  relation: visitRelationSchema,
  startsAt: instantSchema,
  endsAt: instantSchema,
  status: bookingStatusSchema,
  /** Counts changes; whoever changes it names the one they read. */
  version: bookingVersion,
  /** The series that it was booked in, the same id for each visit of it. */
  seriesId: idSchema.nullable(),
  cancelReason: cancelReasonSchema.nullable(),
  client: z
    .object({ name: z.string(), ...shownContact, language: languageSchema.nullable() })
    .nullable(),
  clientIsMinor: z.boolean(),
  /** Whether contact data is shown to who booked and to nobody else. */
  nonDisclosure: z.boolean(),
  /** When the client, or a minor's guardian, first came to the waiting room. */
  arrivedAt: instantSchema.nullable(),
  /** While the client is there: what the door found. */
  verdict: verdictSchema.nullable(),
  /** How the client's last device test went, whenever that was. */
  deviceCheck: deviceResultSchema.nullable(),
  identificationLevel: identificationLevelSchema,
  /** Whether a link of who identifies, the client's or a guardian's, identifies nobody for now. */
  identificationLocked: z.boolean(),
  endedAt: instantSchema.nullable(),
  messages: z.array(participantMessageSchema),
  purgeDueAt: instantSchema,
});
export type Booking = z.infer<typeof bookingSchema>;

/** Answer of `GET /api/bookings`, earliest start first. */
export const bookingListSchema = z.object({ bookings: z.array(bookingSchema) });
export type BookingList = z.infer<typeof bookingListSchema>;

/** Most bookings that a search answers with. */
export const FOUND_BOOKINGS_MAX = 50;

/**
 * `POST /api/bookings/search`: what one remembers of a client's name, in any order of its words. It reads and changes
 * nothing, but a name in an address would stand in logs. Scope as in the list.
 */
export const searchBookingsRequestSchema = z.strictObject({
  name: z.string().trim().min(2).max(CLIENT_NAME_MAX),
  scope: z.enum(['own', 'team']).optional(),
});
export type SearchBookingsRequest = z.infer<typeof searchBookingsRequestSchema>;

/** Answer of `POST /api/bookings/search`: what is ahead, the next first, then what has been, the latest first. */
export const foundBookingsSchema = z.object({
  bookings: z.array(bookingSchema).max(FOUND_BOOKINGS_MAX),
  /** Whether more were found than are answered with. */
  hasMore: z.boolean(),
});
export type FoundBookings = z.infer<typeof foundBookingsSchema>;

/** Answer of `GET /api/services`. */
export const serviceListSchema = z.object({
  services: z.array(serviceSchema),
  /** Languages of the organisation: those that a client's messages can be in. */
  languages: z.array(languageSchema),
});
export type ServiceList = z.infer<typeof serviceListSchema>;
