import { legalBasisSchema } from '@tapaamo/contracts';
import type { FieldProps } from '../../forms/use-field.js';
import { CheckField } from '../../forms/check-field.js';
import { ChoiceField } from '../../forms/choice-field.js';
import { TextField } from '../../forms/text-field.js';
import { TextareaField } from '../../forms/textarea-field.js';
import { useTexts } from '../../i18n/index.js';
import { FieldGroup } from './field-group.js';
import { RemindersField } from './reminders-field.js';
import type { ServiceValues } from './service-values.js';

interface ServiceFieldsProps {
  field: (name: keyof ServiceValues) => FieldProps<ServiceValues>;
  /** Whether the service is there already: then it can be closed, and changes act for new bookings only. */
  exists: boolean;
}

/** The fields of a service. */
export function ServiceFields({ field, exists }: ServiceFieldsProps) {
  const { t } = useTexts();
  const newOnly = exists ? t('settings.newBookingsOnly') : '';
  return (
    <>
      <FieldGroup legend={t('settings.names')} hint={t('settings.serviceNamesHint')}>
        {(['nameFi', 'nameSv', 'nameEn'] as const).map((name) => (
          <TextField key={name} {...field(name)} autoComplete="off" />
        ))}
      </FieldGroup>
      <FieldGroup legend={t('settings.purpose')} hint={t('settings.purposeHint')}>
        {(['purposeFi', 'purposeSv', 'purposeEn'] as const).map((name) => (
          <TextareaField key={name} {...field(name)} />
        ))}
      </FieldGroup>
      <ChoiceField
        {...field('legalBasis')}
        choices={legalBasisSchema.options.map((value) => ({
          value,
          text: t(`settings.basis_${value}`),
        }))}
      />
      <ChoiceField
        {...field('identificationLevel')}
        {...(exists ? { hint: newOnly } : {})}
        choices={(['required', 'offered', 'off'] as const).map((value) => ({
          value,
          text: t(`settings.level_${value}`),
        }))}
      />
      <CheckField {...field('discreet')} hint={`${t('settings.discreetHint')} ${newOnly}`.trim()} />
      <CheckField {...field('minorsAllowed')} />
      <TextField
        {...field('durationMinutes')}
        hint={t('settings.durationHint')}
        inputMode="numeric"
        autoComplete="off"
      />
      <RemindersField {...field('reminderMinutes')} hint={t('settings.remindersHint')} />
      {exists && <CheckField {...field('active')} hint={t('settings.activeHint')} />}
    </>
  );
}
