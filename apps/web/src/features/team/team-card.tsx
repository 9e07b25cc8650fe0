import type { ColleagueName, Team } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { KeepFocus } from '../../ui/keep-focus.js';
import { Notice } from '../../ui/notice.js';
import { Actions, Stack } from '../../ui/stack.js';
import { useRemoveTeam } from './queries.js';
import { TeamForm } from './team-form.js';
import styles from './team.module.css';

interface TeamCardProps {
  team: Team;
  colleagues: readonly ColleagueName[];
}

/** One team: its members, or the form that changes it. */
export function TeamCard({ team, colleagues }: TeamCardProps) {
  const { t, language } = useTexts();
  const remove = useRemoveTeam(team.id);
  const [mode, setMode] = useState<'shown' | 'changed' | 'asked'>('shown');
  const show = () => setMode('shown');
  return (
    <Stack surface="card" testId={`team-${team.id}`}>
      <h2>{team.name}</h2>
      <KeepFocus shown={mode === 'changed' ? 'form' : 'members'}>
        {mode === 'changed' ? (
          <TeamForm team={team} colleagues={colleagues} onDone={show} />
        ) : (
          <>
            <MemberList team={team} />
            {remove.isError && (
              <Notice status="error">{problemText(remove.error, language)}</Notice>
            )}
            <Actions>
              <Button
                variant="secondary"
                aria-label={t('teams.changeTeam', { name: team.name })}
                onClick={() => setMode('changed')}
                data-testid="change-team"
              >
                {t('teams.change')}
              </Button>
              <Button
                variant="secondaryNoBorder"
                aria-label={t('teams.removeTeam', { name: team.name })}
                onClick={() => setMode('asked')}
                data-testid="remove-team"
              >
                {t('teams.remove')}
              </Button>
            </Actions>
          </>
        )}
      </KeepFocus>
      {mode === 'asked' && (
        <ConfirmDialog
          heading={t('teams.removeQuestion', { name: team.name })}
          confirmText={t('teams.remove')}
          cancelText={t('staff.cancel')}
          busy={remove.isPending}
          testId="confirm-remove-team"
          onConfirm={() => remove.mutate(undefined, { onSettled: show })}
          onCancel={show}
        >
          {t('teams.removeText')}
        </ConfirmDialog>
      )}
    </Stack>
  );
}

function MemberList({ team }: { team: Team }) {
  const { t } = useTexts();
  if (team.members.length === 0) {
    return <p>{t('teams.noMembers')}</p>;
  }
  return (
    <ul className={styles.people}>
      {team.members.map(({ id, displayName, leads, hasLeadRole }) => (
        <li key={id}>
          <span>{displayName}</span>
          {leads && hasLeadRole && <Badge mood="good">{t('teams.leads')}</Badge>}
          {leads && !hasLeadRole && <Badge mood="doubtful">{t('teams.leadsInVain')}</Badge>}
        </li>
      ))}
    </ul>
  );
}
