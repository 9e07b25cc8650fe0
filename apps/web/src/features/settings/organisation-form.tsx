import type { OrganisationSettings } from '@tapaamo/contracts';
import { useWatch } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { ChoiceField } from '../../forms/choice-field.js';
import { ProblemSummary } from '../../forms/problem-summary.js';
import { TextField } from '../../forms/text-field.js';
import { useTexts } from '../../i18n/index.js';
import { Stack } from '../../ui/stack.js';
import { ClientPreview } from './client-preview.js';
import { ColourField } from './colour-field.js';
import { FieldGroup } from './field-group.js';
import { FormNotices } from './form-notices.js';
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
  const { form, submit, text, theirs, outcome, error } = useSettingsForm<
    OrganisationSettings,
    OrganisationValues
  >({
    saved: settings,
    first: organisationValuesOf(settings),
    valuesOf: organisationValuesOf,
    check: organisationProblems,
    save: (values, base) => save(organisationRequestOf(values, base?.version ?? 1)),
    reload: readOrganisation,
  });
  const values = useWatch({ control: form.control }) as OrganisationValues;
  const { errors, submitCount, isSubmitting } = form.formState;
  const labelOf = (name: keyof OrganisationValues) => t(`settings.${name}`);
  const field = (name: keyof OrganisationValues) => ({
    control: form.control,
    problemText: text,
    name,
    label: labelOf(name),
  });
  const lines = (names: readonly (keyof OrganisationValues)[]) =>
    names.map((name) => <TextField key={name} {...field(name)} autoComplete="off" />);
  return (
    <form noValidate onSubmit={(event) => void submit(event)} data-testid="organisation-form">
      <Stack gap="l">
        <ProblemSummary
          key={isSubmitting ? 'submitting' : submitCount}
          fields={ORGANISATION_FIELDS}
          problemOf={(name) => text(errors[name]?.type)}
          labelOf={labelOf}
        />
        <FieldGroup legend={t('settings.names')}>
          {lines(['nameFi', 'nameSv', 'nameEn'])}
        </FieldGroup>
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
        <FormNotices
          outcome={outcome}
          error={error}
          theirs={theirs.map((name) => labelOf(name as keyof OrganisationValues))}
          isPlaced={Object.keys(errors).length > 0}
        />
        <div>
          <Button type="submit" aria-disabled={isSubmitting} data-testid="save-organisation">
            {isSubmitting ? t('settings.saving') : t('settings.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
