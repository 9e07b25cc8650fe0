import type { Booking } from '@tapaamo/contracts';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime, formatTimeSpan } from '../../time/format.js';
import { ArrivalBadge } from './arrival-badge.js';
import { MessageBadge } from './message-badge.js';
import { whyClientIsMissing } from './missing-client.js';
import styles from './booking-row.module.css';

interface BookingRowProps {
  booking: Booking;
  now: number;
}

/** One booking: when, who, what, whose if not one's own, whether they have arrived, whether the message went, and when it is all gone. */
export function BookingRow({ booking, now }: BookingRowProps) {
  const { t, language } = useTexts();
  return (
    <li className={styles.row} data-testid={`booking-${booking.id}`}>
      <time className={styles.time} dateTime={booking.startsAt}>
        {formatTimeSpan(booking.startsAt, booking.endsAt, language)}
      </time>
      <div className={styles.who}>
        <Link to={`/visits/${booking.visitId}`} data-testid="open-visit">
          {booking.client?.name ?? t(`bookings.${whyClientIsMissing(booking, now)}`)}
        </Link>
        <span className={styles.service}>{booking.serviceName[language]}</span>
        {booking.relation !== 'own' && (
          <span className={styles.whose} data-testid="whose">
            {t(`teams.whose_${booking.relation}`, { name: booking.professional.displayName })}
          </span>
        )}
      </div>
      <ArrivalBadge booking={booking} />
      <MessageBadge messages={booking.messages} />
      <span className={styles.gone}>
        {t('bookings.gone', { time: formatDateAndTime(booking.purgeDueAt, language) })}
      </span>
    </li>
  );
}
