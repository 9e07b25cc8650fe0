import { useParams } from 'react-router';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { readService, useSendService, useService } from './queries.js';
import { ServiceForm } from './service-form.js';
import { serviceRequestOf } from './service-values.js';
import { SettingsFrame } from './settings-frame.js';
import { StatementForm } from './statement-form.js';

/** One service: its statement, its settings, and how a client sees it. */
export function ServicePage() {
  const { t, language } = useTexts();
  const { serviceId = '' } = useParams();
  const { data, isPending, error, refetch } = useService(serviceId);
  const send = useSendService();
  if (data === undefined) {
    return (
      <SettingsFrame testId="service-page">
        <PageHeading>{t('settings.service')}</PageHeading>
        {isPending ? <Loading /> : <Failure error={error} onRetry={() => void refetch()} />}
      </SettingsFrame>
    );
  }
  const name = { fi: data.nameFi, sv: data.nameSv, en: data.nameEn }[language];
  return (
    <SettingsFrame testId="service-page">
      <PageHeading>{name}</PageHeading>
      <Stack surface="card">
        <StatementForm service={data} />
      </Stack>
      <Stack surface="card">
        <ServiceForm
          service={data}
          reload={() => readService(serviceId)}
          save={(values, version) =>
            send(`/${serviceId}`, { ...serviceRequestOf(values), active: values.active, version })
          }
        />
      </Stack>
    </SettingsFrame>
  );
}
