import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { formatMoment } from '../../time/format.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { DeletionDate } from '../../ui/deletion-date.js';
import type { OpenView } from './door-state.js';
import { PrivacyNotice } from './privacy-notice.js';
import { UnsuitableBrowser } from './unsuitable-browser.js';

interface WelcomeProps {
  view: OpenView;
  onOpen: () => Promise<void>;
}

/** Who invites, when, and what happens to the person's data; then one button. */
export function Welcome({ view, onOpen }: WelcomeProps) {
  const { t, language } = useTexts();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const open = () => {
    setBusy(true);
    onOpen().catch((reason: unknown) => {
      setError(reason);
      setBusy(false);
    });
  };
  return (
    <Stack surface="card" gap="l" testId="door-page">
      <Stack>
        <PageHeading>{t('door.welcomeHeading')}</PageHeading>
        <p>
          {view.inviter === null
            ? t('door.invitesDiscreetly')
            : t('door.invites', {
                organisation: view.inviter.organisationName[language],
                professional: view.inviter.professionalName,
              })}
        </p>
        <p>
          <strong data-testid="visit-time">
            {formatMoment(view.startsAt, language, now()).replace(/^./, (first) =>
              first.toUpperCase(),
            )}
          </strong>
        </p>
      </Stack>
      <DeletionDate purgeDueAt={view.purgeDueAt} />
      <PrivacyNotice view={view} />
      <UnsuitableBrowser />
      {error !== undefined && <Notice status="error">{problemText(error, language)}</Notice>}
      <Button onClick={open} aria-disabled={busy} fullWidth data-testid="door-continue">
        {t('door.continue')}
      </Button>
    </Stack>
  );
}
