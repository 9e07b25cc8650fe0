import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { formatLocalTime, formatWeekday } from '../../time/format.js';
import { Actions, Stack } from '../../ui/stack.js';
import { DaySpans } from './day-spans.js';
import { WEEKDAY_KEYS, type DayProblem, type HoursValues, type SpanDraft } from './hours-values.js';
import styles from './availability.module.css';

const TO_FRIDAY = ['0', '1', '2', '3', '4'] as const;

export interface HoursPartProps {
  values: HoursValues;
  problem: (day: string) => DayProblem | null;
  /** Sets days; `undefined` takes one out. */
  onChange: (changes: Record<string, readonly SpanDraft[] | undefined>) => void;
}

/** The working times of each weekday. */
export function UsualWeek({ values, problem, onChange }: HoursPartProps) {
  const { t, language } = useTexts();
  const isEmpty = WEEKDAY_KEYS.every((day) => values[day]?.length === 0);
  const fill = (drafts: readonly SpanDraft[]) =>
    onChange(Object.fromEntries(TO_FRIDAY.map((day) => [day, drafts])));
  const office = [
    { from: formatLocalTime('08:00', language), to: formatLocalTime('16:00', language) },
  ];
  return (
    <section aria-labelledby="usual-week">
      <Stack>
        <h2 id="usual-week">{t('availability.week')}</h2>
        <p className={styles.hint}>{t('availability.weekHint')}</p>
        {isEmpty && (
          <Actions>
            <Button variant="secondary" onClick={() => fill(office)} data-testid="fill-week">
              {t('availability.fillWeek')}
            </Button>
          </Actions>
        )}
        {WEEKDAY_KEYS.map((day) => {
          const name = formatWeekday(Number(day), language);
          return (
            <fieldset key={day} className={styles.day}>
              <legend>{name}</legend>
              <DaySpans
                day={day}
                label={name}
                emptyText={t('availability.noWork')}
                drafts={values[day] ?? []}
                problem={problem(day)}
                onChange={(drafts) => onChange({ [day]: drafts })}
              />
              {day === '0' && (values[day]?.length ?? 0) > 0 && (
                <div className={styles.copy}>
                  <Button
                    variant="secondaryNoBorder"
                    onClick={() => fill(values[day] ?? [])}
                    data-testid="copy-monday"
                  >
                    {t('availability.copyMonday')}
                  </Button>
                </div>
              )}
            </fieldset>
          );
        })}
      </Stack>
    </section>
  );
}
