import { useTexts } from '../i18n/index.js';
import { formatDateAndTime } from '../time/format.js';
import styles from './deletion-date.module.css';

/** When the person's data is gone. In view on every page of the client. */
export function DeletionDate({ purgeDueAt }: { purgeDueAt: string }) {
  const { t, language } = useTexts();
  return (
    <p className={styles.date} data-testid="deletion-date">
      {t('shared.dataGone', { time: formatDateAndTime(purgeDueAt, language) })}
    </p>
  );
}
