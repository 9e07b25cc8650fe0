import { Button } from 'suomifi-ui-components';
import { codeText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import type { StopReason } from '../meeting/index.js';

interface StoppedVisitProps {
  reason: StopReason;
  onTakeOver: () => void;
  onRetry: () => void;
}

/** Why the person is not in the visit just now, and the one button that helps. */
export function StoppedVisit({ reason, onTakeOver, onRetry }: StoppedVisitProps) {
  const { t, language } = useTexts();
  if (reason === 'left') {
    return <Loading />;
  }
  if (reason === 'replaced' || reason === 'door.in-use-elsewhere') {
    return (
      <Stack surface="card" gap="l" testId="elsewhere-page">
        <PageHeading>{t('waitingRoom.elsewhereHeading')}</PageHeading>
        <p>{t('waitingRoom.elsewhereText')}</p>
        <Button fullWidth onClick={onTakeOver} data-testid="take-over">
          {t('waitingRoom.takeOver')}
        </Button>
      </Stack>
    );
  }
  return (
    <Stack surface="card" gap="l" testId="stopped-page">
      <PageHeading>{t('waitingRoom.stoppedHeading')}</PageHeading>
      <p role="status">{codeText(reason, language)}</p>
      <Button fullWidth onClick={onRetry}>
        {t('shared.tryAgain')}
      </Button>
    </Stack>
  );
}
