import type { Booking, Visit } from '@tapaamo/contracts';
import { useNavigate } from 'react-router';
import { get } from '../../api/request.js';
import { now } from '../../time/clock.js';
import { localDayOf } from '../../time/local-day.js';
import { copyOf } from './copy-of.js';
import { useKeepDraft } from './use-kept-draft.js';

/** Begins a booking like another. Its people travel in the page's memory: neither the address nor the history knows them. */
export function useCopyBooking(): (booking: Booking) => void {
  const navigate = useNavigate();
  const keep = useKeepDraft();
  const copy = async (booking: Booking) => {
    const path = `/api/visits/${encodeURIComponent(booking.visitId)}`;
    // Without the others it is a beginning, too.
    const { participants } = await get<Visit>(path).catch(() => ({ participants: [] }));
    keep(copyOf(booking, participants, localDayOf(now())));
    await navigate('/bookings/new');
  };
  return (booking) => void copy(booking);
}
