import {
  checkBookingRequestSchema,
  createBookingRequestSchema,
  holdsIdentityCode,
  type CheckBookingRequest,
  type CreateBookingRequest,
  type ErrorCode,
  type FieldProblem,
  type Language,
} from '@tapaamo/contracts';
import { ApiProblem } from '../../api/api-problem.js';
import { issuesOf } from '../../forms/issues.js';
import { readDay, readTime } from '../../time/local-day.js';
import {
  companionOf,
  PERSON_FIELDS,
  canBeEmail,
  canBeHetu,
  personProblems,
  type PersonValues,
} from '../../forms/person-values.js';
import { seriesDays } from './series.js';

/** The form as it is written. These are all the fields about a client that exist. */
export interface BookingValues {
  serviceId: string;
  date: string;
  time: string;
  durationMinutes: string;
  /** Weeks from one visit of a series to the next; empty for a single visit. */
  repeatWeeks: '' | '1' | '2';
  repeatTimes: string;
  /** Days of the series that are left out. */
  repeatSkip: readonly string[];
  clientName: string;
  /** By message or on paper; who is invited on paper need not be reached any other way. */
  invitation: 'messages' | 'sheet';
  clientPhone: string;
  clientEmail: string;
  clientHetu: string;
  /** Empty for all languages of the organisation. */
  clientLanguage: Language | '';
  clientIsMinor: boolean;
  /** Contact data is for who books alone. */
  nonDisclosure: boolean;
  /** Who is asked besides the client. */
  participants: PersonValues[];
  /** What the record system calls the visit; a series has none. */
  recordReference: string;
}

/** The fields in the order they stand on the page. */
export const BOOKING_FIELDS: readonly (keyof BookingValues)[] = [
  'serviceId',
  'date',
  'time',
  'durationMinutes',
  'repeatWeeks',
  'repeatTimes',
  'repeatSkip',
  'clientName',
  'invitation',
  'clientPhone',
  'clientEmail',
  'clientHetu',
  'clientLanguage',
  'clientIsMinor',
  'nonDisclosure',
  'recordReference',
  'participants',
];

/** How a field of somebody besides the client is called. */
const OF_A_PERSON = /^participants\.(\d+)\.(\w+)$/;

/** How the server names a day of a series that is taken. */
const TAKEN_DAY = /^repeat\.(\d{4}-\d{2}-\d{2})$/;

/** A refusal of the whole request is shown at the field that mends it. */
const FIELD_OF_CODE: Partial<Record<ErrorCode, keyof BookingValues>> = {
  'booking.contact-required': 'clientPhone',
  'booking.end-in-past': 'durationMinutes',
  'booking.overlap': 'time',
  'booking.series-overlap': 'repeatSkip',
  'booking.series-too-far': 'repeatTimes',
  'booking.series-without-visit': 'repeatSkip',
  'booking.start-in-past': 'time',
  'booking.start-too-far': 'date',
  'booking.time-does-not-exist': 'time',
  'booking.to-be-booked-anew': 'date',
};

/**
 * Turns what was written into a request. What cannot be read stays as it was written and is refused by the check.
 *
 * @param today - Local day from which a date without a year counts.
 */
export function bookingRequestOf(values: BookingValues, today: string): CreateBookingRequest {
  const optional = (text: string) => (text.trim() === '' ? undefined : text.trim());
  const isOnPaper = values.invitation === 'sheet';
  return {
    serviceId: values.serviceId,
    date: readDay(values.date, today) ?? values.date,
    time: readTime(values.time) ?? values.time,
    durationMinutes: values.durationMinutes === '' ? undefined : Number(values.durationMinutes),
    repeat: repeatOf(values, today),
    clientName: values.clientName.trim(),
    clientPhone: isOnPaper ? undefined : optional(values.clientPhone),
    clientEmail: isOnPaper ? undefined : optional(values.clientEmail),
    clientHetu: optional(values.clientHetu),
    printedSheet: isOnPaper ? true : undefined,
    clientLanguage: values.clientLanguage === '' ? undefined : values.clientLanguage,
    ...(values.clientIsMinor ? { clientIsMinor: true } : {}),
    ...(values.nonDisclosure ? { nonDisclosure: true } : {}),
    ...(values.participants.length === 0
      ? {}
      : { participants: values.participants.map(companionOf) }),
    recordReference: values.repeatWeeks === '' ? optional(values.recordReference) : undefined,
  };
}

/** The time that was written, once it can be read whole; else null. */
export function timeOf(values: BookingValues, today: string): CheckBookingRequest | null {
  const { date, time, durationMinutes } = bookingRequestOf(values, today);
  const read = checkBookingRequestSchema.safeParse(
    { date, time, durationMinutes },
    { jitless: true },
  );
  return read.success ? read.data : null;
}

