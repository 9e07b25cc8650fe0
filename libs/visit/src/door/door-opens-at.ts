import { DOOR_OPENS_MINUTES_BEFORE, VISIT_CLOSES_MINUTES_AFTER } from '@tapaamo/contracts';

/** From when on a client can identify and wait. @param startsAt - Booked start. */
export function doorOpensAt(startsAt: Date): Date {
  return new Date(startsAt.getTime() - DOOR_OPENS_MINUTES_BEFORE * 60_000);
}

/**
 * When a session behind the door ends: with the last instant at which the visit can still be open, however early the
 * link was first tried. @param endsAt - Booked end.
 */
export function doorClosesAt(endsAt: Date): Date {
  return new Date(endsAt.getTime() + VISIT_CLOSES_MINUTES_AFTER * 60_000);
}
