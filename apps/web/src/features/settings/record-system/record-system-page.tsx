import { useTexts } from '../../../i18n/index.js';
import { Failure } from '../../../ui/failure.js';
import { Loading } from '../../../ui/loading.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { Stack } from '../../../ui/stack.js';
import { SettingsFrame } from '../settings-frame.js';
import { DeliveryLog } from './delivery-log.js';
import { RecordSystemForm } from './record-system-form.js';
import { useRecordSystem } from './record-system-queries.js';
import { WebhookSecretSection } from './webhook-secret.js';

/** What the organisation's record system is told, and where. */
export function RecordSystemPage() {
  const { t } = useTexts();
  const { data, isPending, error, refetch } = useRecordSystem();
  return (
    <SettingsFrame testId="record-system-page">
      <Stack gap="s">
        <PageHeading>{t('recordSystem.heading')}</PageHeading>
        <p>{t('recordSystem.lead')}</p>
      </Stack>
      {isPending && <Loading />}
      {error !== null && data === undefined && (
        <Failure error={error} onRetry={() => void refetch()} />
      )}
      {data !== undefined && (
        <>
          <Stack surface="card">
            <WebhookSecretSection settings={data} />
          </Stack>
          <Stack surface="card">
            <RecordSystemForm settings={data} />
          </Stack>
          <Stack surface="card">
            <DeliveryLog settings={data} />
          </Stack>
        </>
      )}
    </SettingsFrame>
  );
}
