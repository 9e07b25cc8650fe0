import type { Language } from '@tapaamo/contracts';
import { ChoicesField } from '../../forms/choices-field.js';
import type { FieldProps } from '../../forms/use-field.js';
import { LANGUAGE_NAMES } from '../../i18n/language.js';
import type { OrganisationValues } from './organisation-values.js';

const LANGUAGES = Object.keys(LANGUAGE_NAMES) as Language[];

/** The languages that clients are offered; one at least. */
export function LanguagesField(props: FieldProps<OrganisationValues>) {
  const choices = LANGUAGES.map((language) => ({
    value: language,
    text: LANGUAGE_NAMES[language],
    testId: `offered-${language}`,
  }));
  return <ChoicesField {...props} choices={choices} />;
}
