import type { IdentificationOutcome } from '@tapaamo/contracts';
import { Button } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import type { Progress } from './hand-back/progress.js';
import { DeletionDate } from '../../ui/deletion-date.js';
import type { OpenView } from './door-state.js';
import { PrivacyNotice } from './privacy-notice.js';
import { ProviderOutage } from './provider-outage.js';
import { useStart } from './use-start.js';

export interface IdentifyProps {
  view: OpenView;
  /** How the person came back from an earlier attempt. */
  outcome: IdentificationOutcome | undefined;
  /** How far an attempt has come that began in this session. */
  underWay: Progress['state'];
  /** Why what came back elsewhere could not be fetched. */
  failure?: unknown;
  /** Whether they may wait without it though it is required, and whether the professional allows it. */
  mayWait: boolean;
  isAllowed: boolean;
  /** Whether they wished to go on without it, and could not. */
  isSentBack: boolean;
  /** Goes on without identifying, where it is only offered or the provider failed. */
  onWithout: () => void;
  /** Something may have changed of what the person may do, such as when it could not be begun. Always the same function. */
  onNews: () => void;
}

/**
 * The only way to the identification service: what identifying means for the person's data is said here, open and before the
 * button, also to who came by a reload and not from the welcome.
 */
export function Identify(props: IdentifyProps) {
  const { view, outcome, underWay, mayWait, isAllowed, onWithout, onNews } = props;
  const { t, language } = useTexts();
  const { start, isBusy, error = props.failure } = useStart(onNews);
  const news = newsOf(outcome, underWay);
  const told = toldOf(news, props.isSentBack);
  return (
    <Stack surface="card" gap="l" testId="identify-page">
      <Stack>
        <PageHeading>{t('identify.heading')}</PageHeading>
        {told !== undefined && error === undefined && (
          <Notice status={told.status} testId="identification-outcome">
            {t(told.text)}
          </Notice>
        )}
        <p>
          {view.inviter === null
            ? t('identify.whyDiscreetly')
            : t('identify.why', { name: view.inviter.professionalName })}
        </p>
        <p>{t('identify.how')}</p>
        {view.representationAsked === true && <p>{t('identify.representation')}</p>}
      </Stack>
      <DeletionDate purgeDueAt={view.purgeDueAt} />
      <PrivacyNotice view={view} />
      <ProviderOutage view={view} />
      {error !== undefined && <Notice status="error">{problemText(error, language)}</Notice>}
      <Stack gap="s">
        <Button fullWidth onClick={start} aria-disabled={isBusy} data-testid="identify">
          {news !== undefined ? t('identify.again') : t('identify.start')}
        </Button>
        {view.identificationLevel === 'offered' && (
          <Button
            variant="secondaryNoBorder"
            fullWidth
            onClick={onWithout}
            data-testid="without-identification"
          >
            {t('identify.without')}
          </Button>
        )}
        {mayWait && (
          <>
            <p data-testid="wait-unidentified-hint">
              {t(isAllowed ? 'identify.waitAllowed' : 'identify.waitUnidentifiedHint')}
            </p>
            <Button
              variant="secondary"
              fullWidth
              onClick={onWithout}
              data-testid="wait-unidentified"
            >
              {t('identify.waitUnidentified')}
            </Button>
          </>
        )}
      </Stack>
    </Stack>
  );
}

/** The news, or else why the person is here although they wished to go on without it. */
function toldOf(news: ReturnType<typeof newsOf>, isSentBack: boolean) {
  return isSentBack ? (news ?? ({ status: 'warning', text: 'identify.sentBack' } as const)) : news;
}

/** What is told of an earlier attempt, and of one that is under way. */
function newsOf(outcome: IdentificationOutcome | undefined, underWay: Progress['state']) {
  if (underWay === 'refused') {
    return { status: 'warning', text: 'handBack.refusedElsewhere' } as const;
  }
  if (outcome !== undefined && outcome !== 'done' && outcome !== 'elsewhere') {
    return { status: 'warning', text: `identify.${outcome}` } as const;
  }
  if (underWay === 'lost') {
    return { status: 'warning', text: 'handBack.notFinished' } as const;
  }
  return underWay === 'none' ? undefined : ({ status: 'neutral', text: 'handBack.away' } as const);
}
