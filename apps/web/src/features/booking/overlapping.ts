import type { Booking, CheckBookingRequest } from '@tapaamo/contracts';
import { helsinkiTime } from '../../time/helsinki.js';

/** Whose visits are looked through. */
export interface OverlapQuestion {
  wish: CheckBookingRequest;
  professionalId: string;
  /** The visit that is moved, which is in nobody's way. */
  except?: string;
}

/** Which visits are in the way of a time: those of one professional that take place, as clocks show it. */
export function overlapping(
  bookings: readonly Booking[],
  { wish, professionalId, except }: OverlapQuestion,
): Booking[] {
  const from = Date.parse(`${wish.date}T${wish.time}:00Z`);
  const to = from + wish.durationMinutes * 60_000;
  return bookings.filter(
    ({ id, professional, status, startsAt, endsAt }) =>
      id !== except &&
      professional.id === professionalId &&
      (status === 'booked' || status === 'arrived') &&
      onWall(startsAt) < to &&
      from < onWall(endsAt),
  );
}

/** The wall clock at an instant, as milliseconds that can be compared. */
function onWall(instant: string): number {
  const { year, month, day, hour, minute } = helsinkiTime(instant);
  return Date.UTC(year, month - 1, day, hour, minute);
}
