import { useState, type SubmitEvent } from 'react';
import { Link } from 'react-router';
import { Button, TextInput } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { KeepFocus } from '../../ui/keep-focus.js';
import { Loading } from '../../ui/loading.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { useColleagues, useCreateTeam, useTeams } from './queries.js';
import { TeamCard } from './team-card.js';
import { useFieldProblems } from './use-field-problems.js';
import styles from './team.module.css';

/** The teams of the organisation: who belongs to them and who leads them. */
export function TeamsPage() {
  const { t } = useTexts();
  const teams = useTeams();
  const colleagues = useColleagues();
  const failed = [teams, colleagues].find(({ isError, data }) => isError && data === undefined);
  return (
    <div className={styles.narrow}>
      <Stack gap="l" testId="teams-page">
        <KeepFocus shown={(teams.data ?? []).map(({ id }) => id).join()}>
          <p>
            <Link to="/staff">{t('staff.backToList')}</Link>
          </p>
          <Stack gap="s">
            <PageHeading>{t('teams.heading')}</PageHeading>
            <p>{t('teams.lead')}</p>
          </Stack>
          <NewTeam />
          {failed !== undefined && (
            <Failure error={failed.error} onRetry={() => void failed.refetch()} />
          )}
          {failed === undefined && (teams.isPending || colleagues.isPending) && <Loading />}
          {teams.data?.length === 0 && <p>{t('teams.none')}</p>}
          {colleagues.data !== undefined &&
            teams.data?.map((team) => (
              <TeamCard key={team.id} team={team} colleagues={colleagues.data} />
            ))}
        </KeepFocus>
      </Stack>
    </div>
  );
}

function NewTeam() {
  const { t, language } = useTexts();
  const create = useCreateTeam();
  const [name, setName] = useState('');
  const problem = useFieldProblems(create.error)('name');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    create.mutate(name, { onSuccess: () => setName('') });
  };
  return (
    <form noValidate onSubmit={submit} data-testid="new-team">
      <Stack>
        <TextInput
          id="field-newTeam"
          labelText={t('teams.newTeam')}
          hintText={t('teams.newTeamHint')}
          value={name}
          onChange={(value) => setName(String(value ?? ''))}
          status={problem === undefined ? 'default' : 'error'}
          statusText={problem ?? ''}
        />
        {create.isError && problem === undefined && (
          <Notice status="error">{problemText(create.error, language)}</Notice>
        )}
        <div>
          <Button type="submit" aria-disabled={create.isPending} data-testid="create-team">
            {t('teams.create')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
