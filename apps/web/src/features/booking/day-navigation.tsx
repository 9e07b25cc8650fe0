import type { Booking } from '@tapaamo/contracts';
import { Button, IconChevronLeft, IconChevronRight } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { formatDayHeading, formatShortDay } from '../../time/format.js';
import { addDays, localDayOf, mondayOf } from '../../time/local-day.js';
import { weekAround } from './use-agenda.js';
import styles from './day-navigation.module.css';

interface DayNavigationProps {
  day: string;
  today: string;
  bookings: readonly Booking[];
  onChoose: (day: string) => void;
}

/** The week as seven days with the number of bookings on each, and the way to other weeks. */
export function DayNavigation({ day, today, bookings, onChoose }: DayNavigationProps) {
  const { t, language } = useTexts();
  const monday = mondayOf(day);
  const countOn = (each: string) =>
    bookings.filter(
      ({ startsAt, status }) => status !== 'cancelled' && localDayOf(startsAt) === each,
    ).length;
  return (
    <nav className={styles.navigation} aria-label={t('bookings.dayNavigation')}>
      <Button
        variant="secondary"
        icon={<IconChevronLeft />}
        aria-label={t('bookings.previousWeek')}
        onClick={() => onChoose(addDays(monday, -7))}
        data-testid="previous-week"
      />
      <ol className={styles.week}>
        {weekAround(day).map((each) => (
          <li key={each}>
            <button
              type="button"
              className={styles.day}
              aria-current={each === day ? 'date' : undefined}
              data-today={each === today}
              data-testid={`day-${each}`}
              onClick={() => onChoose(each)}
            >
              <span className={styles.date} aria-hidden="true">
                {formatShortDay(each, language)
                  .split(' ')
                  .map((part) => (
                    <span key={part}>{part}</span>
                  ))}
              </span>
              <span className="visually-hidden">{formatDayHeading(each, language)}</span>
              <span className={styles.count}>
                {countOn(each)}
                <span className="visually-hidden">
                  {' '}
                  {t('bookings.visitCount', { count: countOn(each) })}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <Button
        variant="secondary"
        icon={<IconChevronRight />}
        aria-label={t('bookings.nextWeek')}
        onClick={() => onChoose(addDays(monday, 7))}
        data-testid="next-week"
      />
      <Button variant="secondaryNoBorder" onClick={() => onChoose(today)} data-testid="today">
        {t('bookings.today')}
      </Button>
    </nav>
  );
}
