import { arrivalFindingOf, type Booking } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { ArrivalBadge } from './arrival-badge.js';
import { DeviceResultLine } from './device-result-line.js';
import { verdictWord } from './verdict-word.js';

/** Whether the client has arrived, how their device test went, that a link of theirs is locked and, while they are there, what the door found. */
export function AtTheDoor({ booking }: { booking: Booking }) {
  const { t } = useTexts();
  const { status, verdict, deviceCheck, identificationLevel } = booking;
  const isSame = arrivalFindingOf(verdict) === 'same-person';
  return (
    <div>
      <ArrivalBadge booking={booking} />
      {status === 'arrived' && identificationLevel !== 'off' && (
        <Badge mood={isSame ? 'good' : 'doubtful'} testId="verdict-in-list">
          {verdict === null ? t('visit.verdictNone') : t(`visit.verdict_${verdictWord(verdict)}`)}
        </Badge>
      )}
      {booking.identificationLocked && (
        <Badge mood="doubtful" testId="locked-in-list">
          {t('bookings.identificationLocked')}
        </Badge>
      )}
      {deviceCheck !== null && <DeviceResultLine result={deviceCheck} testId="devices-in-list" />}
    </div>
  );
}
