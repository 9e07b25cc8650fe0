import { addressClaimSchema, unknownPeopleSchema } from '@tapaamo/contracts';
import { CheckField } from '../../../forms/check-field.js';
import { ChoiceField } from '../../../forms/choice-field.js';
import { TextField } from '../../../forms/text-field.js';
import type { FieldProps } from '../../../forms/use-field.js';
import { useTexts } from '../../../i18n/index.js';
import { FieldGroup } from '../field-group.js';
import type { ProviderValues } from './provider-values.js';

type FieldOf = (name: keyof ProviderValues) => FieldProps<ProviderValues>;

const OTHER_GROUPS = ['teamLeadGroup', 'adminGroup', 'officerGroup'] as const;

/** Whom of those that the provider vouches for the organisation lets in, and as what. */
export function WhoGetsIn({ field, values }: { field: FieldOf; values: ProviderValues }) {
  const { t } = useTexts();
  return (
    <>
      <ChoiceField
        {...field('addressClaim')}
        choices={addressClaimSchema.options.map((value) => ({
          value,
          text: t(`providerSettings.claim_${value}`),
        }))}
      />
      <CheckField
        {...field('addressesVerified')}
        hint={t('providerSettings.addressesVerifiedHint')}
      />
      <ChoiceField
        {...field('unknownPeople')}
        choices={unknownPeopleSchema.options.map((value) => ({
          value,
          text: t(`providerSettings.unknown_${value}`),
        }))}
      />
      {values.unknownPeople === 'created' && (
        <FieldGroup legend={t('providerSettings.groups')} hint={t('providerSettings.groupsHint')}>
          <TextField
            {...field('groupClaim')}
            hint={t('providerSettings.groupClaimHint')}
            autoComplete="off"
          />
          <TextField
            {...field('professionalGroup')}
            hint={t('providerSettings.professionalGroupHint')}
            autoComplete="off"
          />
          {OTHER_GROUPS.map((name) => (
            <TextField key={name} {...field(name)} autoComplete="off" />
          ))}
        </FieldGroup>
      )}
      <TextField
        {...field('secondFactorValue')}
        hint={t('providerSettings.secondFactorValueHint')}
        autoComplete="off"
      />
    </>
  );
}
