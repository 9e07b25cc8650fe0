import type { IdentificationOutage } from '@tapaamo/contracts';
import { useEffect, useState } from 'react';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { ContactLine } from './contact-line.js';
import { readOutage } from './door-requests.js';
import type { OpenView } from './door-state.js';

/** How often it is asked while the person stays on the page. */
const INTERVAL_MS = 60_000;

const NOTHING: IdentificationOutage = { notice: null, isUnreachable: false };

/** What the identification service says of its outages, and that it did not answer just now, before the person leaves to it. */
export function ProviderOutage({ view: { inviter } }: { view: Pick<OpenView, 'inviter'> }) {
  const { t } = useTexts();
  const { notice, isUnreachable } = useOutage();
  if (notice === null && !isUnreachable) {
    return null;
  }
  return (
    <Notice status="warning" label={t('identify.outageHeading')} testId="provider-outage">
      <Stack gap="s">
        {notice !== null && <p>{t('identify.outageSays', { notice })}</p>}
        {isUnreachable && <p>{t('identify.outageUnreachable')}</p>}
        <p>{t('identify.outageAdvice')}</p>
        {inviter !== null && (
          <ContactLine label={t('identify.outageContact')} contact={inviter.notice.contact} />
        )}
      </Stack>
    </Notice>
  );
}

function useOutage(): IdentificationOutage {
  const { language } = useTexts();
  const [outage, setOutage] = useState(NOTHING);
  useEffect(() => {
    let isShown = true;
    const read = () => {
      // A courtesy: the page is as good without it.
      readOutage(language).then(
        (found) => isShown && setOutage(found),
        () => undefined,
      );
    };
    read();
    const timer = setInterval(read, INTERVAL_MS);
    return () => {
      isShown = false;
      clearInterval(timer);
    };
  }, [language]);
  return outage;
}
