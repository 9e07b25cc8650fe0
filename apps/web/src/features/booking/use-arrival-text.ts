import type { Booking } from '@tapaamo/contracts';
import { useCallback } from 'react';
import { useTexts } from '../../i18n/index.js';
import { formatTime } from '../../time/format.js';

/** Says whether the client has arrived, or how it ended. */
export function useArrivalText(): (booking: Booking) => string {
  const { t, language } = useTexts();
  return useCallback(
    ({ status, arrivedAt, endedAt }) => {
      const at = (instant: string | null) =>
        instant === null ? '' : formatTime(instant, language);
      switch (status) {
        case 'booked':
          return t('bookings.notArrived');
        case 'arrived':
          return t('bookings.arrivedAt', { time: at(arrivedAt) });
        case 'fulfilled':
          return t('bookings.endedAt', { time: at(endedAt) });
        case 'cancelled':
          return t('bookings.cancelled');
        case 'noshow':
          return t('bookings.noshow');
      }
    },
    [t, language],
  );
}
