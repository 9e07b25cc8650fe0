import type { BookingStatus, Outcome } from '@tapaamo/contracts';

/** What may follow each state, in the words of FHIR Appointment. */
const FOLLOWING: Record<BookingStatus, readonly BookingStatus[]> = {
  booked: ['arrived', 'noshow', 'cancelled'],
  // Called off or moved while the client waits and nobody has met.
  arrived: ['fulfilled', 'cancelled', 'booked'],
  fulfilled: [],
  cancelled: [],
  noshow: [],
};

/** Whether a booking may go from one state to another. */
export function mayFollow(from: BookingStatus, to: BookingStatus): boolean {
  return FOLLOWING[from].includes(to);
}

/**
 * State of a booking whose visit is over: decided by facts, did the client come and had the time come, never by a button.
 *
 * @param endedEarly - Whether it was ended before its booked start: then nobody missed it.
 */
export function outcomeOf(status: BookingStatus, endedEarly: boolean): Outcome {
  switch (status) {
    case 'arrived':
    case 'fulfilled':
      return 'fulfilled';
    case 'cancelled':
      return 'cancelled';
    case 'noshow':
      return 'noshow';
    case 'booked':
      return endedEarly ? 'cancelled' : 'noshow';
  }
}

/** Whether a state is one in which a visit ends. */
export function isOutcome(status: BookingStatus): status is Outcome {
  return status === 'fulfilled' || status === 'noshow' || status === 'cancelled';
}
