import type { ServiceRetention } from '@tapaamo/contracts';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../../i18n/index.js';
import { formatDateAndTime } from '../../../time/format.js';
import { Failure } from '../../../ui/failure.js';
import { Notice } from '../../../ui/notice.js';
import { useRuleText } from '../../retention/index.js';
import { PreviewText } from './preview-text.js';
import { useSendRetention } from './retention-queries.js';
import styles from '../settings.module.css';

interface WaitingChangeProps {
  serviceId: string;
  waiting: NonNullable<ServiceRetention['waiting']>;
}

/** A shorter period that waits: who did not propose it confirms it, and anybody takes it back. */
export function WaitingChange({ serviceId, waiting }: WaitingChangeProps) {
  const { t, language } = useTexts();
  const ruleText = useRuleText();
  const send = useSendRetention(serviceId);
  const { changeId, proposedAt, isOwn, preview } = waiting;
  const act = (how: '/confirm' | '/withdraw', more: object = {}) => {
    if (!send.isPending) {
      send.mutate({ act: how, request: { changeId, ...more } });
    }
  };
  return (
    <>
      <Notice
        status="warning"
        label={t('retention.waiting', { rule: ruleText(waiting) })}
        testId="retention-waiting"
      >
        {t('retention.proposedAt', { time: formatDateAndTime(proposedAt, language) })}{' '}
        <PreviewText preview={preview} /> {isOwn && t('retention.anotherConfirms')}
      </Notice>
      {send.isError && <Failure error={send.error} />}
      <div className={styles.colour}>
        {!isOwn && (
          <Button
            aria-disabled={send.isPending}
            onClick={() => act('/confirm', { affected: preview.affected })}
            data-testid="confirm-retention"
          >
            {t('retention.confirm')}
          </Button>
        )}
        <Button
          variant="secondary"
          aria-disabled={send.isPending}
          onClick={() => act('/withdraw')}
          data-testid="withdraw-retention"
        >
          {t('retention.withdraw')}
        </Button>
      </div>
    </>
  );
}
