import type { ServiceRetention } from '@tapaamo/contracts';
import { useTexts } from '../../../i18n/index.js';
import { formatDate } from '../../../time/format.js';
import { Failure } from '../../../ui/failure.js';
import { KeepFocus } from '../../../ui/keep-focus.js';
import { Loading } from '../../../ui/loading.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { Stack } from '../../../ui/stack.js';
import { useRuleText } from '../../retention/index.js';
import { SettingsFrame } from '../settings-frame.js';
import { ChooseRule } from './choose-rule.js';
import { OtherPolicies } from './other-policies.js';
import { useRetention } from './retention-queries.js';
import { WaitingChange } from './waiting-change.js';

/** How long clients of each service are known: a shorter time takes two admins, a longer one never reaches back. */
export function RetentionPage() {
  const { t } = useTexts();
  const { data, isPending, error, refetch } = useRetention();
  return (
    <SettingsFrame testId="retention-page">
      <Stack gap="s">
        <PageHeading>{t('retention.heading')}</PageHeading>
        <p>{t('retention.lead')}</p>
      </Stack>
      {isPending && <Loading />}
      {error !== null && data === undefined && (
        <Failure error={error} onRetry={() => void refetch()} />
      )}
      {data?.services.length === 0 && <p>{t('settings.noServices')}</p>}
      {data?.services.map((service) => (
        <ServiceCard key={service.serviceId} service={service} />
      ))}
      {data !== undefined && <OtherPolicies retention={data} />}
    </SettingsFrame>
  );
}

function ServiceCard({ service }: { service: ServiceRetention }) {
  const { t, language } = useTexts();
  const ruleText = useRuleText();
  const { serviceId, anchor, period, waiting, history } = service;
  const rule = `${anchor}/${period}`;
  const name = { fi: service.nameFi, sv: service.nameSv, en: service.nameEn }[language];
  return (
    <Stack surface="card" testId={`retention-${serviceId}`}>
      <h2>{name}</h2>
      <p data-testid="retention-now">{t('retention.now', { rule: ruleText(service) })}</p>
      {/* Its own, so that the focus stays with the service that was decided about. */}
      <KeepFocus shown={`${rule} ${waiting?.changeId ?? ''}`}>
        {waiting === null ? (
          <ChooseRule key={rule} service={service} />
        ) : (
          <WaitingChange serviceId={serviceId} waiting={waiting} />
        )}
      </KeepFocus>
      <details>
        <summary>{t('retention.history')}</summary>
        <ul>
          {history.map((policy) => (
            <li key={policy.version}>
              {t('retention.since', {
                date: formatDate(policy.since, language),
                rule: ruleText(policy),
              })}
            </li>
          ))}
        </ul>
      </details>
    </Stack>
  );
}
