import { useTexts } from '../../../i18n/index.js';
import { Failure } from '../../../ui/failure.js';
import { Loading } from '../../../ui/loading.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { Stack } from '../../../ui/stack.js';
import { SettingsFrame } from '../settings-frame.js';
import { ProviderAddresses } from './provider-addresses.js';
import { ProviderForm } from './provider-form.js';
import { useProvider, useRule } from './provider-queries.js';
import { RuleForm } from './rule-form.js';

/** By whom the organisation's staff can sign in. */
export function ProviderPage() {
  const { t } = useTexts();
  const { data, isPending, error, refetch } = useProvider();
  const rule = useRule();
  return (
    <SettingsFrame testId="provider-page">
      <Stack gap="s">
        <PageHeading>{t('providerSettings.heading')}</PageHeading>
        <p>{t('providerSettings.lead')}</p>
      </Stack>
      {isPending && <Loading />}
      {error !== null && data === undefined && (
        <Failure error={error} onRetry={() => void refetch()} />
      )}
      {data !== undefined && (
        <>
          <ProviderAddresses settings={data} />
          <Stack surface="card">
            <ProviderForm settings={data} />
          </Stack>
          {rule.data !== undefined && (
            <Stack surface="card">
              <RuleForm rule={rule.data} />
            </Stack>
          )}
          {rule.error !== null && rule.data === undefined && (
            <Failure error={rule.error} onRetry={() => void rule.refetch()} />
          )}
        </>
      )}
    </SettingsFrame>
  );
}
