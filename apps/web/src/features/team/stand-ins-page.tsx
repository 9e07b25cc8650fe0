import type { StandIn } from '@tapaamo/contracts';
import { Button } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { formatDay } from '../../time/format.js';
import { Failure } from '../../ui/failure.js';
import { KeepFocus } from '../../ui/keep-focus.js';
import { Loading } from '../../ui/loading.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { useRemoveStandIn, useStandIns } from './queries.js';
import { StandInForm } from './stand-in-form.js';
import styles from './team.module.css';

/** Who stands in for whom: one's own, the team's, or everybody's. */
export function StandInsPage() {
  const { t, language } = useTexts();
  const { data, isPending, error, refetch } = useStandIns();
  const remove = useRemoveStandIn();
  return (
    <div className={styles.narrow}>
      <Stack gap="l" testId="stand-ins-page">
        <KeepFocus shown={(data?.standIns ?? []).map(({ id }) => id).join()}>
          <Stack gap="s">
            <PageHeading>{t('teams.standInsHeading')}</PageHeading>
            <p>{t('teams.standInsLead')}</p>
          </Stack>
          {isPending && <Loading />}
          {error !== null && data === undefined && (
            <Failure error={error} onRetry={() => void refetch()} />
          )}
          {remove.isError && <Notice status="error">{problemText(remove.error, language)}</Notice>}
          {data !== undefined && (
            <StandInList standIns={data.standIns} onRemove={(id) => remove.mutate(id)} />
          )}
          {data !== undefined && data.absentees.length > 0 && (
            <Stack surface="card">
              <h2>{t('teams.addStandIn')}</h2>
              <StandInForm absentees={data.absentees} />
            </Stack>
          )}
        </KeepFocus>
      </Stack>
    </div>
  );
}

interface StandInListProps {
  standIns: readonly StandIn[];
  onRemove: (id: string) => void;
}

function StandInList({ standIns, onRemove }: StandInListProps) {
  const { t } = useTexts();
  if (standIns.length === 0) {
    return <p>{t('teams.noStandIns')}</p>;
  }
  return (
    <ul className={styles.standIns} data-testid="stand-ins">
      {standIns.map((one) => (
        <StandInRow key={one.id} standIn={one} onRemove={() => onRemove(one.id)} />
      ))}
    </ul>
  );
}

function StandInRow({ standIn, onRemove }: { standIn: StandIn; onRemove: () => void }) {
  const { t, language } = useTexts();
  const names = { standIn: standIn.standIn.displayName, absent: standIn.absent.displayName };
  const [from, to] = [formatDay(standIn.firstDay, language), formatDay(standIn.lastDay, language)];
  return (
    <li className={styles.standIn} data-testid={`stand-in-${standIn.id}`}>
      <div>
        <strong>{t('teams.standsInFor', names)}</strong>
        <div>{from === to ? from : `${from} – ${to}`}</div>
      </div>
      {standIn.removable && (
        <Button
          variant="secondary"
          aria-label={t('teams.endStandInOf', names)}
          onClick={onRemove}
          data-testid="end-stand-in"
        >
          {t('teams.endStandIn')}
        </Button>
      )}
    </li>
  );
}
