import type { Visit } from '@tapaamo/contracts';
import { Link, useParams, useSearchParams } from 'react-router';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { useVisit } from '../visit/index.js';
import { OpenSheet } from './open-sheet.js';
import styles from './printed-sheet.module.css';

/** A participant's invitation on paper: opened by an act, then printed. */
export function SheetPage() {
  const { t } = useTexts();
  const { visitId = '' } = useParams();
  const wished = useSearchParams()[0].get('participant');
  const visit = useVisit(visitId);
  const participant = visit.data && invitedIn(visit.data, wished);
  return (
    <Stack gap="l" testId="sheet-page">
      <div className={styles.unprinted}>
        <Stack>
          <p>
            <Link to={`/visits/${visitId}`}>{t('sheet.backToVisit')}</Link>
          </p>
          <PageHeading>{t('sheet.title')}</PageHeading>
        </Stack>
      </div>
      {visit.isPending && <Loading />}
      {visit.isError && visit.data === undefined && (
        <Failure error={visit.error} onRetry={() => void visit.refetch()} />
      )}
      {visit.data?.endedAt && <p>{t('sheet.ended')}</p>}
      {visit.data?.endedAt === null && participant !== undefined && (
        // With another time or link the sheet is out of date: it has to be opened again.
        <OpenSheet
          key={`${participant.id} ${participant.linkGeneration} ${visit.data.version}`}
          visitId={visitId}
          participantId={participant.id}
        />
      )}
    </Stack>
  );
}

/** Whose invitation it is: who was asked for, else the client. */
function invitedIn({ participants }: Visit, wished: string | null) {
  const invited = participants.find(({ id }) => id === wished);
  return invited ?? participants.find(({ role }) => role === 'client');
}
