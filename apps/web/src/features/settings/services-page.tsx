import type { ServiceSettings } from '@tapaamo/contracts';
import { Link, useNavigate } from 'react-router';
import { Button, IconPlus } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { useServiceSettings } from './queries.js';
import { SettingsFrame } from './settings-frame.js';
import styles from './settings.module.css';

/** The services of the organisation: which can be booked, and what is still missing. */
export function ServicesPage() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { data, isPending, error, refetch } = useServiceSettings();
  return (
    <SettingsFrame testId="services-page">
      <Stack gap="s">
        <PageHeading>{t('settings.servicesHeading')}</PageHeading>
        <p>{t('settings.servicesLead')}</p>
      </Stack>
      <div>
        <Button
          icon={<IconPlus />}
          onClick={() => void navigate('/settings/services/new')}
          data-testid="new-service"
        >
          {t('settings.newService')}
        </Button>
      </div>
      {isPending && <Loading />}
      {error !== null && data === undefined && (
        <Failure error={error} onRetry={() => void refetch()} />
      )}
      {data?.length === 0 && <p>{t('settings.noServices')}</p>}
      {data !== undefined && data.length > 0 && (
        <ul className={styles.services}>
          {data.map((service) => (
            <ServiceRow key={service.id} service={service} />
          ))}
        </ul>
      )}
    </SettingsFrame>
  );
}

function ServiceRow({ service }: { service: ServiceSettings }) {
  const { t, language } = useTexts();
  const name = { fi: service.nameFi, sv: service.nameSv, en: service.nameEn }[language];
  return (
    <li className={styles.service} data-testid={`service-${service.id}`}>
      <Link to={`/settings/services/${service.id}`}>{name}</Link>
      {!service.active ? (
        <Badge mood="quiet">{t('settings.closed')}</Badge>
      ) : service.statement === null ? (
        <Badge mood="doubtful">{t('settings.unsigned')}</Badge>
      ) : (
        <Badge mood="good">{t('settings.open')}</Badge>
      )}
      {service.discreet && <Badge mood="quiet">{t('settings.isDiscreet')}</Badge>}
    </li>
  );
}
