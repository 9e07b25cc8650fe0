import type { Booking } from '@tapaamo/contracts';
import { useCallback } from 'react';
import { useTexts } from '../../i18n/index.js';
import { whyClientIsMissing } from './missing-client.js';

/** What stands for the client of a booking: their name, or why there is none. */
export function useClientName(): (booking: Booking, now: number) => string {
  const { t } = useTexts();
  return useCallback(
    (booking, now) => booking.client?.name ?? t(`bookings.${whyClientIsMissing(booking, now)}`),
    [t],
  );
}
