import type { Booking } from '@tapaamo/contracts';
import { useNavigate } from 'react-router';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime, formatDayHeading, formatTimeSpan } from '../../time/format.js';
import { localDayOf } from '../../time/local-day.js';
import { Failure } from '../../ui/failure.js';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { Actions } from '../../ui/stack.js';
import { SentNotes, MessageBadge } from '../messages/index.js';
import { AtTheDoor } from './at-the-door.js';
import { useClientName } from './use-client-name.js';
import type { BookingAct } from './booking-acts.js';
import { mayChange } from './may-change.js';
import { useCopyBooking } from './use-copy-booking.js';
import styles from './booking-panel.module.css';

interface BookingPanelProps {
  booking: Booking;
  now: number;
  onClose: () => void;
  /** Goes on to moving the visit or calling it off. */
  onAct: (act: BookingAct) => void;
}

/** One booking at a glance, and what can be done with it; the same from every view. */
export function BookingPanel({ booking, now, onClose, onAct }: BookingPanelProps) {
  const { t, language } = useTexts();
  const navigate = useNavigate();
  const name = useClientName()(booking, now);
  const { copy, error } = useCopyBooking();
  const day = formatDayHeading(localDayOf(booking.startsAt), language);
  return (
    <ModalDialog heading={name} onCancel={onClose} testId="booking-panel">
      <dl className={styles.facts}>
        <div>
          <dt>{t('calendar.when')}</dt>
          <dd>
            {day}, {formatTimeSpan(booking.startsAt, booking.endsAt, language)}
          </dd>
        </div>
        <div>
          <dt>{t('bookings.serviceId')}</dt>
          <dd>{booking.serviceName[language]}</dd>
        </div>
        {booking.relation !== 'own' && (
          <div>
            <dt>{t('roles.professional')}</dt>
            <dd>{booking.professional.displayName}</dd>
          </div>
        )}
        {booking.nonDisclosure && (
          <div>
            <dt>{t('people.nonDisclosureShort')}</dt>
            <dd>{t('people.withheldContact')}</dd>
          </div>
        )}
        <div>
          <dt>{t('calendar.arrival')}</dt>
          <dd>
            <AtTheDoor booking={booking} />
            {booking.cancelReason !== null && (
              <span>{t(`calendar.reason_${booking.cancelReason}`)}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('calendar.messages')}</dt>
          <dd>
            <MessageBadge messages={booking.messages} client={booking.client} />
            <SentNotes messages={booking.messages} />
          </dd>
        </div>
      </dl>
      {booking.seriesId !== null && <p>{t('calendar.ofSeries')}</p>}
      <p className={styles.gone}>
        {t('bookings.gone', { time: formatDateAndTime(booking.purgeDueAt, language) })}
      </p>
      {error !== null && <Failure error={error} />}
      <Actions>
        <Button
          onClick={() => void navigate(`/visits/${booking.visitId}`)}
          data-testid="panel-open-visit"
        >
          {t('calendar.openVisit')}
        </Button>
        {mayChange(booking) && (
          <>
            <Button
              variant="secondary"
              onClick={() => onAct({ step: 'move', booking })}
              data-testid="move-booking"
            >
              {t('calendar.move')}
            </Button>
            <Button
              variant="secondary"
              onClick={() => onAct({ step: 'cancel', booking })}
              data-testid="cancel-booking"
            >
              {t('calendar.cancel')}
            </Button>
          </>
        )}
        {booking.client !== null && (
          <Button variant="secondary" onClick={() => copy(booking)} data-testid="copy-booking">
            {t('calendar.copy')}
          </Button>
        )}
        <Button variant="secondaryNoBorder" onClick={onClose} data-testid="close-panel">
          {t('calendar.close')}
        </Button>
      </Actions>
    </ModalDialog>
  );
}
