import type { ErrorCode } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { codeText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { CardTable } from '../../ui/card-table.js';
import { Stack } from '../../ui/stack.js';
import type { ListedPerson, RowProblem } from './csv/read-people.js';
import styles from './staff-table.module.css';

/** So many are drawn at first; a list of two thousand is drawn when it is asked for. */
const SHOWN_AT_FIRST = 100;

/** Everybody on a list before anything is sent: first who is to be mended, then the rest. */
export function ListPreview({ people }: { people: readonly ListedPerson[] }) {
  const { t } = useTexts();
  const [showsAll, setShowsAll] = useState(false);
  const isWrong = ({ problems }: ListedPerson) => problems.length > 0;
  const sorted = [...people.filter(isWrong), ...people.filter((person) => !isWrong(person))];
  const shown = showsAll ? sorted : sorted.slice(0, SHOWN_AT_FIRST);
  const columns = [
    t('staff.row'),
    t('staff.name'),
    t('staff.email'),
    t('staff.roles'),
    t('staff.rowState'),
  ];
  const rowOf = ({ row, member, problems }: ListedPerson) => ({
    key: String(row),
    testId: `row-${String(row)}`,
    cells: [
      String(row),
      member.displayName || '–',
      member.email || '–',
      member.roles.map((role) => t(`staff.role_${role}`)).join(', '),
      <RowState key="state" problems={problems} />,
    ],
  });
  return (
    <Stack>
      <CardTable
        columns={columns}
        rows={shown.map(rowOf)}
        label={t('staff.previewHeading')}
        testId="preview"
      />
      {shown.length < people.length && (
        <div>
          <Button variant="secondary" onClick={() => setShowsAll(true)} data-testid="show-all">
            {t('staff.showAll', { count: people.length })}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function RowState({ problems }: { problems: readonly RowProblem[] }) {
  const { t, language } = useTexts();
  const textOf = ({ field, code, detail }: RowProblem): string => {
    switch (code) {
      case 'formula':
        return t('staff.row_formula');
      case 'role-unknown':
        return t('staff.row_role-unknown', { word: detail });
      case 'twice':
        return t('staff.row_twice', { row: detail });
      case 'field.missing':
        return field === 'email' ? t('staff.row_no-email') : t('staff.row_no-name');
      default:
        return codeText(code satisfies ErrorCode, language);
    }
  };
  if (problems.length === 0) {
    return <Badge mood="good">{t('staff.rowGood')}</Badge>;
  }
  return (
    <ul className={styles.problems}>
      {problems.map((problem) => (
        <li key={`${problem.field} ${problem.code} ${String(problem.detail)}`}>
          <Badge mood="bad">{textOf(problem)}</Badge>
        </li>
      ))}
    </ul>
  );
}
