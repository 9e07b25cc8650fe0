import { DOOR_OPENS_MINUTES_BEFORE } from '@tapaamo/contracts';

/** From when on a client can identify and wait. @param startsAt - Booked start. */
export function doorOpensAt(startsAt: Date): Date {
  return new Date(startsAt.getTime() - DOOR_OPENS_MINUTES_BEFORE * 60_000);
}
