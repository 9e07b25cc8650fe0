import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { useUnlockIdentification } from './queries.js';

interface UnlockIdentificationProps {
  visitId: string;
  participantId: string;
  name: string;
  onChanged: () => void;
}

/** Tells that a link identifies nobody after too many attempts, and lets it again. */
export function UnlockIdentification(props: UnlockIdentificationProps) {
  const { t } = useTexts();
  const unlock = useUnlockIdentification(props.visitId, props.participantId, props.onChanged);
  return (
    <Stack gap="s" testId="identification-locked">
      <Notice status="warning">{t('people.identificationLocked')}</Notice>
      {unlock.isError && <Failure error={unlock.error} />}
      <div>
        <Button
          variant="secondary"
          onClick={() => unlock.mutate()}
          aria-disabled={unlock.isPending}
          aria-label={t('people.identificationUnlockName', { name: props.name })}
          data-testid="unlock-identification"
        >
          {t('people.identificationUnlock')}
        </Button>
      </div>
    </Stack>
  );
}
