import { useState } from 'react';
import { useParams } from 'react-router';
import { useTexts } from '../../i18n/index.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { RequestHold } from '../legal-hold/index.js';
import { MEETS_CLIENTS, useMe } from '../sign-in/index.js';
import { EraseVisit } from './erase-visit.js';
import { VisitPage } from './visit-page.js';

/** A visit's address: the visit for those who meet clients, and for who only answers for forgetting no more than their acts. */
export function VisitAddress() {
  const { visitId = '' } = useParams();
  const roles = useMe().data?.roles ?? [];
  const [isErased, setErased] = useState(false);
  if (isErased) {
    return <ErasedVisit />;
  }
  const onErased = () => setErased(true);
  return roles.some((role) => MEETS_CLIENTS.includes(role)) ? (
    <Stack gap="l">
      <VisitPage />
      <EraseVisit visitId={visitId} onErased={onErased} />
      <RequestHold visitId={visitId} />
    </Stack>
  ) : (
    <UnseenVisit visitId={visitId} onErased={onErased} />
  );
}

/** Nothing of it is shown. */
function UnseenVisit({ visitId, onErased }: { visitId: string; onErased: () => void }) {
  const { t } = useTexts();
  return (
    <Stack surface="card" testId="unseen-visit">
      <PageHeading>{t('visit.title')}</PageHeading>
      <p>{t('visit.unseenText')}</p>
      <EraseVisit visitId={visitId} onErased={onErased} />
      <RequestHold visitId={visitId} />
    </Stack>
  );
}

function ErasedVisit() {
  const { t } = useTexts();
  return (
    <Stack surface="card" testId="erased-visit">
      <PageHeading>{t('visit.erasedHeading')}</PageHeading>
      <p role="status">{t('visit.erasedText')}</p>
    </Stack>
  );
}
