import type { Booking, Visit } from '@tapaamo/contracts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { get } from '../../api/request.js';
import { now } from '../../time/clock.js';
import { localDayOf } from '../../time/local-day.js';
import { copyOf } from './copy-of.js';
import { useKeepDraft } from './use-kept-draft.js';

/**
 * Begins a booking like another. Its people travel in the page's memory: neither the address nor the history knows them.
 * Where they cannot be read nothing is begun: a copy without them would look whole.
 */
export function useCopyBooking(): { copy: (booking: Booking) => void; error: Error | null } {
  const navigate = useNavigate();
  const keep = useKeepDraft();
  const reading = useMutation({
    mutationFn: ({ visitId }: Booking) => get<Visit>(`/api/visits/${encodeURIComponent(visitId)}`),
    onSuccess: ({ participants }, booking) => {
      keep(copyOf(booking, participants, localDayOf(now())));
      void navigate('/bookings/new');
    },
    // What was read is a client's: it does not outlive the page.
    gcTime: 0,
  });
  return { copy: (booking) => reading.mutate(booking), error: reading.error };
}
