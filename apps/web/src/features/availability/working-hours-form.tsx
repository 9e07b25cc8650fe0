import { EXCEPTIONS_MAX, type WorkingHours } from '@tapaamo/contracts';
import type { SubmitEvent } from 'react';
import { Button } from 'suomifi-ui-components';
import { hasCode } from '../../api/api-problem.js';
import { problemText as sentenceOf } from '../../api/problem-text.js';
import { ProblemSummary } from '../../forms/problem-summary.js';
import { useTexts } from '../../i18n/index.js';
import { formatDay, formatWeekday } from '../../time/format.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { DaysThatDiffer } from './days-that-differ.js';
import { isDate } from './hours-values.js';
import { useDayProblemText } from './use-day-problem-text.js';
import { useHoursForm } from './use-hours-form.js';
import { UsualWeek } from './usual-week.js';

/** The form of one's own working hours. Nothing written is lost when something is refused. */
export function WorkingHoursForm({ saved }: { saved: WorkingHours }) {
  const { t, language } = useTexts();
  const form = useHoursForm(saved);
  const { values, set, submit, problem, theirs, save, isChanged, isTooMany } = form;
  const problemText = useDayProblemText();
  const part = { values, problem, onChange: set };
  const wrong = new Map(
    form.wrongFields.map(({ day, index, end }) => [`${day}-${String(index)}-${end}`, day]),
  );
  const dayOf = (field: string) => wrong.get(field) ?? '';
  const hasConflict = hasCode(save.error, 'settings.changed-meanwhile');
  const nameOf = (day: string) =>
    isDate(day) ? formatDay(day, language) : formatWeekday(Number(day), language);
  return (
    <form
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        submit();
      }}
      data-testid="working-hours-form"
    >
      <Stack gap="l">
        <ProblemSummary
          key={form.attempt}
          fields={[...wrong.keys()]}
          problemOf={(field) => problemText(problem(dayOf(field)))}
          labelOf={(field) => nameOf(dayOf(field))}
        />
        <Stack surface="card">
          <UsualWeek {...part} />
        </Stack>
        <Stack surface="card">
          <DaysThatDiffer {...part} />
        </Stack>
        {isTooMany && (
          <Notice status="error">{t('availability.tooManyDays', { max: EXCEPTIONS_MAX })}</Notice>
        )}
        {hasConflict && (
          <Notice
            status="warning"
            label={t('availability.conflict')}
            testId="working-hours-conflict"
          >
            {t('availability.conflictText', { days: theirs.map(nameOf).join(', ') })}
          </Notice>
        )}
        {save.isError && !hasConflict && (
          <Notice status="error">{sentenceOf(save.error, language)}</Notice>
        )}
        {save.isSuccess && (
          <Notice label={t('settings.saved')} testId="working-hours-saved">
            {t('settings.savedText')}
          </Notice>
        )}
        {isChanged && wrong.size === 0 && !hasConflict && <p>{t('availability.unsaved')}</p>}
        <div>
          <Button type="submit" aria-disabled={save.isPending} data-testid="save-working-hours">
            {save.isPending ? t('settings.saving') : t('availability.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
