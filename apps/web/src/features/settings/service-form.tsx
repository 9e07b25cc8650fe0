import type { ServiceSettings } from '@tapaamo/contracts';
import { useWatch } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { ProblemSummary } from '../../forms/problem-summary.js';
import { useTexts } from '../../i18n/index.js';
import { Stack } from '../../ui/stack.js';
import { ClientPreview } from './client-preview.js';
import { FormNotices } from './form-notices.js';
import { inviterOf } from './inviter-of.js';
import { organisationValuesOf } from './organisation-values.js';
import { useOrganisation } from './queries.js';
import { partsOfPeriod } from './retention-text.js';
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
  const { service, first = EMPTY_SERVICE, save, reload = nothingToReload, onSaved } = props;
  const organisation = useOrganisation().data;
  const { form, submit, text, theirs, outcome, error } = useSettingsForm<
    ServiceSettings,
    ServiceValues
  >({
    saved: service,
    first: service === undefined ? first : serviceValuesOf(service),
    valuesOf: serviceValuesOf,
    check: serviceProblems,
    save: (values, base) => save(values, base?.version ?? 1),
    reload,
    ...(onSaved === undefined ? {} : { onSaved }),
  });
  const values = useWatch({ control: form.control }) as ServiceValues;
  const { errors, submitCount, isSubmitting } = form.formState;
  const labelOf = (name: keyof ServiceValues) => t(`settings.${name}`);
  const field = (name: keyof ServiceValues) => ({
    control: form.control,
    problemText: text,
    name,
    label: labelOf(name),
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)} data-testid="service-form">
      <Stack gap="l">
        <ProblemSummary
          key={isSubmitting ? 'submitting' : submitCount}
          fields={SERVICE_FIELDS}
          problemOf={(name) => text(errors[name]?.type)}
          labelOf={labelOf}
        />
        <ServiceFields field={field} exists={service !== undefined} />
        {service !== undefined && (
          <p data-testid="retention">
            {t('settings.retention', {
              period: partsOfPeriod(service.retentionPeriod)
                .map(({ unit, count }) => t(`settings.${unit}`, { count }))
                .join(' '),
            })}
          </p>
        )}
        {organisation !== undefined && (
          <ClientPreview
            inviter={values.discreet ? null : inviterOf(organisationValuesOf(organisation), values)}
            identificationLevel={values.identificationLevel}
          />
        )}
        <FormNotices
          outcome={outcome}
          error={error}
          theirs={theirs.map((name) => labelOf(name as keyof ServiceValues))}
          isPlaced={Object.keys(errors).length > 0}
        />
        <div>
          <Button type="submit" aria-disabled={isSubmitting} data-testid="save-service">
            {isSubmitting ? t('settings.saving') : t('settings.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
