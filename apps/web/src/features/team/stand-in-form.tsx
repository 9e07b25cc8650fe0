import type { AddStandInRequest, ColleagueName } from '@tapaamo/contracts';
import { useState, type SubmitEvent } from 'react';
import { Button } from 'suomifi-ui-components';
import { codeText, problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { localDayOf } from '../../time/local-day.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { ColleagueSelect, FieldProblem } from './colleague-select.js';
import { useAddStandIn, useColleagues } from './queries.js';
import { useFieldProblems } from './use-field-problems.js';
import styles from './team.module.css';

type Field = keyof AddStandInRequest;

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
  const problemOf = (field: Field) =>
    missing(field) ? codeText('field.missing', language) : refused(field);
  const set = (field: Field) => (value: string) => {
    setSaved(false);
    setValues((before) => ({ ...before, [field]: value }));
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(values).every((value) => value !== '')) {
      add.mutate(values, {
        onSuccess: () => {
          setValues(emptyFor(absentees));
          setChecked(false);
          setSaved(true);
        },
      });
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
            <label key={field} className={styles.field}>
              {t(`teams.${field}`)}
              <input
                type="date"
                id={`field-${field}`}
                min={localDayOf(now())}
                value={values[field]}
                aria-invalid={problemOf(field) !== undefined}
                aria-describedby={
                  problemOf(field) === undefined ? undefined : `field-${field}-problem`
                }
                onChange={({ target }) => set(field)(target.value)}
              />
              <FieldProblem id={`field-${field}-problem`} text={problemOf(field)} />
            </label>
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

/** Nothing is chosen yet, but who is away where there is no choice. */
function emptyFor(absentees: readonly ColleagueName[]): AddStandInRequest {
  const [only, another] = absentees;
  const absentId = another === undefined ? (only?.id ?? '') : '';
  return { absentId, standInId: '', firstDay: '', lastDay: '' };
}
