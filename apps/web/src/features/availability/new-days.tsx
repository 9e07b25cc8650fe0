import { EXCEPTIONS_MAX } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { DateEntry } from '../../forms/date-entry.js';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { formatLocalTime } from '../../time/format.js';
import { localDayOf } from '../../time/local-day.js';
import { Actions } from '../../ui/stack.js';
import type { SpanDraft } from './hours-values.js';
import { readDays, type DaysProblem } from './new-days-values.js';
import type { HoursPartProps } from './usual-week.js';
import styles from './availability.module.css';

const NOTHING = { firstDay: '', lastDay: '' };

/** Chooses a day, or several, that differ. */
export function NewDays({ onChange }: Pick<HoursPartProps, 'onChange'>) {
  const { t, language } = useTexts();
  const [written, setWritten] = useState(NOTHING);
  const [problem, setProblem] = useState<DaysProblem>();
  const add = (drafts: readonly SpanDraft[]) => {
    const read = readDays(written, localDayOf(now()));
    setProblem('problem' in read ? read.problem : undefined);
    if ('days' in read) {
      onChange(Object.fromEntries(read.days.map((day) => [day, drafts])));
      setWritten(NOTHING);
    }
  };
  const office = [
    { from: formatLocalTime('08:00', language), to: formatLocalTime('16:00', language) },
  ];
  const textOf = ({ what }: DaysProblem) =>
    what === 'unreadable'
      ? t('bookings.invalid_date')
      : t(`availability.${what}`, { max: EXCEPTIONS_MAX });
  return (
    <div className={styles.newDays}>
      {(['firstDay', 'lastDay'] as const).map((field) => (
        <DateEntry
          key={field}
          name={field}
          label={t(`availability.${field}`)}
          value={written[field]}
          onChange={(text) => setWritten((before) => ({ ...before, [field]: text }))}
          problem={problem?.field === field ? textOf(problem) : undefined}
        />
      ))}
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
