import { addPeriod, instantOfLocal } from '@tapaamo/common';
import {
  BookAnewError,
  BookingEndInPastError,
  BookingStartInPastError,
  BookingStartTooFarError,
  BookingTimeDoesNotExistError,
} from './booking.errors.js';

/** How far ahead a time can be booked. */
const FARTHEST = 'P1Y';

/** How long after it was made a booking can still begin: moving must not keep a person known for ever (forgetting.md 5.2). */
const MOVED_AT_MOST = 'P13M';

const MINUTE_MS = 60_000;

/** The last instant at which a booking may begin. */
export function lastBookableStart(now: Date): Date {
  return addPeriod(now, FARTHEST);
}

/**
 * Turns a local day and time into the instants of a booking.
 *
 * @param wish - `date` `YYYY-MM-DD` and `time` `HH:MM` in Europe/Helsinki; `durationMinutes` 5 to 480.
 * @param now - Present instant; its own minute can still be booked.
 * @throws BookingTimeDoesNotExistError, BookingStartInPastError, BookingStartTooFarError
 */
export function bookingTime(
  wish: { date: string; time: string; durationMinutes: number },
  now: Date,
): { startsAt: Date; endsAt: Date } {
  const startsAt = instantOfLocal(wish.date, wish.time);
  if (startsAt === null) {
    throw new BookingTimeDoesNotExistError();
  }
  if (startsAt.getTime() < Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS) {
    throw new BookingStartInPastError();
  }
  if (startsAt > lastBookableStart(now)) {
    throw new BookingStartTooFarError();
  }
  return { startsAt, endsAt: new Date(startsAt.getTime() + wish.durationMinutes * MINUTE_MS) };
}

/**
 * The instants of a booking that is moved, or made longer or shorter. A start that stays may have passed: who has waited
 * some minutes can be given more time.
 *
 * @param present - The booking as it is.
 * @throws The errors of `bookingTime`; BookingEndInPastError; BookAnewError when the start moves beyond 13 months after
 *   the booking was made
 */
export function movedTime(
  wish: { date: string; time: string; durationMinutes: number },
  present: { startsAt: Date; createdAt: Date },
  now: Date,
): { startsAt: Date; endsAt: Date } {
  const startsAt = instantOfLocal(wish.date, wish.time);
  const stays = startsAt?.getTime() === present.startsAt.getTime();
  const time = bookingTime(wish, stays && present.startsAt < now ? present.startsAt : now);
  if (time.endsAt <= now) {
    throw new BookingEndInPastError();
  }
  if (!stays && time.startsAt > addPeriod(present.createdAt, MOVED_AT_MOST)) {
    throw new BookAnewError();
  }
  return time;
}
