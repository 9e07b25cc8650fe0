import { Button } from 'suomifi-ui-components';
import { codeText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import type { StopReason } from '../meeting/index.js';

interface StoppedVisitProps {
  reason: StopReason;
  /** Whether they may go on here although another device has their place. */
  mayTakeOver: boolean;
  onTakeOver: () => void;
  onIdentify: () => void;
  onRetry: () => void;
}

/** Why the person is not in the visit just now, and the one button that helps. */
export function StoppedVisit(props: StoppedVisitProps) {
  const { reason, mayTakeOver, onTakeOver, onRetry } = props;
  const { t, language } = useTexts();
  if (reason === 'left') {
    return <Loading />;
  }
  if (reason === 'door.in-use-elsewhere' && !mayTakeOver) {
    return <HeldElsewhere onIdentify={props.onIdentify} onRetry={onRetry} />;
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

/** Another device has the place, and only who is identified takes it over. */
function HeldElsewhere({ onIdentify, onRetry }: Pick<StoppedVisitProps, 'onIdentify' | 'onRetry'>) {
  const { t } = useTexts();
  return (
    <Stack surface="card" gap="l" testId="held-elsewhere-page">
      <PageHeading>{t('waitingRoom.elsewhereHeading')}</PageHeading>
      <p>{t('waitingRoom.heldElsewhereText')}</p>
      <Stack gap="s">
        <Button fullWidth onClick={onIdentify} data-testid="identify-to-go-on">
          {t('identify.start')}
        </Button>
        <Button variant="secondary" fullWidth onClick={onRetry}>
          {t('shared.tryAgain')}
        </Button>
      </Stack>
    </Stack>
  );
}
