import { linkSecretSchema, type Accepted } from '@tapaamo/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { ApiProblem } from '../../api/api-problem.js';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Loading } from '../../ui/loading.js';
import { Notice } from '../../ui/notice.js';
import { PageFrame } from '../../ui/page-frame.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { AcceptForm } from './accept-form.js';
import { KeepCodes } from './keep-codes.js';
import { useInvitation } from './queries.js';

/** Where an invited member of staff sets up their account. The secret stays in the address's fragment. */
export function InvitationPage() {
  const [secret] = useState(() => location.hash.slice(1));
  const isWhole = linkSecretSchema.safeParse(secret, { jitless: true }).success;
  return (
    <PageFrame width="narrow">
      {isWhole ? (
        <WithInvitation secret={secret} />
      ) : (
        <Refused error={new ApiProblem('invitation.unknown')} />
      )}
    </PageFrame>
  );
}

function WithInvitation({ secret }: { secret: string }) {
  const invitation = useInvitation(secret);
  const [accepted, setAccepted] = useState<Accepted>();
  if (accepted !== undefined) {
    return <KeepCodes accepted={accepted} />;
  }
  if (invitation.isError) {
    return <Refused error={invitation.error} />;
  }
  return invitation.isSuccess ? (
    <AcceptForm secret={secret} invitation={invitation.data} onAccepted={setAccepted} />
  ) : (
    <Loading />
  );
}

function Refused({ error }: { error: unknown }) {
  const { t, language } = useTexts();
  return (
    <Stack surface="card" gap="l" testId="invitation-refused">
      <PageHeading>{t('invitation.failed')}</PageHeading>
      <Notice status="error">{problemText(error, language)}</Notice>
      <Link to="/">{t('invitation.toSignIn')}</Link>
    </Stack>
  );
}
