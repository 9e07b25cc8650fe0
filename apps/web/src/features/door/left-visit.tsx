import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { DeletionDate } from '../../ui/deletion-date.js';
import type { OpenView } from './door-state.js';
import { SignOutButton } from './sign-out.js';

interface LeftVisitProps {
  view: OpenView;
  onReturn: () => void;
  isIdentified: boolean;
  /** Ends the session of this device. */
  onSignOut: () => Promise<void>;
}

/** The person left on purpose; the way back stays open while the visit does. */
export function LeftVisit({ view, onReturn, isIdentified, onSignOut }: LeftVisitProps) {
  const { t } = useTexts();
  return (
    <Stack surface="card" gap="l" testId="left-page">
      <Stack>
        <PageHeading>{t('door.leftHeading')}</PageHeading>
        <p>{t('door.leftText')}</p>
      </Stack>
      <DeletionDate purgeDueAt={view.purgeDueAt} />
      <Stack gap="s">
        <Button fullWidth onClick={onReturn} data-testid="return-to-visit">
          {t('door.return')}
        </Button>
        <SignOutButton
          isIdentified={isIdentified}
          variant="secondaryNoBorder"
          onSignOut={onSignOut}
        />
      </Stack>
    </Stack>
  );
}
