import { EXCEPTIONS_MAX } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { formatDay, formatLocalTime } from '../../time/format.js';
import { addDays, isLocalDay, localDayOf } from '../../time/local-day.js';
import { Actions, Stack } from '../../ui/stack.js';
import { DaySpans } from './day-spans.js';
import { groupedDates, type SpanDraft } from './hours-values.js';
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

/** Chooses a day, or several, that differ. */
function NewDays({ onChange }: Pick<HoursPartProps, 'onChange'>) {
  const { t, language } = useTexts();
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [problem, setProblem] = useState<string>();
  const today = localDayOf(now());
  const add = (drafts: readonly SpanDraft[]) => {
    const until = last === '' ? first : last;
    const found = problemWith(first, until, today);
    setProblem(
      found === undefined ? undefined : t(`availability.${found}`, { max: EXCEPTIONS_MAX }),
    );
    if (found === undefined) {
      const days = daysBetween(first, until);
      onChange(Object.fromEntries(days.map((day) => [day, drafts])));
      setFirst('');
      setLast('');
    }
  };
  const office = [
    { from: formatLocalTime('08:00', language), to: formatLocalTime('16:00', language) },
  ];
  return (
    <div className={styles.newDays}>
      {(
        [
          ['firstDay', first, setFirst],
          ['lastDay', last, setLast],
        ] as const
      ).map(([field, value, set]) => (
        <label key={field} className={styles.field}>
          {t(`availability.${field}`)}
          <input
            type="date"
            id={`field-${field}`}
            min={today}
            value={value}
            aria-invalid={problem !== undefined}
            aria-describedby={problem === undefined ? undefined : 'new-days-problem'}
            onChange={({ target }) => set(target.value)}
          />
        </label>
      ))}
      {problem !== undefined && (
        <span id="new-days-problem" className={styles.problem} role="alert">
          {problem}
        </span>
      )}
      <Actions>
        <Button variant="secondary" onClick={() => add([])} data-testid="add-away">
          {t('availability.addAway')}
        </Button>
        <Button variant="secondary" onClick={() => add(office)} data-testid="add-hours">
          {t('availability.addHours')}
        </Button>
      </Actions>
    </div>
  );
}

function problemWith(
  first: string,
  last: string,
  today: string,
): 'daysInPast' | 'daysInOrder' | 'tooManyDays' | undefined {
  if (!isLocalDay(first) || !isLocalDay(last) || first < today) {
    return 'daysInPast';
  }
  if (last < first) {
    return 'daysInOrder';
  }
  return last >= addDays(first, EXCEPTIONS_MAX) ? 'tooManyDays' : undefined;
}

function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    days.push(day);
  }
  return days;
}
