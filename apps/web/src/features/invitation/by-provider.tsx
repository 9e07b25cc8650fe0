import { useTexts } from '../../i18n/index.js';
import { GoToProvider } from '../sign-in/index.js';
import { Stack } from '../../ui/stack.js';

interface ByProviderProps {
  provider: { organisationId: string; name: string };
}

/** For who signs in by the organisation's provider: nothing is set up here. */
export function ByProvider({ provider: { organisationId, name } }: ByProviderProps) {
  const { t } = useTexts();
  return (
    <Stack testId="invited-to-provider">
      <h2>{t('invitation.providerHeading')}</h2>
      <p>{t('invitation.providerHelp')}</p>
      <GoToProvider
        isMain
        text={t('providerSignIn.goBy', { name })}
        wishOf={() => Promise.resolve({ organisationId })}
      />
    </Stack>
  );
}
