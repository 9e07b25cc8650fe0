import type { BookingStatus } from '@tapaamo/contracts';

/** What may follow each state, in the words of FHIR Appointment. */
const FOLLOWING: Record<BookingStatus, readonly BookingStatus[]> = {
  booked: ['arrived', 'noshow', 'cancelled'],
  arrived: ['fulfilled'],
  fulfilled: [],
  cancelled: [],
  noshow: [],
};

/** Whether a booking may go from one state to another. */
export function mayFollow(from: BookingStatus, to: BookingStatus): boolean {
  return FOLLOWING[from].includes(to);
}

/** State of a booking whose visit is over: decided by the fact that the client came, never by a button. */
export function outcomeOf(status: BookingStatus): 'fulfilled' | 'noshow' | 'cancelled' {
  switch (status) {
    case 'arrived':
    case 'fulfilled':
      return 'fulfilled';
    case 'cancelled':
      return 'cancelled';
    case 'booked':
    case 'noshow':
      return 'noshow';
  }
}
