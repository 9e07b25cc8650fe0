import type { ColleagueName } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import styles from './team.module.css';

interface ColleagueSelectProps {
  /** Name of the field, also for tests: `#field-<name>`. */
  name: string;
  label: string;
  people: readonly ColleagueName[];
  value: string;
  onChange: (id: string) => void;
  /** What stands where nobody is chosen. */
  noneText?: string;
  problem?: string | undefined;
}

/** Chooses a member of the staff by name. */
export function ColleagueSelect(props: ColleagueSelectProps) {
  const { t } = useTexts();
  const { name, label, people, value, onChange, problem, noneText = t('teams.choose') } = props;
  const id = `field-${name}`;
  return (
    <label className={styles.field}>
      {label}
      <select
        id={id}
        name={name}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">{noneText}</option>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.displayName}
          </option>
        ))}
      </select>
      <FieldProblem id={`${id}-problem`} text={problem} />
    </label>
  );
}

/** What is wrong with a field, below it. */
export function FieldProblem({ id, text }: { id: string; text: string | undefined }) {
  return text === undefined ? null : (
    <span id={id} className={styles.problem}>
      {text}
    </span>
  );
}
