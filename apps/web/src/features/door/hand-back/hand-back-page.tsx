import type { HandBack } from '@tapaamo/contracts';
import { useCallback, useEffect, useState } from 'react';
import { hasCode } from '../../../api/api-problem.js';
import { useTexts } from '../../../i18n/index.js';
import { Failure } from '../../../ui/failure.js';
import { Loading } from '../../../ui/loading.js';
import { Notice } from '../../../ui/notice.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { Stack } from '../../../ui/stack.js';
import { AskForNumber } from './ask-for-number.js';
import { readHandBack } from './hand-back-requests.js';
import { MatchNumber } from './match-number.js';
import { ProviderSignOut } from './provider-sign-out.js';

type Answered =
  | { as: 'confirmed'; number: string }
  | { as: 'refused' | 'wrong'; providerSignOutUrl: string | null };

type State =
  | { at: 'loading' }
  | { at: 'failed'; error: unknown }
  | { at: 'asked'; handBack: HandBack }
  | { at: 'answered'; answered: Answered };

/**
 * What a person sees whose identification came back in another browser than it began in. This browser knows nothing of the
 * visit; here they say whether the page where it began is theirs.
 */
export function HandBackPage() {
  const [state, setState] = useState<State>({ at: 'loading' });
  const load = useCallback(() => {
    readHandBack().then(
      (handBack) => setState({ at: 'asked', handBack }),
      (error: unknown) => setState({ at: 'failed', error }),
    );
  }, []);
  useEffect(load, [load]);
  switch (state.at) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return <NotToBeConfirmed error={state.error} onRetry={load} />;
    case 'asked': {
      const { providerSignOutUrl } = state.handBack;
      return (
        <AskForNumber
          handBack={state.handBack}
          onConfirmed={(number) =>
            setState({ at: 'answered', answered: { as: 'confirmed', number } })
          }
          onRefused={() =>
            setState({ at: 'answered', answered: { as: 'refused', providerSignOutUrl } })
          }
          onWrong={() =>
            setState({ at: 'answered', answered: { as: 'wrong', providerSignOutUrl } })
          }
          onOver={(error) => setState({ at: 'failed', error })}
        />
      );
    }
    case 'answered':
      return <Answer answered={state.answered} />;
  }
}

function Answer({ answered }: { answered: Answered }) {
  const { t } = useTexts();
  switch (answered.as) {
    case 'confirmed':
      return (
        <Stack surface="card" testId="hand-back-confirmed">
          <PageHeading>{t('handBack.confirmedHeading')}</PageHeading>
          <MatchNumber number={answered.number} />
          <p>{t('handBack.confirmedText', { number: answered.number })}</p>
          <p>{t('handBack.confirmedAfter')}</p>
        </Stack>
      );
    case 'refused':
      return (
        <Stack surface="card" testId="hand-back-refused">
          <PageHeading>{t('handBack.refusedHeading')}</PageHeading>
          <p>{t('handBack.refusedText')}</p>
          <p>{t('handBack.refusedAdvice')}</p>
          <ProviderSignOut address={answered.providerSignOutUrl} />
        </Stack>
      );
    case 'wrong':
      return (
        <Stack surface="card" testId="hand-back-wrong">
          <PageHeading>{t('handBack.wrongHeading')}</PageHeading>
          <Notice status="warning">{t('handBack.refusedHeading')}</Notice>
          <p>{t('handBack.wrongAdvice')}</p>
          <ProviderSignOut address={answered.providerSignOutUrl} />
        </Stack>
      );
  }
}

/** Answered already, too late, or the visit is over. */
function NotToBeConfirmed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTexts();
  const isOver = hasCode(error, 'identification.hand-back-over');
  return (
    <Stack surface="card" testId="hand-back-over">
      <PageHeading>{t(isOver ? 'handBack.overHeading' : 'handBack.failedHeading')}</PageHeading>
      {isOver ? <p>{t('handBack.overText')}</p> : <Failure error={error} onRetry={onRetry} />}
      <p>{t('door.signedOutProvider')}</p>
    </Stack>
  );
}
