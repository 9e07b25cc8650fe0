import type { SignInProviderSettings } from '@tapaamo/contracts';
import { useEffect } from 'react';
import { useWatch } from 'react-hook-form';
import { CheckField } from '../../../forms/check-field.js';
import { TextField } from '../../../forms/text-field.js';
import { useTexts } from '../../../i18n/index.js';
import { SettingsForm, fieldsOf } from '../settings-form.js';
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
  const state = useSettingsForm<SignInProviderSettings, ProviderValues>({
    saved: settings,
    first: providerValuesOf(settings),
    valuesOf: providerValuesOf,
    check: providerProblems,
    save: (values, base) => save(providerRequestOf(values, base?.version ?? 0)),
    reload: readProvider,
  });
  const { form, outcome } = state;
  // A secret that was taken does not stay on the screen.
  useEffect(() => {
    if (outcome === 'saved') {
      form.setValue('secret', '');
    }
  }, [outcome, form]);
  const values = useWatch({ control: form.control }) as ProviderValues;
  const labelOf = (name: keyof ProviderValues) => t(`providerSettings.${name}`);
  const field = fieldsOf(state, labelOf);
  const secretHint = settings.hasSecret ? 'secretKept' : 'secretNew';
  return (
    <SettingsForm state={state} name="provider" fields={PROVIDER_FIELDS} labelOf={labelOf}>
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
    </SettingsForm>
  );
}
