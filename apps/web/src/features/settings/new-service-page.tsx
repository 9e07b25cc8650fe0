import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { PRESETS, PRESET_VALUES } from './presets.js';
import { useSendService } from './queries.js';
import { ServiceForm } from './service-form.js';
import { EMPTY_SERVICE, serviceRequestOf, type ServiceValues } from './service-values.js';
import { SettingsFrame } from './settings-frame.js';

/** Opens a new service: first what kind it is, then the values to look at and confirm. */
export function NewServicePage() {
  const { t } = useTexts();
  const [first, setFirst] = useState<ServiceValues>();
  return (
    <SettingsFrame testId="new-service-page">
      {first === undefined ? (
        <>
          <PageHeading>{t('settings.newService')}</PageHeading>
          <Stack surface="card">
            <PresetChoice onChoose={setFirst} />
          </Stack>
        </>
      ) : (
        <>
          <PageHeading key="confirm">{t('settings.confirmService')}</PageHeading>
          <Stack surface="card">
            <NewServiceForm first={first} />
          </Stack>
        </>
      )}
    </SettingsFrame>
  );
}

function PresetChoice({ onChoose }: { onChoose: (values: ServiceValues) => void }) {
  const { t } = useTexts();
  return (
    <Stack>
      <p>{t('settings.choosePreset')}</p>
      {PRESETS.map((preset) => (
        <div key={preset}>
          <Button
            variant="secondary"
            onClick={() => onChoose(PRESET_VALUES[preset])}
            data-testid={`preset-${preset}`}
          >
            {t(`settings.preset_${preset}`)}
          </Button>
        </div>
      ))}
      <div>
        <Button
          variant="secondaryNoBorder"
          onClick={() => onChoose(EMPTY_SERVICE)}
          data-testid="preset-none"
        >
          {t('settings.preset_none')}
        </Button>
      </div>
    </Stack>
  );
}

function NewServiceForm({ first }: { first: ServiceValues }) {
  const navigate = useNavigate();
  const send = useSendService();
  return (
    <ServiceForm
      first={first}
      save={(values) => send('', serviceRequestOf(values))}
      onSaved={({ id }) => void navigate(`/settings/services/${id}`, { replace: true })}
    />
  );
}
