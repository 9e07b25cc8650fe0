import type { ServiceRetention } from '@tapaamo/contracts';
import { useTexts } from '../../../i18n/index.js';
import { formatDate } from '../../../time/format.js';
import { Failure } from '../../../ui/failure.js';
import { KeepFocus } from '../../../ui/keep-focus.js';
import { Loading } from '../../../ui/loading.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { Stack } from '../../../ui/stack.js';
import { SettingsFrame } from '../settings-frame.js';
import { ChoosePeriod } from './choose-period.js';
import { usePeriodText } from './period-text.js';
import { useRetention } from './retention-queries.js';
import { WaitingChange } from './waiting-change.js';

/** How long clients of each service are known: a shorter time takes two admins, a longer one never reaches back. */
export function RetentionPage() {
  const { t } = useTexts();
  const { data, isPending, error, refetch } = useRetention();
  const shown = (data ?? []).map(({ period, waiting }) => period + String(waiting?.changeId));
  return (
    <SettingsFrame testId="retention-page">
      <KeepFocus shown={shown.join()}>
        <Stack gap="s">
          <PageHeading>{t('retention.heading')}</PageHeading>
          <p>{t('retention.lead')}</p>
        </Stack>
        {isPending && <Loading />}
        {error !== null && data === undefined && (
          <Failure error={error} onRetry={() => void refetch()} />
        )}
        {data?.length === 0 && <p>{t('settings.noServices')}</p>}
        {data?.map((service) => (
          <ServiceCard key={service.serviceId} service={service} />
        ))}
      </KeepFocus>
    </SettingsFrame>
  );
}

function ServiceCard({ service }: { service: ServiceRetention }) {
  const { t, language } = useTexts();
  const periodText = usePeriodText();
  const { serviceId, period, waiting, history } = service;
  const name = { fi: service.nameFi, sv: service.nameSv, en: service.nameEn }[language];
  return (
    <Stack surface="card" testId={`retention-${serviceId}`}>
      <h2>{name}</h2>
      <p data-testid="retention-now">{t('settings.retention', { period: periodText(period) })}</p>
      {waiting === null ? (
        <ChoosePeriod key={period} service={service} />
      ) : (
        <WaitingChange serviceId={serviceId} waiting={waiting} />
      )}
      <details>
        <summary>{t('retention.history')}</summary>
        <ul>
          {history.map(({ version, period: kept, since }) => (
            <li key={version}>
              {t('retention.since', {
                date: formatDate(since, language),
                period: periodText(kept),
              })}
            </li>
          ))}
        </ul>
      </details>
    </Stack>
  );
}
