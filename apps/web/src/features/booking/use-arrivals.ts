import type { Booking } from '@tapaamo/contracts';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/index.js';
import { useAnnouncement, type Announcement } from '../../ui/live-message.js';
import { useArrivalAlert } from '../arrivals/index.js';
import { newArrivals, type KnownArrivals } from './new-arrivals.js';
import { useArrivedBookings } from './queries.js';

const NOBODY: readonly Booking[] = [];

/**
 * Tells aloud who arrived since it was last read, whatever day is looked at.
 *
 * @returns What to say, and the bookings of who is there now.
 */
export function useArrivals(scope: 'own' | 'team'): [Announcement, readonly Booking[]] {
  const { t } = useTexts();
  const { data: arrived, isPlaceholderData } = useArrivedBookings(scope);
  const known = useRef<KnownArrivals>(undefined);
  const [announcement, announce] = useAnnouncement();
  const alert = useArrivalAlert();
  useEffect(() => {
    if (arrived === undefined || isPlaceholderData) {
      return;
    }
    const news = newArrivals(known.current, scope, arrived);
    known.current = { scope, ids: new Set(arrived.map(({ id }) => id)) };
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
  }, [arrived, isPlaceholderData, scope, announce, alert, t]);
  return [announcement, arrived ?? NOBODY];
}
