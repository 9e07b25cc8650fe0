import type { Booking } from '@tapaamo/contracts';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/index.js';
import { playArrivalSound } from '../../media/sounds.js';
import { useAnnouncement, type Announcement } from '../../ui/live-message.js';

/**
 * Tells aloud who arrived since the list was last read.
 *
 * @returns What to say, and how many are waiting now.
 */
export function useArrivals(bookings: readonly Booking[] | undefined): [Announcement, number] {
  const { t } = useTexts();
  const known = useRef<ReadonlySet<string>>(undefined);
  const [announcement, announce] = useAnnouncement();
  useEffect(() => {
    if (bookings === undefined) {
      return;
    }
    const arrived = bookings.filter(isWaiting);
    const news = arrived.filter(({ id }) => known.current?.has(id) === false);
    known.current = new Set(arrived.map(({ id }) => id));
    if (news.length > 0) {
      announce(
        news
          .map(({ client }) =>
            t('bookings.arrivedNow', { name: client?.name ?? t('roles.client') }),
          )
          .join(' '),
      );
      void playArrivalSound();
    }
  }, [bookings, announce, t]);
  return [announcement, (bookings ?? []).filter(isWaiting).length];
}

function isWaiting({ status }: Booking): boolean {
  return status === 'arrived';
}
