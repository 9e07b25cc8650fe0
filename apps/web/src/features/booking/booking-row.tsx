import type { Booking } from '@tapaamo/contracts';
import { Link } from 'react-router';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime, formatShortDay, formatTimeSpan } from '../../time/format.js';
import { localDayOf } from '../../time/local-day.js';
import { Badge } from '../../ui/badge.js';
import { MessageBadge } from '../messages/index.js';
import { AtTheDoor } from './at-the-door.js';
import { useClientName } from './use-client-name.js';
import styles from './booking-row.module.css';

interface BookingRowProps {
  booking: Booking;
  now: number;
  /** Whether the day is said: where the list is not of one day. */
  withDay?: boolean;
  /** Shows what can be done with the booking. */
  onAct: () => void;
}

/** One booking: when, who, what, whose if not one's own, whether they have arrived, whether the message went, and when it is all gone. */
export function BookingRow({ booking, now, withDay = false, onAct }: BookingRowProps) {
  const { t, language } = useTexts();
  const name = useClientName()(booking, now);
  return (
    <li className={styles.row} data-testid={`booking-${booking.id}`}>
      <time className={styles.time} dateTime={booking.startsAt}>
        {withDay && (
          <span className={styles.day}>
            {formatShortDay(localDayOf(booking.startsAt), language)}{' '}
          </span>
        )}
        {formatTimeSpan(booking.startsAt, booking.endsAt, language)}
      </time>
      <div className={styles.who}>
        <Link to={`/visits/${booking.visitId}`} data-testid="open-visit">
          {name}
        </Link>
        <span className={styles.service}>{booking.serviceName[language]}</span>
        {booking.nonDisclosure && <Badge mood="quiet">{t('people.nonDisclosureShort')}</Badge>}
        {booking.relation !== 'own' && (
          <span className={styles.whose} data-testid="whose">
            {t(`teams.whose_${booking.relation}`, { name: booking.professional.displayName })}
          </span>
        )}
      </div>
      <AtTheDoor booking={booking} />
      <MessageBadge messages={booking.messages} client={booking.client} />
      <span className={styles.gone}>
        {t('bookings.gone', { time: formatDateAndTime(booking.purgeDueAt, language) })}
      </span>
      <Button
        variant="secondary"
        aria-label={t('calendar.actionsOf', { name })}
        aria-haspopup="dialog"
        onClick={onAct}
        data-testid="booking-actions"
      >
        {t('calendar.actions')}
      </Button>
    </li>
  );
}
