import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { formatDay } from '../../time/format.js';
import { Stack } from '../../ui/stack.js';
import { DaySpans } from './day-spans.js';
import { groupedDates } from './hours-values.js';
import { NewDays } from './new-days.js';
import type { HoursPartProps } from './usual-week.js';
import styles from './availability.module.css';

/** Days away, and days with other working times. */
export function DaysThatDiffer({ values, problem, onChange }: HoursPartProps) {
  const { t, language } = useTexts();
  const groups = groupedDates(values);
  const nameOf = (dates: readonly string[]) => {
    const [first = '', last = ''] = [dates[0], dates.at(-1)].map((day) =>
      formatDay(day ?? '', language),
    );
    return first === last ? first : `${first} – ${last}`;
  };
  return (
    <section aria-labelledby="days-that-differ">
      <Stack>
        <h2 id="days-that-differ">{t('availability.exceptions')}</h2>
        <p className={styles.hint}>{t('availability.exceptionsHint')}</p>
        <p className={styles.hint}>{t('availability.holidays')}</p>
        {groups.length === 0 && <p>{t('availability.noExceptions')}</p>}
        {groups.map((dates) => {
          const [day = ''] = dates;
          const name = nameOf(dates);
          return (
            <fieldset key={day} className={styles.day} data-testid={`exception-${day}`}>
              <legend>{name}</legend>
              {dates.length > 1 ? (
                <span>{t('availability.away')}</span>
              ) : (
                <DaySpans
                  day={day}
                  label={name}
                  emptyText={t('availability.away')}
                  drafts={values[day] ?? []}
                  problem={problem(day)}
                  onChange={(drafts) => onChange({ [day]: drafts })}
                />
              )}
              <Button
                variant="secondaryNoBorder"
                aria-label={t('availability.removeDays', { days: name })}
                onClick={() => onChange(Object.fromEntries(dates.map((one) => [one, undefined])))}
                data-testid={`remove-${day}`}
              >
                {t('availability.remove')}
              </Button>
            </fieldset>
          );
        })}
        <NewDays onChange={onChange} />
      </Stack>
    </section>
  );
}
