import type { IdentificationOutcome } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { startIdentification } from './door-requests.js';
import { DeletionDate } from '../../ui/deletion-date.js';
import type { OpenView } from './door-state.js';
import { PrivacyNotice } from './privacy-notice.js';
import { ProviderOutage } from './provider-outage.js';

interface IdentifyProps {
  view: OpenView;
  /** How the person came back from an earlier attempt. */
  outcome: IdentificationOutcome | undefined;
  /** Goes on without identifying, where it is only offered. */
  onWithout: () => void;
}

/**
 * The only way to the identification service: what identifying means for the person's data is said here, open and before the
 * button, also to who came by a reload and not from the welcome.
 */
export function Identify({ view, outcome, onWithout }: IdentifyProps) {
  const { t, language } = useTexts();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const start = () => {
    setBusy(true);
    startIdentification().then(
      ({ redirectUrl }) => location.assign(redirectUrl),
      (reason: unknown) => {
        setError(reason);
        setBusy(false);
      },
    );
  };
  const again = outcome !== undefined && outcome !== 'done';
  return (
    <Stack surface="card" gap="l" testId="identify-page">
      <Stack>
        <PageHeading>{t('identify.heading')}</PageHeading>
        {again && error === undefined && (
          <Notice status="warning" testId="identification-outcome">
            {t(`identify.${outcome}`)}
          </Notice>
        )}
        <p>
          {view.inviter === null
            ? t('identify.whyDiscreetly')
            : t('identify.why', { name: view.inviter.professionalName })}
        </p>
        <p>{t('identify.how')}</p>
      </Stack>
      <DeletionDate purgeDueAt={view.purgeDueAt} />
      <PrivacyNotice view={view} />
      <ProviderOutage view={view} />
      {error !== undefined && <Notice status="error">{problemText(error, language)}</Notice>}
      <Stack gap="s">
        <Button fullWidth onClick={start} aria-disabled={busy} data-testid="identify">
          {again ? t('identify.again') : t('identify.start')}
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