/** Checks what was written, by the contract's own schema. */
export function bookingProblems(values: BookingValues, today: string): FieldProblem[] {
  const request = bookingRequestOf(values, today);
  const problems = issuesOf(createBookingRequestSchema, request)
    .map((problem) => (problem.field === 'repeat' ? repeatProblem(values) : problem))
    .filter(({ field }) => field !== 'participants');
  problems.push(...peopleProblems(values, request.printedSheet === true));
  for (const field of ['clientName', 'clientPhone', 'clientEmail'] as const) {
    if (holdsIdentityCode(values[field])) {
      problems.unshift({ field, code: 'field.identity-code' });
    }
  }
  if (request.printedSheet !== true && !canBeEmail(values.clientEmail)) {
    problems.push({ field: 'clientEmail', code: 'field.email-invalid' });
  }
  if (!canBeHetu(values.clientHetu)) {
    problems.push({ field: 'clientHetu', code: 'field.hetu-invalid' });
  }
  const day = readDay(values.date, today);
  if (day !== undefined && day < today) {
    problems.push({ field: 'time', code: 'booking.start-in-past' });
  }
  return inPageOrder(problems);
}

/** The fields of the form in the order they stand on the page, those of each person too. */
export function fieldsOf({ participants }: Pick<BookingValues, 'participants'>): string[] {
  return BOOKING_FIELDS.flatMap((field) =>
    field === 'participants'
      ? participants.flatMap((_, index) =>
          PERSON_FIELDS.map((each) => `participants.${String(index)}.${each}`),
        )
      : field,
  );
}

/** Which person a field is of, counted from 0, and which of theirs; null for a field of the booking itself. */
export function fieldOfPerson(
  field: string,
): { index: number; name: (typeof PERSON_FIELDS)[number] } | null {
  const [, index, last] = OF_A_PERSON.exec(field) ?? [];
  const name = PERSON_FIELDS.find((each) => each === last);
  return index === undefined || name === undefined ? null : { index: Number(index), name };
}

/** A minor comes with a guardian and is reached by them; all others are reached themselves, or get a sheet of paper. */
function peopleProblems(values: BookingValues, isOnPaper: boolean): FieldProblem[] {
  const { clientIsMinor, participants, clientPhone, clientEmail } = values;
  const problems = participants.flatMap((person, index) =>
    personProblems(person).map(({ field, code }) => ({
      field: `participants.${String(index)}.${field}`,
      code,
    })),
  );
  const first = participants.findIndex(({ role }) => role === 'guardian');
  if (clientIsMinor && first === -1) {
    return [...problems, { field: 'clientIsMinor', code: 'booking.guardian-required' }];
  }
  const guardians = clientIsMinor ? participants.filter(({ role }) => role === 'guardian') : [];
  const ways = [
    clientPhone,
    clientEmail,
    ...guardians.flatMap(({ phone, email }) => [phone, email]),
  ];
  if (!isOnPaper && ways.every((way) => way.trim() === '')) {
    const field = clientIsMinor ? `participants.${String(first)}.phone` : 'clientPhone';
    problems.push({ field, code: 'booking.contact-required' });
  }
  return problems;
}

/** The days that the server found taken, when it refuses a series for them. */
export function takenDays({ fields }: ApiProblem): string[] {
  return fields.flatMap(({ field }) => TAKEN_DAY.exec(field)?.[1] ?? []);
}

/** The server's refusal, field by field; empty when no field can mend it. */
export function refusedFields({ code, fields }: ApiProblem): FieldProblem[] {
  const known = fields.filter(
    ({ field }) =>
      fieldOfPerson(field) !== null || BOOKING_FIELDS.includes(field as keyof BookingValues),
  );
  const own = code === 'offline' ? undefined : FIELD_OF_CODE[code];
  if (known.length > 0 || own === undefined || code === 'offline') {
    return inPageOrder([...known]);
  }
  return [{ field: own, code }];
}

function inPageOrder(problems: FieldProblem[]): FieldProblem[] {
  const place = ({ field }: FieldProblem) => {
    const person = fieldOfPerson(field);
    return person === null
      ? BOOKING_FIELDS.indexOf(field as keyof BookingValues)
      : BOOKING_FIELDS.length +
          person.index * PERSON_FIELDS.length +
          PERSON_FIELDS.indexOf(person.name);
  };
  return problems.sort((one, other) => place(one) - place(other));
}

function repeatOf(values: BookingValues, today: string): CreateBookingRequest['repeat'] {
  const { repeatWeeks, repeatTimes, repeatSkip } = values;
  if (repeatWeeks === '') {
    return undefined;
  }
  const days = seriesDays(readDay(values.date, today), repeatWeeks, repeatTimes);
  const skip = repeatSkip.filter((day) => days.includes(day));
  return {
    everyWeeks: repeatWeeks === '1' ? 1 : 2,
    times: repeatTimes.trim() === '' ? NaN : Number(repeatTimes),
    ...(skip.length === 0 ? {} : { skip }),
  };
}

function repeatProblem({ repeatTimes }: BookingValues): FieldProblem {
  const code = repeatTimes.trim() === '' ? 'field.missing' : 'field.invalid';
  return { field: 'repeatTimes', code };
}

/** A refusal field by field; empty for whatever else went wrong. */
export function problemsAtFields(error: unknown): FieldProblem[] {
  return error instanceof ApiProblem ? refusedFields(error) : [];
}

/** What is kept of a form when its session ends: no identity code, which is typed again by whoever signs in. */
export function withoutCodes(values: BookingValues): BookingValues {
  const participants = values.participants.map((person) => ({ ...person, hetu: '' }));
  return { ...values, clientHetu: '', participants };
}
