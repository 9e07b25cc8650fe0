import type { Booking } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { Stack } from '../../ui/stack.js';
import { BookingList } from './booking-list.js';

interface ArrivalsOfOtherDaysProps {
  bookings: readonly Booking[];
  now: number;
  onAct: (booking: Booking) => void;
}

/** Above the bookings: who is there though their visit is of a day that is not shown. */
export function ArrivalsOfOtherDays({ bookings, now, onAct }: ArrivalsOfOtherDaysProps) {
  const { t } = useTexts();
  return (
    <Stack gap="s" testId="arrivals-of-other-days">
      <p>{t('bookings.arrivedElsewhere')}</p>
      <BookingList bookings={bookings} now={now} withDay onAct={onAct} />
    </Stack>
  );
}
