import { useTexts } from '../../../i18n/index.js';
import { formatShortDay } from '../../../time/format.js';
import styles from './calendar.module.css';

interface DayHeadProps {
  day: string;
  holiday: string | undefined;
}

/** A day above its hours, with the name of a public holiday. */
export function DayHead({ day, holiday }: DayHeadProps) {
  const { language } = useTexts();
  return (
    <span className={styles.head}>
      {formatShortDay(day, language)}
      {holiday !== undefined && <span className={styles.holiday}> {holiday}</span>}
    </span>
  );
}
