import { z } from 'zod';
import { localisedTextSchema } from '../language.js';
import { idSchema, instantSchema, localDateSchema, localTimeSchema } from '../primitives.js';

/** `GET /api/holidays?year`. */
export const holidaysQuerySchema = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2100),
});
export type HolidaysQuery = z.infer<typeof holidaysQuerySchema>;

/** A public holiday of Finland, or an eve on which offices are closed (`eve`). The name begins as within a sentence. */
export const holidaySchema = z.object({
  date: localDateSchema,
  name: localisedTextSchema,
  eve: z.boolean(),
});
export type Holiday = z.infer<typeof holidaySchema>;

/** Answer of `GET /api/holidays`, by date. */
export const holidayListSchema = z.object({ holidays: z.array(holidaySchema) });
export type HolidayList = z.infer<typeof holidayListSchema>;

/** Most spans of work on one day; between two of them is a break. */
export const SPANS_A_DAY_MAX = 6;

/** Most days that differ from the usual week. */
export const EXCEPTIONS_MAX = 200;

/** From one local time to another of the same day; `to` is `00:00` for the midnight that ends it. */
export const timeSpanSchema = z.strictObject({ from: localTimeSchema, to: localTimeSchema });
export type TimeSpan = z.infer<typeof timeSpanSchema>;

const spansOfADay = z.array(timeSpanSchema).max(SPANS_A_DAY_MAX);

/** A day that is not like others: no spans when the professional is away, else its own. */
const exceptionSchema = z.strictObject({ date: localDateSchema, spans: spansOfADay });

/** Working hours that somebody keeps: each weekday, Monday first, and the days that differ. */
const workingHours = {
  weekdays: z.array(spansOfADay).length(7),
  exceptions: z
    .array(exceptionSchema)
    .max(EXCEPTIONS_MAX)
    .refine((days) => new Set(days.map(({ date }) => date)).size === days.length),
};

/**
 * `POST /api/working-hours`: one's own. With the version that was read: a change in another window in between is told
 * (`settings.changed-meanwhile`). Version 0 is of who has never kept any.
 */
export const changeWorkingHoursRequestSchema = z.strictObject({
  ...workingHours,
  version: z.number().int().min(0),
});
export type ChangeWorkingHoursRequest = z.infer<typeof changeWorkingHoursRequestSchema>;

/** Answer of `GET /api/working-hours` and of a change: spans in order, days that are over left out. */
export const workingHoursSchema = z.object({ ...workingHours, version: z.number().int().min(0) });
export type WorkingHours = z.infer<typeof workingHoursSchema>;

/** `POST /api/bookings/check`: a time before it is booked. */
export const checkBookingRequestSchema = z.strictObject({
  date: localDateSchema,
  time: localTimeSchema,
  durationMinutes: z.number().int().min(5).max(480),
  /** The booking that would be moved there: it is not in its own way. */
  movedBookingId: idSchema.optional(),
});
export type CheckBookingRequest = z.infer<typeof checkBookingRequestSchema>;

/**
 * What speaks against a time. `taken`: the professional has a visit then, and it cannot be booked. All else can be booked
 * all the same: `holiday` offices are closed; `away` the professional is; `busy-elsewhere` they
 * are by their other calendar;
 * `outside-hours` it is not within the working hours of its day, which are given; `break` it goes over a break.
 */
export const bookingWarningSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('taken'), startsAt: instantSchema, endsAt: instantSchema }),
  z.object({ kind: z.literal('holiday'), name: localisedTextSchema }),
  z.object({ kind: z.literal('away') }),
  z.object({ kind: z.literal('busy-elsewhere') }),
  z.object({ kind: z.literal('outside-hours'), spans: z.array(timeSpanSchema) }),
  z.object({ kind: z.literal('break'), ...timeSpanSchema.shape }),
]);
export type BookingWarning = z.infer<typeof bookingWarningSchema>;

/** Answer of `POST /api/bookings/check`. */
export const bookingCheckSchema = z.object({ warnings: z.array(bookingWarningSchema) });
export type BookingCheck = z.infer<typeof bookingCheckSchema>;

/** Most days that a colleague's busy times are asked for at once. */
export const BUSY_DAYS_MAX = 31;

/** `GET /api/colleagues/:colleagueId/busy?from&to`: local days, both included. What is over is left out. */
export const busyQuerySchema = z.strictObject({ from: localDateSchema, to: localDateSchema });
export type BusyQuery = z.infer<typeof busyQuerySchema>;

/**
 * Answer of `GET /api/colleagues/:colleagueId/busy`, in order: when the colleague has no time, whatever the reason. Visits,
 * other calendars and free time are put together, so that nothing tells one from another.
 */
