import type { DayEnd } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime, formatDay } from '../../time/format.js';
import styles from './day-picture.module.css';

/** What became of past days: erased, key destroyed, and from when on nobody brings them back. */
export function DayEnds({ dayEnds }: { dayEnds: readonly DayEnd[] }) {
  const { t, language } = useTexts();
  const timeOf = (instant: string | null) =>
    instant === null ? t('forgetting.notYet') : formatDateAndTime(instant, language);
  return (
    <section aria-labelledby="day-ends" data-testid="day-ends">
      <h2 id="day-ends">{t('forgetting.endsHeading')}</h2>
      <p>{t('forgetting.endsLead')}</p>
      {dayEnds.length === 0 ? (
        <p>{t('forgetting.noEnds')}</p>
      ) : (
        <details className={styles.table}>
          <summary>{t('forgetting.asTable')}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('forgetting.day')}</th>
                <th scope="col">{t('forgetting.done')}</th>
                <th scope="col">{t('forgetting.erasedBy')}</th>
                <th scope="col">{t('forgetting.shredded')}</th>
                <th scope="col">{t('forgetting.unrevivable')}</th>
              </tr>
            </thead>
            <tbody>
              {dayEnds.map(({ day, erased, erasedBy, shreddedAt, rekeyedAt, unrevivableAt }) => (
                <tr key={day}>
                  <th scope="row">{formatDay(day, language)}</th>
                  <td>{erased}</td>
                  <td>{erased === 0 ? '–' : timeOf(erasedBy)}</td>
                  <td>{timeOf(shreddedAt)}</td>
                  <td>
                    {rekeyedAt !== null && unrevivableAt === null
                      ? t('forgetting.notKnown')
                      : timeOf(unrevivableAt)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}
