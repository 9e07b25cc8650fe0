import type { IdentificationOutcome } from '@tapaamo/contracts';
import { useEffect, useRef } from 'react';
import { Button } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { ContactLine } from './contact-line.js';
import type { Progress } from './hand-back/progress.js';
import { DeletionDate } from '../../ui/deletion-date.js';
import type { OpenView } from './door-state.js';
import { PrivacyNoticeAgain } from './privacy-notice.js';
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
 * The only way to the identification service: what identifying means for the person's data is said here and before the
 * button, also to who came by a reload and not from the welcome. It is said in short, and the rest opens there, so that the
 * button is seen on a phone.
 */
export function Identify(props: IdentifyProps) {
  const { view, outcome, underWay, mayWait, isAllowed, onWithout, onNews } = props;
  const { t } = useTexts();
  const { start, isBusy, error = props.failure } = useStart(onNews);
  const news = newsOf(outcome, underWay);
  const told = toldOf(news, props.isSentBack);
  return (
    <Stack surface="card" testId="identify-page">
      <Stack>
        <PageHeading>{t('identify.heading')}</PageHeading>
        {mayWait && <MayWait isAllowed={isAllowed} onWithout={onWithout} />}
        <Told view={view} mayWait={mayWait} told={told} error={error} />
        <p>
          {view.inviter === null
            ? t('identify.whyDiscreetly')
            : t('identify.why', { name: view.inviter.professionalName })}
        </p>
        {news?.isFailure !== true && <p>{t('identify.how')}</p>}
        {view.representationAsked === true && <p>{t('identify.representation')}</p>}
      </Stack>
      <ProviderOutage view={view} />
      <p>{t('identify.inShort')}</p>
      <DeletionDate purgeDueAt={view.purgeDueAt} />
      <PrivacyNoticeAgain view={view} />
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
      </Stack>
    </Stack>
  );
}

/** The news, or else why the person is here although they wished to go on without it. */
function toldOf(news: ReturnType<typeof newsOf>, isSentBack: boolean) {
  return isSentBack
    ? (news ?? ({ status: 'warning', text: 'identify.sentBack', isFailure: false } as const))
    : news;
}

/** That the person may wait without identifying: where they look, even when it comes while they have read on. */
function MayWait({ isAllowed, onWithout }: Pick<IdentifyProps, 'isAllowed' | 'onWithout'>) {
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Nothing is given back: some browsers answer with a promise.
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={place}>
      <Notice isInRegion>
        <Stack gap="s">
          <p data-testid="wait-unidentified-hint">
            {t(isAllowed ? 'identify.waitAllowed' : 'identify.waitUnidentifiedHint')}
          </p>
          <Button variant="secondary" fullWidth onClick={onWithout} data-testid="wait-unidentified">
            {t('identify.waitUnidentified')}
          </Button>
        </Stack>
      </Notice>
    </div>
  );
}

interface ToldProps extends Pick<IdentifyProps, 'view' | 'mayWait'> {
  told: ReturnType<typeof toldOf>;
  error: unknown;
}

/** What became of an earlier attempt, or why this one could not begin. */
function Told({ view, mayWait, told, error }: ToldProps) {
  const { t, language } = useTexts();
  const said =
    error === undefined
      ? told && { ...told, text: t(told.text) }
      : { status: 'error' as const, text: problemText(error, language), isFailure: true };
  if (said === undefined) {
    return null;
  }
  return (
    <Notice
      key={said.status}
      status={said.status}
      testId={error === undefined ? 'identification-outcome' : 'identification-error'}
    >
      <Stack gap="s">
        <p>{said.text}</p>
        {said.isFailure && !mayWait && <WhatNext view={view} />}
      </Stack>
    </Notice>
  );
}

/** What helps when identifying does not succeed: who invited can let the person wait, and is called. */
function WhatNext({ view: { identificationLevel, inviter } }: Pick<IdentifyProps, 'view'>) {
  const { t } = useTexts();
  if (identificationLevel !== 'required') {
    return null;
  }
  return (
    <>
      <p>{t('identify.failedAdvice')}</p>
      {inviter !== null && (
        <ContactLine label={t('identify.failedContact')} contact={inviter.notice.contact} />
      )}
    </>
  );
}

/** What is told of an earlier attempt, and of one that is under way. */
function newsOf(outcome: IdentificationOutcome | undefined, underWay: Progress['state']) {
  if (underWay === 'refused') {
    return { status: 'warning', text: 'handBack.refusedElsewhere', isFailure: false } as const;
  }
  if (outcome !== undefined && outcome !== 'done' && outcome !== 'elsewhere') {
    const isFailure = outcome === 'failed' || outcome === 'unavailable';
    return { status: 'warning', text: `identify.${outcome}`, isFailure } as const;
  }
  if (underWay === 'lost') {
    return { status: 'warning', text: 'handBack.notFinished', isFailure: false } as const;
  }
  return underWay === 'none'
    ? undefined
    : ({ status: 'neutral', text: 'handBack.away', isFailure: false } as const);
}
