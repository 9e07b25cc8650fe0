import {
  checkBookingRequestSchema,
  moveVisitRequestSchema,
  type Booking,
  type CheckBookingRequest,
  type FieldProblem,
  type MoveVisitRequest,
} from '@tapaamo/contracts';
import { issuesOf } from '../../forms/issues.js';
import { formatDay } from '../../time/format.js';
import { helsinkiTime, milliseconds } from '../../time/helsinki.js';
import { localDayOf, readDay, readTime, twoDigits } from '../../time/local-day.js';

/** A time as it is written. */
export interface MoveValues {
  date: string;
  time: string;
  durationMinutes: string;
}

/** The fields in the order they stand in the form. */
export const MOVE_FIELDS: readonly (keyof MoveValues)[] = ['date', 'time', 'durationMinutes'];

/** The time of a booking as the form would be written for it. */
export function writtenTime({
  startsAt,
  endsAt,
}: Pick<Booking, 'startsAt' | 'endsAt'>): MoveValues {
  const { hour, minute } = helsinkiTime(startsAt);
  return {
    date: formatDay(localDayOf(startsAt), 'fi'),
    time: `${String(hour)}.${twoDigits(minute)}`,
    durationMinutes: String((milliseconds(endsAt) - milliseconds(startsAt)) / 60_000),
  };
}

/** Turns what was written into a request. What cannot be read stays as it was written and is refused by the check. */
export function moveRequestOf(
  values: MoveValues,
  version: number,
  today: string,
): MoveVisitRequest {
  return {
    version,
    date: readDay(values.date, today) ?? values.date,
    time: readTime(values.time) ?? values.time,
    durationMinutes: values.durationMinutes === '' ? NaN : Number(values.durationMinutes),
  };
}

/** Checks what was written, by the contract's own schema. */
export function moveProblems(values: MoveValues, today: string): FieldProblem[] {
  const problems = issuesOf(moveVisitRequestSchema, moveRequestOf(values, 1, today));
  return problems.map((problem) =>
    values[problem.field as keyof MoveValues].trim() === ''
      ? { ...problem, code: 'field.missing' }
      : problem,
  );
}

/** Whether the start would be another: only then is the client told. */
export function movesStart(values: MoveValues, booking: Booking, today: string): boolean {
  const [was, wished] = [writtenTime(booking), values].map((each) => moveRequestOf(each, 1, today));
  return was?.date !== wished?.date || was?.time !== wished?.time;
}

/** The time that was written, once it can be read whole and is another than it was; else null. */
export function movedTimeOf(
  values: MoveValues,
  booking: Pick<Booking, 'startsAt' | 'endsAt'>,
  today: string,
): CheckBookingRequest | null {
  const [was, wished] = [writtenTime(booking), values].map((each) => {
    const { date, time, durationMinutes } = moveRequestOf(each, 1, today);
    return checkBookingRequestSchema.safeParse({ date, time, durationMinutes }, { jitless: true })
      .data;
  });
  return wished === undefined || JSON.stringify(was) === JSON.stringify(wished) ? null : wished;
}
