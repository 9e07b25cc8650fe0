import type { OrganisationSettings } from '@tapaamo/contracts';
import { useWatch } from 'react-hook-form';
import { ChoiceField } from '../../forms/choice-field.js';
import { TextField } from '../../forms/text-field.js';
import { useTexts } from '../../i18n/index.js';
import { ClientPreview } from './client-preview.js';
import { ColourField } from './colour-field.js';
import { FieldGroup } from './field-group.js';
import { SettingsForm, fieldsOf } from './settings-form.js';
import { inviterOf } from './inviter-of.js';
import { LanguagesField } from './languages-field.js';
import {
  ORGANISATION_FIELDS,
  organisationProblems,
  organisationRequestOf,
  organisationValuesOf,
  type OrganisationValues,
} from './organisation-values.js';
import { readOrganisation, useSaveOrganisation } from './queries.js';
import { useSettingsForm } from '../../forms/use-settings-form.js';

const CONTACT = ['contactName', 'contactPhone', 'contactEmail'] as const;
const OFFICER = ['officerName', 'officerPhone', 'officerEmail'] as const;
const RIGHTS = ['rightsName', 'rightsPhone', 'rightsEmail'] as const;

/** The settings of the organisation. Nothing written is lost when something is refused. */
export function OrganisationForm({ settings }: { settings: OrganisationSettings }) {
  const { t } = useTexts();
  const save = useSaveOrganisation();
  const state = useSettingsForm<OrganisationSettings, OrganisationValues>({
    saved: settings,
    first: organisationValuesOf(settings),
    valuesOf: organisationValuesOf,
    check: organisationProblems,
    save: (values, base) => save(organisationRequestOf(values, base?.version ?? 1)),
    reload: readOrganisation,
  });
  const values = useWatch({ control: state.form.control }) as OrganisationValues;
  const labelOf = (name: keyof OrganisationValues) => t(`settings.${name}`);
  const field = fieldsOf(state, labelOf);
  const lines = (names: readonly (keyof OrganisationValues)[]) =>
    names.map((name) => <TextField key={name} {...field(name)} autoComplete="off" />);
  return (
    <SettingsForm state={state} name="organisation" fields={ORGANISATION_FIELDS} labelOf={labelOf}>
      <FieldGroup legend={t('settings.names')}>{lines(['nameFi', 'nameSv', 'nameEn'])}</FieldGroup>
      <FieldGroup legend={t('settings.contact')} hint={t('settings.contactHint')}>
        {lines(CONTACT)}
      </FieldGroup>
      <FieldGroup legend={t('settings.officer')}>{lines(OFFICER)}</FieldGroup>
      <ChoiceField
        {...field('rightsAnsweredBy')}
        choices={[
          { value: 'organisation', text: t('settings.answers_organisation') },
          { value: 'other-controller', text: t('settings.answers_other-controller') },
        ]}
      />
      {values.rightsAnsweredBy === 'other-controller' && (
        <FieldGroup legend={t('settings.rights')}>{lines(RIGHTS)}</FieldGroup>
      )}
      <FieldGroup legend={t('settings.messages')}>
        <TextField {...field('smsSender')} hint={t('settings.smsSenderHint')} />
        <TextField {...field('mailSender')} hint={t('settings.mailSenderHint')} />
      </FieldGroup>
      <LanguagesField {...field('languages')} hint={t('settings.languagesHint')} />
      <ColourField {...field('accentColour')} hint={t('settings.accentColourHint')} />
      <ClientPreview inviter={inviterOf(values)} identificationLevel="offered" />
    </SettingsForm>
  );
}
