import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/index.js';
import { useAnnouncement, type Announcement } from '../../ui/live-message.js';
import { useArrivalAlert } from '../arrivals/index.js';
import { newArrivals, waitingIn, type KnownArrivals } from './new-arrivals.js';
import { useBookingsOfToday } from './queries.js';

/**
 * Tells aloud who arrived since today's bookings were last read, whatever day is looked at.
 *
 * @returns What to say, and how many are waiting now.
 */
export function useArrivals(today: string, scope: 'own' | 'team'): [Announcement, number] {
  const { t } = useTexts();
  const { data: bookings, isPlaceholderData } = useBookingsOfToday(today, scope);
  const known = useRef<KnownArrivals>(undefined);
  const [announcement, announce] = useAnnouncement();
  const alert = useArrivalAlert();
  useEffect(() => {
    if (bookings === undefined || isPlaceholderData) {
      return;
    }
    const news = newArrivals(known.current, scope, bookings);
    known.current = { scope, ids: new Set(waitingIn(bookings).map(({ id }) => id)) };
    if (news.length > 0) {
      announce(
        news
          .map(({ client }) =>
            t('bookings.arrivedNow', { name: client?.name ?? t('roles.client') }),
          )
          .join(' '),
      );
      alert();
    }
  }, [bookings, isPlaceholderData, scope, announce, alert, t]);
  return [announcement, waitingIn(bookings ?? []).length];
}