export const busyTimesSchema = z.object({
  busy: z.array(z.object({ startsAt: instantSchema, endsAt: instantSchema })),
});
export type BusyTimes = z.infer<typeof busyTimesSchema>;

/** Why somebody does not usually meet clients at a time. */
export const ownTimeKindSchema = z.enum([
  'outside-hours',
  'break',
  'away',
  'holiday',
  'busy-elsewhere',
]);
export type OwnTimeKind = z.infer<typeof ownTimeKindSchema>;

/**
 * Answer of `GET /api/own-times?from&to` (local days, both included): when one works, and why not at other times. Of who
 * keeps no hours only holidays and what is in another calendar are told.
 */
export const ownTimesSchema = z.object({
  work: z.array(z.object({ startsAt: instantSchema, endsAt: instantSchema })),
  times: z.array(
    z.object({ kind: ownTimeKindSchema, startsAt: instantSchema, endsAt: instantSchema }),
  ),
});
export type OwnTimes = z.infer<typeof ownTimesSchema>;

/** Longest address of another calendar. */
export const CALENDAR_ADDRESS_MAX = 2_000;

/** Longest user name and password at a server of calendars. */
const SIGN_IN_MAX = 500;

/** How to sign in to a server of calendars (CalDAV). A user name with a colon could not be told from its password. */
export const calendarSignInSchema = z.strictObject({
  accountName: z
    .string()
    .trim()
    .regex(/^[^\p{Cc}:]+$/u)
    .max(SIGN_IN_MAX),
  password: z
    .string()
    .regex(/^\P{Cc}+$/u)
    .max(SIGN_IN_MAX),
});
export type CalendarSignIn = z.infer<typeof calendarSignInSchema>;

const calendarAddressSchema = z.string().trim().min(1).max(CALENDAR_ADDRESS_MAX);

/** `POST /api/external-calendar`: where one's other calendar can be read: alone (ICS), or by signing in (CalDAV). */
export const setExternalCalendarRequestSchema = z.strictObject({
  address: calendarAddressSchema,
  signIn: calendarSignInSchema.optional(),
});
export type SetExternalCalendarRequest = z.infer<typeof setExternalCalendarRequestSchema>;

/** `POST /api/external-calendar/look-up`: which calendars a server has (CalDAV), by any address of it. */
export const calendarLookUpRequestSchema = z.strictObject({
  address: calendarAddressSchema,
  signIn: calendarSignInSchema,
});
export type CalendarLookUpRequest = z.infer<typeof calendarLookUpRequestSchema>;

/**
 * Why a server of calendars could not be read: `unreachable` nobody answered; `too-slow` not in time; `not-allowed` it is in
 * a private network; `too-large`; `wrong-password`; `other-sign-in` it takes no password of this kind; `no-calendar` there
 * is none that one may read; `elsewhere` it points to another host, to which no password goes.
 */
export const calendarLookUpFailureSchema = z.enum([
  'unreachable',
  'too-slow',
  'not-allowed',
  'too-large',
  'wrong-password',
  'other-sign-in',
  'no-calendar',
  'elsewhere',
]);
export type CalendarLookUpFailure = z.infer<typeof calendarLookUpFailureSchema>;

/** Most calendars of a server that are told. */
export const CALENDARS_MAX = 100;

/** How much is told of a calendar's name. */
export const CALENDAR_NAME_MAX = 200;

/** A calendar of a server: where it is read, and what its owner calls it. */
export const foundCalendarSchema = z.object({ address: z.string(), name: z.string() });
export type FoundCalendar = z.infer<typeof foundCalendarSchema>;

/** Answer of `POST /api/external-calendar/look-up`: calendars, or why there are none. */
export const calendarLookUpSchema = z.object({
  calendars: z.array(foundCalendarSchema),
  failure: calendarLookUpFailureSchema.nullable(),
});
export type CalendarLookUp = z.infer<typeof calendarLookUpSchema>;

/**
 * Why another calendar could not be read: what keeps from a server of calendars, and `refused` it answered with a refusal
 * or pointed elsewhere; `not-a-calendar`; `too-complex` it repeats more often than any person's; `sealed` its address
 * cannot be opened any more.
 */
export const externalCalendarFailureSchema = z.enum([
  ...calendarLookUpFailureSchema.options,
  'refused',
  'not-a-calendar',
  'too-complex',
  'sealed',
]);
export type ExternalCalendarFailure = z.infer<typeof externalCalendarFailureSchema>;

/** Answer of `GET /api/external-calendar` and of a change: of the address the host alone. */
export const externalCalendarSchema = z.object({
  host: z.string().nullable(),
  /** When it was last read well. */
  readAt: instantSchema.nullable(),
  failure: externalCalendarFailureSchema.nullable(),
});
export type ExternalCalendarState = z.infer<typeof externalCalendarSchema>;
