import type { Booking } from '@tapaamo/contracts';
import { useNavigate } from 'react-router';
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
  { serviceId, client, startsAt, endsAt }: Booking,
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
    invitation: invitationOf(client),
    clientPhone: client?.phone ?? '',
    clientEmail: client?.email ?? '',
    clientLanguage: client?.language ?? '',
  };
}

/** Who is reached in no other way is invited on paper. */
function invitationOf(client: Booking['client']): BookingValues['invitation'] {
  return client !== null && client.phone === null && client.email === null ? 'sheet' : 'messages';
}
