import { RETENTION_PERIODS, type RetentionPeriod, type ServiceRetention } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button, RadioButton, RadioButtonGroup } from 'suomifi-ui-components';
import { useTexts } from '../../../i18n/index.js';
import { Failure } from '../../../ui/failure.js';
import { usePeriodText } from './period-text.js';
import { PreviewText } from './preview-text.js';
import { useRetentionPreview, useSendRetention } from './retention-queries.js';

/** Another period, with what it would do before it is saved. */
export function ChoosePeriod({ service }: { service: ServiceRetention }) {
  const { t } = useTexts();
  const periodText = usePeriodText();
  const { serviceId, period: present } = service;
  const [chosen, setChosen] = useState<RetentionPeriod | null>(null);
  const period = chosen === present ? null : chosen;
  const preview = useRetentionPreview(serviceId, period);
  const send = useSendRetention(serviceId);
  const name = `period-${serviceId}`;
  return (
    <>
      <RadioButtonGroup
        id={name}
        name={name}
        labelText={t('retention.choose')}
        value={chosen ?? present}
        onChange={(value) => setChosen(RETENTION_PERIODS.find((one) => one === value) ?? null)}
      >
        {RETENTION_PERIODS.map((one) => (
          <RadioButton key={one} value={one}>
            {periodText(one)}
          </RadioButton>
        ))}
      </RadioButtonGroup>
      <p role="status" data-testid="retention-preview">
        {period !== null && preview.data !== undefined && <PreviewText preview={preview.data} />}
      </p>
      {preview.error !== null && (
        <Failure error={preview.error} onRetry={() => void preview.refetch()} />
      )}
      {send.isError && <Failure error={send.error} />}
      {period !== null && preview.data !== undefined && (
        <div>
          <Button
            aria-disabled={send.isPending}
            onClick={() => {
              if (!send.isPending) {
                const { affected } = preview.data;
                send.mutate({ act: '', request: { period, affected } });
              }
            }}
            data-testid="change-retention"
          >
            {t(preview.data.direction === 'shorter' ? 'retention.propose' : 'retention.save')}
          </Button>
        </div>
      )}
    </>
  );
}
