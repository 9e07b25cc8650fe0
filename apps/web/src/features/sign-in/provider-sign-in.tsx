import type { StartProviderSignInRequest } from '@tapaamo/contracts';
import { useLocation } from 'react-router';
import { Button } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { useOfferedProvider, useStartProvider } from './provider-queries.js';
import { returnPath } from './return-path.js';

interface ProviderSignInProps {
  /** The address that was typed, once it is one; nothing when it is not, and the person is told. */
  addressOf: () => Promise<string | undefined>;
}

/** Signing in by the organisation's own provider, found by the domain of the person's address. */
export function ProviderSignIn({ addressOf }: ProviderSignInProps) {
  const { t } = useTexts();
  return useOffered().offered !== null ? null : (
    <GoToProvider
      text={t('providerSignIn.go')}
      wishOf={async () => {
        const email = await addressOf();
        return email === undefined ? undefined : { email };
      }}
    />
  );
}

/** The same on an organisation's own sign-in page, where no address is needed. */
export function OfferedProvider() {
  const { t, language } = useTexts();
  const { organisationId, offered } = useOffered();
  if (organisationId === null || offered === null) {
    return null;
  }
  return (
    <Stack testId="offered-provider">
      <p>
        <strong>{offered.organisation[language]}</strong>
      </p>
      <GoToProvider
        isMain
        text={t('providerSignIn.goBy', { name: offered.name })}
        wishOf={async () => ({ organisationId })}
      />
      <p>{t('providerSignIn.or')}</p>
    </Stack>
  );
}

/** What the sign-in page of the organisation that the address names offers. */
function useOffered() {
  const { search } = useLocation();
  const organisationId = new URLSearchParams(search).get('organisation');
  const offered = useOfferedProvider(organisationId).data?.offered ?? null;
  return { organisationId, offered };
}

interface GoToProviderProps {
  text: string;
  isMain?: boolean;
  wishOf: () => Promise<StartProviderSignInRequest | undefined>;
}

/** The button that leaves for a provider. */
export function GoToProvider({ text, isMain = false, wishOf }: GoToProviderProps) {
  const { t, language } = useTexts();
  const { search } = useLocation();
  const start = useStartProvider();
  const isGoing = start.isPending || start.isSuccess;
  const go = async () => {
    const wish = await wishOf();
    if (wish !== undefined && !isGoing) {
      const next = returnPath(search);
      start.mutate({ ...wish, ...(next === undefined ? {} : { next }) });
    }
  };
  return (
    <Stack gap="s">
      {start.isError && (
        <Notice status="error" testId="provider-error">
          {problemText(start.error, language)}
        </Notice>
      )}
      <div>
        <Button
          variant={isMain ? 'default' : 'secondary'}
          aria-disabled={isGoing}
          onClick={() => void go()}
          data-testid={isMain ? 'sign-in-by-offered-provider' : 'sign-in-by-provider'}
        >
          {isGoing ? t('providerSignIn.going') : text}
        </Button>
      </div>
    </Stack>
  );
}
