import type { Booking } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatDayHeading } from '../../time/format.js';
import { BookingList } from './booking-list.js';
import styles from './booking-day.module.css';

interface BookingDayProps {
  day: string;
  today: string;
  now: number;
  bookings: readonly Booking[];
  /** Name of a public holiday. */
  holiday: string | undefined;
  onAct: (booking: Booking) => void;
}

/** One day of the list. */
export function BookingDay({ day, today, now, bookings, holiday, onAct }: BookingDayProps) {
  const { t, language } = useTexts();
  const headingId = `day-heading-${day}`;
  return (
    <section aria-labelledby={headingId} data-testid={`bookings-of-${day}`}>
      <h2 id={headingId} className={styles.heading}>
        {formatDayHeading(day, language)}
        {holiday !== undefined && <span className={styles.today}> {holiday}</span>}
        {day === today && <span className={styles.today}> {t('bookings.today')}</span>}
      </h2>
      {bookings.length === 0 ? (
        <p className={styles.empty}>{t('bookings.noneThisDay')}</p>
      ) : (
        <BookingList bookings={bookings} now={now} onAct={onAct} />
      )}
    </section>
  );
}
