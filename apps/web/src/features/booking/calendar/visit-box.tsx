import type { Booking } from '@tapaamo/contracts';
import {
  IconCheckCircle,
  IconCheckCircleFilled,
  IconClose,
  IconWarning,
} from 'suomifi-ui-components';
import { useTexts } from '../../../i18n/index.js';
import { now } from '../../../time/clock.js';
import { formatTime, formatTimeSpan } from '../../../time/format.js';
import { useArrivalText } from '../use-arrival-text.js';
import { useClientName } from '../use-client-name.js';
import styles from './calendar.module.css';

/** A sign for each state that is not the usual one, so that colour never carries it alone. */
const SIGNS = {
  booked: null,
  arrived: IconCheckCircleFilled,
  fulfilled: IconCheckCircle,
  cancelled: IconClose,
  noshow: IconWarning,
};

interface VisitBoxProps {
  booking: Booking;
  /** Where it is drawn, which may be where it was just dragged. */
  startsAt: string;
  endsAt: string;
  /** Whether there is room for one line only. */
  isShort: boolean;
}

/** A visit in the picture. A screen reader hears all of it, however little room there is. */
export function VisitBox({ booking, startsAt, endsAt, isShort }: VisitBoxProps) {
  const { t, language } = useTexts();
  const name = useClientName()(booking, now());
  const arrival = useArrivalText()(booking);
  const { status, relation, professional, serviceName } = booking;
  const time = formatTimeSpan(startsAt, endsAt, language);
  const Sign = SIGNS[status];
  const whose =
    relation === 'own' ? '' : t(`teams.whose_${relation}`, { name: professional.displayName });
  const all = [name, serviceName[language], whose, arrival].filter((part) => part !== '');
  return (
    <div className={styles.visit} data-status={status} data-short={isShort}>
      <span className="visually-hidden">
        {time} {all.join(', ')}
      </span>
      <span aria-hidden="true" className={styles.line}>
        {Sign !== null && <Sign className={styles.sign} />}
        <span className={styles.time}>{isShort ? formatTime(startsAt, language) : time}</span>{' '}
        <span className={styles.name}>{name}</span>
      </span>
      {!isShort && (
        <span aria-hidden="true" className={styles.more}>
          {[serviceName[language], whose, status === 'booked' ? '' : arrival]
            .filter((part) => part !== '')
            .join(', ')}
        </span>
      )}
    </div>
  );
}
