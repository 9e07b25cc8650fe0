import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../../i18n/index.js';
import { leaveForProvider } from '../signing-out.js';

/**
 * The way out of the identification service for whoever identified in this browser and gave it to nobody: it knows them
 * here, and the door of the visit is elsewhere.
 *
 * @param address - Null where the service has no such page.
 */
export function ProviderSignOut({ address }: { address: string | null }) {
  const { t } = useTexts();
  const [isStuck, setIsStuck] = useState(false);
  return address === null || isStuck ? (
    <p>{t('door.signedOutProvider')}</p>
  ) : (
    <Button
      variant="secondary"
      fullWidth
      onClick={() => setIsStuck(!leaveForProvider(address))}
      data-testid="hand-back-sign-out"
    >
      {t('handBack.signOut')}
    </Button>
  );
}
