import type { Booking } from '@tapaamo/contracts';
import { useNavigate } from 'react-router';
import { newPerson } from '../../forms/person-values.js';
import { now } from '../../time/clock.js';
import { formatDay } from '../../time/format.js';
import { addDays, localDayOf } from '../../time/local-day.js';
import type { BookingValues } from './booking-values.js';
import { writtenTime } from './move-values.js';
import { useKeepDraft } from './use-kept-draft.js';

/** Begins a booking like another. The client travels in the page's memory: neither the address nor the history knows them. */
export function useCopyBooking(): (booking: Booking) => void {
  const navigate = useNavigate();
  const keep = useKeepDraft();
  return (booking) => {
    keep(copyOf(booking, localDayOf(now())));
    void navigate('/bookings/new');
  };
}

/** A booking as the form would be written for the same a week later; no earlier than today. */
export function copyOf(
  { serviceId, client, clientIsMinor, nonDisclosure, startsAt, endsAt }: Booking,
  today: string,
): BookingValues {
  const weekLater = addDays(localDayOf(startsAt), 7);
  return {
    ...writtenTime({ startsAt, endsAt }),
    serviceId,
    date: formatDay(weekLater < today ? today : weekLater, 'fi'),
    repeatWeeks: '',
    repeatTimes: '',
    repeatSkip: [],
    clientName: client?.name ?? '',
    invitation: invitationOf(client, clientIsMinor),
    clientPhone: client?.phone ?? '',
    clientEmail: client?.email ?? '',
    clientLanguage: client?.language ?? '',
    clientIsMinor,
    nonDisclosure,
    // Whoever comes along this time is asked anew; a minor does not come alone.
    participants: clientIsMinor ? [newPerson('guardian')] : [],
    // The record system has one for each visit.
    recordReference: '',
  };
}

/** Who is reached in no other way is invited on paper; a child is reached by a guardian. */
function invitationOf(client: Booking['client'], isMinor: boolean): BookingValues['invitation'] {
  const { phone, email, withheld } = client ?? { phone: null, email: null, withheld: true };
  const isUnreached = phone === null && email === null && !withheld;
  return isUnreached && !isMinor ? 'sheet' : 'messages';
}
