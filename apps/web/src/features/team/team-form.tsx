import type { ColleagueName, Team } from '@tapaamo/contracts';
import { useState, type SubmitEvent } from 'react';
import { Button, Checkbox, TextInput } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { Actions, Stack } from '../../ui/stack.js';
import { useChangeTeam } from './queries.js';
import { useFieldProblems } from './use-field-problems.js';
import styles from './team.module.css';

/** What somebody is in the team that is being written. */
type Part = 'none' | 'member' | 'lead';

interface TeamFormProps {
  team: Team;
  colleagues: readonly ColleagueName[];
  onDone: () => void;
}

/** Changes a team: its name, who belongs to it and who leads it. */
export function TeamForm({ team, colleagues, onDone }: TeamFormProps) {
  const { t, language } = useTexts();
  const change = useChangeTeam(team.id);
  const [name, setName] = useState(team.name);
  const [parts, setParts] = useState<ReadonlyMap<string, Part>>(() => partsIn(team));
  const problem = useFieldProblems(change.error)('name');
  // Who was closed since stays in the list for as long as they are in the team.
  const gone = team.members.filter(({ id }) => colleagues.every((one) => one.id !== id));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const members = [...parts].flatMap(([professionalId, part]) =>
      part === 'none' ? [] : [{ professionalId, leads: part === 'lead' }],
    );
    change.mutate({ name, members }, { onSuccess: onDone });
  };
  return (
    <form noValidate onSubmit={submit} data-testid="team-form">
      <Stack>
        <TextInput
          id={`field-name-${team.id}`}
          labelText={t('teams.name')}
          value={name}
          onChange={(value) => setName(String(value ?? ''))}
          status={problem === undefined ? 'default' : 'error'}
          statusText={problem ?? ''}
        />
        <fieldset className={styles.members}>
          <legend>{t('teams.members')}</legend>
          <p className={styles.hint}>{t('teams.leadsHint')}</p>
          {[...colleagues, ...gone].map((person) => (
            <MemberChoice
              key={person.id}
              person={person}
              part={parts.get(person.id) ?? 'none'}
              onChange={(part) => setParts((before) => new Map(before).set(person.id, part))}
            />
          ))}
        </fieldset>
        {change.isError && problem === undefined && (
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

function partsIn({ members }: Team): Map<string, Part> {
  return new Map(members.map(({ id, leads }) => [id, leads ? 'lead' : 'member']));
}
