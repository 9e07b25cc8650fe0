import type { Booking } from '@tapaamo/contracts';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { BookingList } from './booking-list.js';
import { useFoundBookings } from './queries.js';
import styles from './booking-day.module.css';

interface FoundBookingsProps {
  name: string;
  scope: 'own' | 'team';
  now: number;
  onAct: (booking: Booking) => void;
}

/** What was found by name: those ahead first. The focus comes here, so that a screen reader says how many. */
export function FoundBookings({ name, scope, now, onAct }: FoundBookingsProps) {
  const { t } = useTexts();
  const found = useFoundBookings(name, scope);
  const heading = useRef<HTMLHeadingElement>(null);
  const isHere = found.data !== undefined;
  useEffect(() => {
    if (isHere) {
      heading.current?.focus();
    }
  }, [isHere, name]);
  if (found.data === undefined) {
    return found.isError ? (
      <Failure error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <Loading />
    );
  }
  const { bookings, hasMore } = found.data;
  return (
    <section aria-labelledby="found-heading" data-testid="found-bookings">
      <h2 id="found-heading" ref={heading} tabIndex={-1} className={styles.heading}>
        {t('calendar.found', { count: bookings.length })}
      </h2>
      {bookings.length === 0 && <p className={styles.empty}>{t('calendar.foundNone')}</p>}
      {hasMore && <p>{t('calendar.foundMore')}</p>}
      {bookings.length > 0 && <BookingList bookings={bookings} now={now} withDay onAct={onAct} />}
    </section>
  );
}
