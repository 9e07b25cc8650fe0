import type { AddStandInRequest, ColleagueName } from '@tapaamo/contracts';
import { useState, type SubmitEvent } from 'react';
import { Button } from 'suomifi-ui-components';
import { codeText, problemText } from '../../api/problem-text.js';
import { DateEntry } from '../../forms/date-entry.js';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { localDayOf, readDay } from '../../time/local-day.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { ColleagueSelect } from './colleague-select.js';
import { useAddStandIn, useColleagues } from './queries.js';
import { useFieldProblems } from './use-field-problems.js';
import styles from './team.module.css';

type Field = keyof AddStandInRequest;
type Day = 'firstDay' | 'lastDay';

/** Chooses who stands in, for whom and on which days. Nothing written is lost when something is refused. */
export function StandInForm({ absentees }: { absentees: readonly ColleagueName[] }) {
  const { t, language } = useTexts();
  const colleagues = useColleagues();
  const add = useAddStandIn();
  const refused = useFieldProblems(add.error);
  const [values, setValues] = useState(() => emptyFor(absentees));
  const [isChecked, setChecked] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const missing = (field: Field) => isChecked && values[field] === '';
  const days = daysOf(values);
  const problemOf = (field: Field) => {
    if (missing(field)) {
      return codeText('field.missing', language);
    }
    const isUnreadable = isChecked && field in days && days[field as Day] === undefined;
    return isUnreadable ? t('bookings.invalid_date') : refused(field);
  };
  const set = (field: Field) => (value: string) => {
    setSaved(false);
    setValues((before) => ({ ...before, [field]: value }));
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    const { firstDay, lastDay } = days;
    const isWhole = values.absentId !== '' && values.standInId !== '';
    if (isWhole && firstDay !== undefined && lastDay !== undefined) {
      add.mutate(
        { ...values, firstDay, lastDay },
        {
          onSuccess: () => {
            setValues(emptyFor(absentees));
            setChecked(false);
            setSaved(true);
          },
        },
      );
    }
  };
  const isPlaced = (Object.keys(values) as Field[]).some((field) => problemOf(field) !== undefined);
  return (
    <form noValidate onSubmit={submit} data-testid="stand-in-form">
      <Stack>
        {absentees.length > 1 && (
          <ColleagueSelect
            name="absentId"
            label={t('teams.absent')}
            people={absentees}
            value={values.absentId}
            onChange={set('absentId')}
            problem={problemOf('absentId')}
          />
        )}
        <ColleagueSelect
          name="standInId"
          label={t('teams.standIn')}
          people={(colleagues.data ?? []).filter(({ id }) => id !== values.absentId)}
          value={values.standInId}
          onChange={set('standInId')}
          problem={problemOf('standInId')}
        />
        <div className={styles.days}>
          {(['firstDay', 'lastDay'] as const).map((field) => (
            <DateEntry
              key={field}
              name={field}
              label={t(`teams.${field}`)}
              value={values[field]}
              onChange={set(field)}
              problem={problemOf(field)}
            />
          ))}
        </div>
        <p className={styles.hint}>{t('teams.standInSees')}</p>
        {isSaved && <Notice testId="stand-in-saved">{t('teams.standInSaved')}</Notice>}
        {isChecked && isPlaced && <Notice status="error">{t('teams.checkFields')}</Notice>}
        {add.isError && !isPlaced && (
          <Notice status="error">{problemText(add.error, language)}</Notice>
        )}
        <div>
          <Button type="submit" aria-disabled={add.isPending} data-testid="add-stand-in">
            {t('teams.addStandIn')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** The days as they were written, where they can be read. */
function daysOf({ firstDay, lastDay }: Pick<AddStandInRequest, Day>) {
  const today = localDayOf(now());
  return { firstDay: readDay(firstDay, today), lastDay: readDay(lastDay, today) };
}

/** Nothing is chosen yet, but who is away where there is no choice. */
function emptyFor(absentees: readonly ColleagueName[]): AddStandInRequest {
  const [only, another] = absentees;
  const absentId = another === undefined ? (only?.id ?? '') : '';
  return { absentId, standInId: '', firstDay: '', lastDay: '' };
}
