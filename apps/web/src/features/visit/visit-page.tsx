import { Link, useParams } from 'react-router';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { EndedVisit } from './ended-visit.js';
import { OngoingVisit } from './ongoing-visit.js';
import { useVisit } from './queries.js';

/** One visit: who has arrived, and the meeting beside it. */
export function VisitPage() {
  const { visitId = '' } = useParams();
  const { t, language } = useTexts();
  const visit = useVisit(visitId);
  return (
    <Stack testId="visit-page">
      <p>
        <Link to="/bookings">{t('bookings.back')}</Link>
      </p>
      {visit.isPending && <Loading />}
      {visit.isError && visit.data === undefined && (
        <Failure error={visit.error} onRetry={() => void visit.refetch()} />
      )}
      {visit.isError && visit.data !== undefined && (
        <Notice status="warning">{problemText(visit.error, language)}</Notice>
      )}
      {visit.data !== undefined &&
        (visit.data.endedAt === null ? (
          <OngoingVisit key={visit.data.id} visit={visit.data} />
        ) : (
          <EndedVisit visit={visit.data} endedAt={visit.data.endedAt} />
        ))}
    </Stack>
  );
}
