import type { SignInProviderSettings } from '@tapaamo/contracts';
import { useEffect } from 'react';
import { useWatch } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { CheckField } from '../../../forms/check-field.js';
import { ProblemSummary } from '../../../forms/problem-summary.js';
import { TextField } from '../../../forms/text-field.js';
import { useTexts } from '../../../i18n/index.js';
import { Stack } from '../../../ui/stack.js';
import { FormNotices } from '../form-notices.js';
import { useSettingsForm } from '../../../forms/use-settings-form.js';
import { WhoGetsIn } from './provider-fields.js';
import { readProvider, useSaveProvider } from './provider-queries.js';
import {
  PROVIDER_FIELDS,
  providerProblems,
  providerRequestOf,
  providerValuesOf,
  type ProviderValues,
} from './provider-values.js';
import { TestConnection } from './test-connection.js';

/** The settings of the organisation's provider. Nothing written is lost when something is refused. */
export function ProviderForm({ settings }: { settings: SignInProviderSettings }) {
  const { t } = useTexts();
  const save = useSaveProvider();
  const { form, submit, text, theirs, outcome, error } = useSettingsForm<
    SignInProviderSettings,
    ProviderValues
  >({
    saved: settings,
    first: providerValuesOf(settings),
    valuesOf: providerValuesOf,
    check: providerProblems,
    save: (values, base) => save(providerRequestOf(values, base?.version ?? 0)),
    reload: readProvider,
  });
  // A secret that was taken does not stay on the screen.
  useEffect(() => {
    if (outcome === 'saved') {
      form.setValue('secret', '');
    }
  }, [outcome, form]);
  const values = useWatch({ control: form.control }) as ProviderValues;
  const { errors, submitCount, isSubmitting } = form.formState;
  const labelOf = (name: keyof ProviderValues) => t(`providerSettings.${name}`);
  const field = (name: keyof ProviderValues) => ({
    control: form.control,
    problemText: text,
    name,
    label: labelOf(name),
  });
  const secretHint = settings.hasSecret ? 'secretKept' : 'secretNew';
  return (
    <form noValidate onSubmit={(event) => void submit(event)} data-testid="provider-form">
      <Stack gap="l">
        <ProblemSummary
          key={isSubmitting ? 'submitting' : submitCount}
          fields={PROVIDER_FIELDS}
          problemOf={(name) => text(errors[name]?.type)}
          labelOf={labelOf}
        />
        <h2>{t('providerSettings.service')}</h2>
        <TextField {...field('displayName')} hint={t('providerSettings.displayNameHint')} />
        <TextField
          {...field('issuer')}
          hint={t('providerSettings.issuerHint')}
          autoComplete="off"
          inputMode="url"
        />
        <TestConnection issuer={values.issuer} />
        <TextField {...field('relyingPartyId')} autoComplete="off" />
        <TextField
          {...field('secret')}
          type="password"
          hint={t(`providerSettings.${secretHint}`)}
          autoComplete="new-password"
        />
        <h2>{t('providerSettings.people')}</h2>
        <WhoGetsIn field={field} values={values} />
        <CheckField {...field('active')} hint={t('providerSettings.activeHint')} />
        <FormNotices
          outcome={outcome}
          error={error}
          theirs={theirs.map((name) => labelOf(name as keyof ProviderValues))}
          isPlaced={Object.keys(errors).length > 0}
        />
        <div>
          <Button type="submit" aria-disabled={isSubmitting} data-testid="save-provider">
            {isSubmitting ? t('settings.saving') : t('settings.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
