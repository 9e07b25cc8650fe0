import {
  changeRecordSystemRequestSchema,
  type ChangeRecordSystemRequest,
  type RecordSystemSettings,
} from '@tapaamo/contracts';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { CheckField } from '../../../forms/check-field.js';
import { issuesOf } from '../../../forms/issues.js';
import { TextField } from '../../../forms/text-field.js';
import { useSettingsForm } from '../../../forms/use-settings-form.js';
import { useTexts } from '../../../i18n/index.js';
import { SettingsForm, fieldsOf } from '../settings-form.js';
import { readRecordSystem, useSaveRecordSystem } from './record-system-queries.js';

interface Values {
  webhookAddress: string;
  webhookActive: boolean;
  webhookCalendar: boolean;
  fhirAddress: string;
  /** Empty keeps the one there is. */
  fhirToken: string;
  fhirActive: boolean;
}

const FIELDS = [
  'webhookAddress',
  'webhookActive',
  'webhookCalendar',
  'fhirAddress',
  'fhirToken',
  'fhirActive',
] as const;

/** Where notifications and receipts go. */
export function RecordSystemForm({ settings }: { settings: RecordSystemSettings }) {
  const { t } = useTexts();
  const save = useSaveRecordSystem();
  const state = useSettingsForm<RecordSystemSettings, Values>({
    saved: settings,
    first: valuesOf(settings),
    valuesOf,
    check: (values) => issuesOf(changeRecordSystemRequestSchema, requestOf(values, 1)),
    save: (values, base) => save(requestOf(values, base?.version ?? 0)),
    reload: readRecordSystem,
  });
  const { form, outcome } = state;
  // A token that was taken does not stay on the screen.
  useEffect(() => {
    if (outcome === 'saved') {
      form.setValue('fhirToken', '');
    }
  }, [outcome, form]);
  const labelOf = (name: keyof Values) => t(`recordSystem.${name}`);
  const field = fieldsOf(state, labelOf);
  return (
    <SettingsForm
      state={state}
      name="record-system"
      fields={FIELDS}
      labelOf={labelOf}
      footer={
        <p>
          <Link to="/guide/admin">{t('recordSystem.guide')}</Link>
        </p>
      }
    >
      <h2>{t('recordSystem.webhook')}</h2>
      <TextField
        {...field('webhookAddress')}
        hint={t('recordSystem.webhookAddressHint')}
        autoComplete="off"
        inputMode="url"
      />
      <CheckField {...field('webhookActive')} hint={t('recordSystem.webhookActiveHint')} />
      <CheckField {...field('webhookCalendar')} hint={t('recordSystem.webhookCalendarHint')} />
      <h2>{t('recordSystem.fhir')}</h2>
      <TextField
        {...field('fhirAddress')}
        hint={t('recordSystem.fhirAddressHint')}
        autoComplete="off"
        inputMode="url"
      />
      <TextField
        {...field('fhirToken')}
        type="password"
        hint={t(settings.hasFhirToken ? 'recordSystem.tokenKept' : 'recordSystem.tokenNew')}
        autoComplete="new-password"
      />
      <CheckField {...field('fhirActive')} hint={t('recordSystem.fhirActiveHint')} />
    </SettingsForm>
  );
}

function valuesOf(settings: RecordSystemSettings): Values {
  const { webhookAddress, webhookActive, webhookCalendar, fhirAddress, fhirActive } = settings;
  return {
    webhookAddress: webhookAddress ?? '',
    webhookActive,
    webhookCalendar,
    fhirAddress: fhirAddress ?? '',
    fhirToken: '',
    fhirActive,
  };
}

function requestOf(values: Values, version: number): ChangeRecordSystemRequest {
  return {
    ...values,
    webhookAddress: values.webhookAddress.trim() || null,
    fhirAddress: values.fhirAddress.trim() || null,
    fhirToken: values.fhirToken.trim() || null,
    version,
  };
}
