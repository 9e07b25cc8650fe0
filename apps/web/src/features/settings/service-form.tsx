import type { ServiceSettings } from '@tapaamo/contracts';
import { useWatch } from 'react-hook-form';
import { useTexts } from '../../i18n/index.js';
import { ClientPreview } from './client-preview.js';
import { SettingsForm, fieldsOf } from './settings-form.js';
import { inviterOf } from './inviter-of.js';
import { organisationValuesOf } from './organisation-values.js';
import { useOrganisation } from './queries.js';
import { useRuleText } from '../retention/index.js';
import { ServiceFields } from './service-fields.js';
import {
  EMPTY_SERVICE,
  SERVICE_FIELDS,
  serviceProblems,
  serviceValuesOf,
  type ServiceValues,
} from './service-values.js';
import { useSettingsForm } from '../../forms/use-settings-form.js';

interface ServiceFormProps {
  /** The service as it is; a new one has none. */
  service?: ServiceSettings;
  /** Values that a new service begins with. */
  first?: ServiceValues;
  save: (values: ServiceValues, version: number) => Promise<ServiceSettings>;
  reload?: () => Promise<ServiceSettings>;
  onSaved?: (saved: ServiceSettings) => void;
}

const nothingToReload = () => Promise.reject(new Error('A new service has no other version.'));

/** The settings of a service. Nothing written is lost when something is refused. */
export function ServiceForm(props: ServiceFormProps) {
  const { t } = useTexts();
  const ruleText = useRuleText();
  const { service, first = EMPTY_SERVICE, save, reload = nothingToReload, onSaved } = props;
  const organisation = useOrganisation().data;
  const state = useSettingsForm<ServiceSettings, ServiceValues>({
    saved: service,
    first: service === undefined ? first : serviceValuesOf(service),
    valuesOf: serviceValuesOf,
    check: serviceProblems,
    save: (values, base) => save(values, base?.version ?? 1),
    reload,
    ...(onSaved === undefined ? {} : { onSaved }),
  });
  const values = useWatch({ control: state.form.control }) as ServiceValues;
  const labelOf = (name: keyof ServiceValues) => t(`settings.${name}`);
  const field = fieldsOf(state, labelOf);
  return (
    <SettingsForm state={state} name="service" fields={SERVICE_FIELDS} labelOf={labelOf}>
      <ServiceFields field={field} exists={service !== undefined} />
      {service !== undefined && (
        <p data-testid="retention">
          {t('retention.now', {
            rule: ruleText({ anchor: service.retentionAnchor, period: service.retentionPeriod }),
          })}
        </p>
      )}
      {organisation !== undefined && (
        <ClientPreview
          inviter={values.discreet ? null : inviterOf(organisationValuesOf(organisation), values)}
          identificationLevel={values.identificationLevel}
        />
      )}
    </SettingsForm>
  );
}
