import { addDays } from '@tapaamo/common';
import type { Repeat } from '@tapaamo/contracts';
import { bookingTime } from './booking-time.js';
import {
  BookingStartTooFarError,
  BookingTimeDoesNotExistError,
  SeriesTooFarError,
  SeriesWithoutVisitError,
} from './booking.errors.js';

/** One visit of a series: its local day and its instants. */
export interface SeriesTime {
  day: string;
  startsAt: Date;
  endsAt: Date;
}

/**
 * The times of a booking, or of all visits of a series: the same local time on each of its days, summer or winter.
 *
 * @param wish - `date` `YYYY-MM-DD` and `time` `HH:MM` in Europe/Helsinki; `repeat` for a series.
 * @returns One or more, earliest first.
 * @throws The errors of `bookingTime`; SeriesTooFarError, SeriesWithoutVisitError
 */
export function seriesTimes(
  wish: { date: string; time: string; durationMinutes: number; repeat?: Repeat },
  now: Date,
): [SeriesTime, ...SeriesTime[]] {
  const [first, ...others] = daysOf(wish.date, wish.repeat);
  if (first === undefined) {
    throw new SeriesWithoutVisitError();
  }
  const timeOn = (day: string) => ({ day, ...bookingTime({ ...wish, date: day }, now) });
  return [
    timeOn(first),
    ...others.map((day) => {
      try {
        return timeOn(day);
      } catch (error) {
        throw ofSeries(error, day);
      }
    }),
  ];
}

function daysOf(first: string, repeat: Repeat | undefined): string[] {
  if (repeat === undefined) {
    return [first];
  }
  const days = Array.from({ length: repeat.times }, (_, index) =>
    addDays(first, index * repeat.everyWeeks * 7),
  );
  return days.filter((day) => repeat.skip?.includes(day) !== true);
}

/** A refusal of a later day, said of the series. */
function ofSeries(error: unknown, day: string): unknown {
  if (error instanceof BookingTimeDoesNotExistError) {
    return new BookingTimeDoesNotExistError(`repeat.${day}`);
  }
  return error instanceof BookingStartTooFarError ? new SeriesTooFarError() : error;
}
