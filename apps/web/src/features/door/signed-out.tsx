import { useTexts } from '../../i18n/index.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';

interface SignedOutProps {
  /** The provider has no sign-out, or did not answer: it may still know the person in this browser. */
  isKnownToProvider: boolean;
}

/** The last page: the session is over, and what is left to do at a device that others use. */
export function SignedOut({ isKnownToProvider }: SignedOutProps) {
  const { t } = useTexts();
  return (
    <Stack surface="card" testId="signed-out-page">
      <PageHeading>{t('door.signedOutHeading')}</PageHeading>
      <p>
        <strong>{t('door.signedOutText')}</strong>
      </p>
      {isKnownToProvider && <p>{t('door.signedOutProvider')}</p>}
      <p>{t('door.signedOutReturn')}</p>
    </Stack>
  );
}
