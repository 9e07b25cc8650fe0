import { Button, IconChevronLeft, IconChevronRight } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { formatDayAndMonth } from '../../time/format.js';
import { addDays, mondayOf, weekOf } from '../../time/local-day.js';
import styles from './week-navigation.module.css';

interface WeekNavigationProps {
  day: string;
  today: string;
  onChoose: (day: string) => void;
}

/** Which week is in view, and the way to others. */
export function WeekNavigation({ day, today, onChoose }: WeekNavigationProps) {
  const { t, language } = useTexts();
  const monday = mondayOf(day);
  const [from, to] = [monday, addDays(monday, 6)].map((each) => formatDayAndMonth(each, language));
  return (
    <nav className={styles.navigation} aria-label={t('bookings.dayNavigation')}>
      <Button
        variant="secondary"
        icon={<IconChevronLeft />}
        aria-label={t('bookings.previousWeek')}
        onClick={() => onChoose(addDays(day, -7))}
        data-testid="previous-week"
      />
      <h2 className={styles.week} data-testid="week">
        {t('calendar.week', { week: weekOf(day), days: `${from ?? ''}–${to ?? ''}` })}
      </h2>
      <Button
        variant="secondary"
        icon={<IconChevronRight />}
        aria-label={t('bookings.nextWeek')}
        onClick={() => onChoose(addDays(day, 7))}
        data-testid="next-week"
      />
      <Button variant="secondaryNoBorder" onClick={() => onChoose(today)} data-testid="today">
        {t('bookings.today')}
      </Button>
    </nav>
  );
}
