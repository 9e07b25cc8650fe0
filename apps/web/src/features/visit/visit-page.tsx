import { Link, useParams } from 'react-router';
import { hasCode } from '../../api/api-problem.js';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { EndedVisit } from './ended-visit.js';
import { OngoingVisit } from './ongoing-visit.js';
import { useVisit } from './queries.js';

/** One visit: who has arrived, and the meeting beside it. */
export function VisitPage() {
  const { visitId = '' } = useParams();
  const { t } = useTexts();
  const visit = useVisit(visitId);
  // Handed over, shared no more, forgotten: what was on the page is no longer theirs to see, and the meeting ends with it.
  const isLost = hasCode(visit.error, 'access.denied-or-missing');
  const data = isLost ? undefined : visit.data;
  return (
    <Stack testId="visit-page">
      <p>
        <Link to="/bookings">{t('bookings.back')}</Link>
      </p>
      {visit.isPending && <Loading />}
      {isLost && visit.data !== undefined && <LostVisit />}
      {visit.isError && visit.data === undefined && (
        <Failure error={visit.error} onRetry={() => void visit.refetch()} />
      )}
      {data !== undefined && <NotRefreshed error={visit.error} />}
      {data !== undefined &&
        (data.endedAt === null ? (
          <OngoingVisit key={data.id} visit={data} />
        ) : (
          <EndedVisit visit={data} endedAt={data.endedAt} />
        ))}
    </Stack>
  );
}

/** What is shown may be old by now. Of a session that ended the page itself tells. */
function NotRefreshed({ error }: { error: Error | null }) {
  const { language } = useTexts();
  return error === null || hasCode(error, 'access.sign-in-required') ? null : (
    <Notice status="warning">{problemText(error, language)}</Notice>
  );
}

/** The visit was here a moment ago: it went to a colleague, is shared no more, or was forgotten. */
function LostVisit() {
  const { t } = useTexts();
  return (
    <Stack surface="card" testId="lost-visit">
      <PageHeading>{t('teams.lostHeading')}</PageHeading>
      <p role="status">{t('teams.lostText')}</p>
    </Stack>
  );
}
