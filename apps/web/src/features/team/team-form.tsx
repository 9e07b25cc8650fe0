import type { ColleagueName, Team } from '@tapaamo/contracts';
import type { SubmitEvent } from 'react';
import { Button, Checkbox, TextInput } from 'suomifi-ui-components';
import { hasCode } from '../../api/api-problem.js';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { Actions, Stack } from '../../ui/stack.js';
import { useFieldProblems } from './use-field-problems.js';
import { useTeamForm, type Part } from './use-team-form.js';
import styles from './team.module.css';

interface TeamFormProps {
  team: Team;
  colleagues: readonly ColleagueName[];
  onDone: () => void;
}

/** Changes a team: its name, who belongs to it and who leads it. */
export function TeamForm({ team, colleagues, onDone }: TeamFormProps) {
  const { t, language } = useTexts();
  const { values, set, save, theirs, change } = useTeamForm(team, onDone);
  const hasConflict = hasCode(change.error, 'settings.changed-meanwhile');
  const problem = useFieldProblems(hasConflict ? null : change.error)('name');
  // Who was closed since stays in the list for as long as they are in the team.
  const gone = team.members.filter(({ id }) => colleagues.every((one) => one.id !== id));
  const people = [...colleagues, ...gone];
  const nameOf = (key: string) =>
    people.find(({ id }) => id === key)?.displayName ??
    t(key === 'name' ? 'teams.name' : 'teams.members');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <form noValidate onSubmit={submit} data-testid="team-form">
      <Stack>
        <TextInput
          id={`field-name-${team.id}`}
          labelText={t('teams.name')}
          value={values.name ?? ''}
          onChange={(value) => set('name', String(value ?? ''))}
          status={problem === undefined ? 'default' : 'error'}
          statusText={problem ?? ''}
        />
        <fieldset className={styles.members}>
          <legend>{t('teams.members')}</legend>
          <p className={styles.hint}>{t('teams.leadsHint')}</p>
          {people.map((person) => (
            <MemberChoice
              key={person.id}
              person={person}
              part={(values[person.id] ?? 'none') as Part}
              onChange={(part) => set(person.id, part)}
            />
          ))}
        </fieldset>
        {theirs.length > 0 && (
          <Notice status="warning" label={t('settings.conflict')} testId="team-conflict">
            {t('settings.conflictText', { fields: theirs.map(nameOf).join(', ') })}
          </Notice>
        )}
        {change.isError && problem === undefined && theirs.length === 0 && (
          <Notice status="error">{problemText(change.error, language)}</Notice>
        )}
        <Actions>
          <Button type="submit" aria-disabled={change.isPending} data-testid="save-team">
            {t('teams.save')}
          </Button>
          <Button variant="secondary" onClick={onDone}>
            {t('staff.cancel')}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}

interface MemberChoiceProps {
  person: ColleagueName;
  part: Part;
  onChange: (part: Part) => void;
}

function MemberChoice({ person, part, onChange }: MemberChoiceProps) {
  const { t } = useTexts();
  return (
    <div className={styles.member} data-testid={`member-${person.id}`}>
      <Checkbox
        checked={part !== 'none'}
        onClick={({ checkboxState }) => onChange(checkboxState ? 'member' : 'none')}
      >
        {person.displayName}
      </Checkbox>
      {part !== 'none' && (
        <Checkbox
          checked={part === 'lead'}
          aria-label={t('teams.leadsName', { name: person.displayName })}
          onClick={({ checkboxState }) => onChange(checkboxState ? 'lead' : 'member')}
        >
          {t('teams.leads')}
        </Checkbox>
      )}
    </div>
  );
}
