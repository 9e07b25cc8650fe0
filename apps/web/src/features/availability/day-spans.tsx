import { SPANS_A_DAY_MAX } from '@tapaamo/contracts';
import { useRef, useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { formatLocalTime } from '../../time/format.js';
import { breaksOf, type DayProblem, type SpanDraft } from './hours-values.js';
import { useDayProblemText } from './use-day-problem-text.js';
import styles from './availability.module.css';

interface DaySpansProps {
  /** Key of the day, also for tests: `#field-<day>-<n>-from`. */
  day: string;
  /** Name of the day. */
  label: string;
  /** What a day without working times is called. */
  emptyText: string;
  drafts: readonly SpanDraft[];
  problem: DayProblem | null;
  onChange: (drafts: readonly SpanDraft[]) => void;
}

/** The working times of one day; a break is what lies between two. */
export function DaySpans({ day, label, emptyText, drafts, problem, onChange }: DaySpansProps) {
  const { t } = useTexts();
  const text = useDayProblemText()(problem);
  const whole = useRef<HTMLDivElement>(null);
  /** The working time that was added last: its first field takes the focus. */
  const [added, setAdded] = useState<number>();
  const add = () => {
    setAdded(drafts.length);
    onChange([...drafts, { from: '', to: '' }]);
  };
  const remove = (index: number) => {
    setAdded(undefined);
    onChange(drafts.filter((_, n) => n !== index));
    // What had the focus is gone; the next Tab goes on from the day.
    whole.current?.focus();
  };
  const problemId = `day-${day}-problem`;
  const change = (index: number, changes: Partial<SpanDraft>) =>
    onChange(drafts.map((one, n) => (n === index ? { ...one, ...changes } : one)));
  return (
    <div ref={whole} tabIndex={-1} className={styles.spans} data-testid={`day-${day}`}>
      {drafts.length === 0 && <span className={styles.hint}>{emptyText}</span>}
      {drafts.map((draft, index) => (
        <div key={index} className={styles.span}>
          {(['from', 'to'] as const).map((end) => (
            <label key={end} className={styles.time}>
              {t(`availability.${end}`)}
              <input
                id={`field-${day}-${String(index)}-${end}`}
                aria-label={t(`availability.${end}Of`, { day: label, number: index + 1 })}
                aria-invalid={problem !== null}
                aria-describedby={problem === null ? undefined : problemId}
                autoFocus={end === 'from' && index === added}
                inputMode="decimal"
                autoComplete="off"
                maxLength={8}
                value={draft[end]}
                onChange={({ target }) => change(index, { [end]: target.value })}
              />
            </label>
          ))}
          <Button
            variant="secondaryNoBorder"
            aria-label={t('availability.removeOf', { day: label, number: index + 1 })}
            onClick={() => remove(index)}
          >
            {t('availability.remove')}
          </Button>
        </div>
      ))}
      <Breaks drafts={drafts} />
      {text !== undefined && (
        <span id={problemId} className={styles.problem}>
          {text}
        </span>
      )}
      {drafts.length < SPANS_A_DAY_MAX && (
        <div>
          <Button
            variant="secondaryNoBorder"
            aria-label={t('availability.addOf', { day: label })}
            onClick={add}
            data-testid={`add-${day}`}
          >
            {t('availability.add')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Breaks({ drafts }: { drafts: readonly SpanDraft[] }) {
  const { t, language } = useTexts();
  const times = breaksOf(drafts).map(({ from, to }) =>
    t('availability.break', {
      from: formatLocalTime(from, language),
      to: formatLocalTime(to, language),
    }),
  );
  return times.length === 0 ? null : <span className={styles.hint}>{times.join(', ')}</span>;
}
