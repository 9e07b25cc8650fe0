import { Button } from 'suomifi-ui-components';
import { ApiProblem } from '../../api/api-problem.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { GoToProvider } from './provider-sign-in.js';

interface ProviderOnlyProps {
  organisationId: string;
  onBack: () => void;
}

/** What somebody is told whose password, passkey or code was right, and who signs in by their organisation only. */
export function ProviderOnly({ organisationId, onBack }: ProviderOnlyProps) {
  const { t } = useTexts();
  return (
    <Stack surface="card" gap="l" testId="provider-only">
      <PageHeading key="provider-only">{t('providerSignIn.onlyHeading')}</PageHeading>
      <Notice>{t('providerSignIn.onlyText')}</Notice>
      <GoToProvider
        isMain
        text={t('providerSignIn.go')}
        wishOf={() => Promise.resolve({ organisationId })}
      />
      <p>{t('providerSignIn.onlyHelp')}</p>
      <div>
        <Button variant="secondaryNoBorder" onClick={onBack} data-testid="other-account">
          {t('providerSignIn.otherAccount')}
        </Button>
      </div>
    </Stack>
  );
}

/** Whose provider alone lets somebody in, when one of these says so. */
export function onlyProviderIn(errors: readonly unknown[]): string | undefined {
  return errors.flatMap((error) =>
    error instanceof ApiProblem && error.code === 'sign-in.provider-only'
      ? [error.organisationId]
      : [],
  )[0];
}
