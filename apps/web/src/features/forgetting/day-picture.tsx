import type { Forgetting } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { DayBars } from './day-bars.js';
import { DayTable } from './day-table.js';
import { scaleTop } from './scale.js';
import styles from './day-picture.module.css';

/** Day by day: filled bars for what is forgotten, outlined bars for what is due. The same numbers stand in a table. */
export function DayPicture({ days }: { days: Forgetting['days'] }) {
  const { t } = useTexts();
  const top = scaleTop(days);
  return (
    <figure className={styles.figure}>
      <figcaption>
        <h2>{t('forgetting.pictureHeading')}</h2>
        <p className={styles.legend}>
          <span className={styles.meaning}>
            <span className={styles.doneMark} aria-hidden="true" /> {t('forgetting.done')}
          </span>
          <span className={styles.meaning}>
            <span className={styles.dueMark} aria-hidden="true" /> {t('forgetting.due')}
          </span>
          <span className={styles.scale}>{t('forgetting.scale', { count: top })}</span>
        </p>
      </figcaption>
      <DayBars days={days} top={top} label={t('forgetting.pictureText')} />
      <details className={styles.table}>
        <summary>{t('forgetting.asTable')}</summary>
        <DayTable days={days} />
      </details>
    </figure>
  );
}
