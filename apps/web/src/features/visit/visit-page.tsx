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
  return (
    <Stack testId="visit-page">
      <p>
        <Link to="/bookings">{t('bookings.back')}</Link>
      </p>
      {visit.isPending && <Loading />}
      <UnseenVisit visit={visit} />
      <SeenVisit visit={visit} />
    </Stack>
  );
}

type ReadVisit = ReturnType<typeof useVisit>;

/** What was on the page is no longer theirs to see, and the meeting ends with it. */
function isTakenAway({ error }: ReadVisit): boolean {
  // Handed over, shared no more, forgotten; or held, and then nobody of the staff sees it until the hold ends.
  return hasCode(error, 'access.denied-or-missing') || hasCode(error, 'visit.restricted');
}

/** Why there is no visit to see. */
function UnseenVisit({ visit }: { visit: ReadVisit }) {
  if (hasCode(visit.error, 'visit.restricted')) {
    return <HeldVisit />;
  }
  if (isTakenAway(visit) && visit.data !== undefined) {
    return <LostVisit />;
  }
  return visit.isError && visit.data === undefined ? (
    <Failure error={visit.error} onRetry={() => void visit.refetch()} />
  ) : null;
}

function SeenVisit({ visit }: { visit: ReadVisit }) {
  const { data, error } = visit;
  if (data === undefined || isTakenAway(visit)) {
    return null;
  }
  return (
    <>
      <NotRefreshed error={error} />
      {data.endedAt === null ? (
        <OngoingVisit key={data.id} visit={data} />
      ) : (
        <EndedVisit visit={data} endedAt={data.endedAt} />
      )}
    </>
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

/** Its details are held: kept, and seen by nobody. Whom to ask stands there, for nothing can be done here. */
function HeldVisit() {
  const { t } = useTexts();
  return (
    <Stack surface="card" testId="held-visit">
      <PageHeading>{t('visit.heldHeading')}</PageHeading>
      <p role="status">{t('visit.heldText')}</p>
      <p>{t('visit.heldAsk')}</p>
    </Stack>
  );
}
