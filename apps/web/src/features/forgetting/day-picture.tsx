import type { Forgetting } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatShortDay } from '../../time/format.js';
import { DayTable } from './day-table.js';
import { barHeight, scaleTop } from './scale.js';
import styles from './day-picture.module.css';

const DAY_WIDTH = 20;
const BAR_WIDTH = 8;
const HEIGHT = 160;

/** Day by day: filled bars for what is forgotten, outlined bars for what is due. The same numbers stand in a table. */
export function DayPicture({ days }: { days: Forgetting['days'] }) {
  const { t, language } = useTexts();
  const top = scaleTop(days);
  const width = days.length * DAY_WIDTH;
  return (
    <figure className={styles.figure}>
      <figcaption>
        <h2>{t('forgetting.pictureHeading')}</h2>
        <p className={styles.legend}>
          <span className={styles.doneMark} aria-hidden="true" /> {t('forgetting.done')}
          <span className={styles.dueMark} aria-hidden="true" /> {t('forgetting.due')}
          <span>{t('forgetting.scale', { count: top })}</span>
        </p>
      </figcaption>
      <div
        className={styles.scroll}
        tabIndex={0}
        role="group"
        aria-label={t('forgetting.pictureHeading')}
      >
        <svg
          viewBox={`0 0 ${width} ${HEIGHT + 24}`}
          className={styles.picture}
          role="img"
          aria-label={t('forgetting.pictureText')}
        >
          {days.map((day, index) => (
            <g key={day.day} transform={`translate(${index * DAY_WIDTH} 0)`}>
              <Bar x={1} height={barHeight(day.done, top, HEIGHT)} className={styles.done} />
              <Bar
                x={1 + BAR_WIDTH}
                height={barHeight(day.due, top, HEIGHT)}
                className={styles.due}
              />
              {index % 7 === 0 && (
                <text x={0} y={HEIGHT + 18} className={styles.label}>
                  {formatShortDay(day.day, language)}
                </text>
              )}
            </g>
          ))}
          <line x1={0} x2={width} y1={HEIGHT} y2={HEIGHT} className={styles.axis} />
        </svg>
      </div>
      <details className={styles.table}>
        <summary>{t('forgetting.asTable')}</summary>
        <DayTable days={days} />
      </details>
    </figure>
  );
}

function Bar({
  x,
  height,
  className,
}: {
  x: number;
  height: number;
  className: string | undefined;
}) {
  return (
    <rect x={x} y={HEIGHT - height} width={BAR_WIDTH - 1} height={height} className={className} />
  );
}
