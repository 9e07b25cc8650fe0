import type { Language } from '@tapaamo/contracts';
import { Checkbox, CheckboxGroup } from 'suomifi-ui-components';
import { useField, type FieldProps } from '../../forms/use-field.js';
import { LANGUAGE_NAMES } from '../../i18n/language.js';
import type { OrganisationValues } from './organisation-values.js';

const LANGUAGES = Object.keys(LANGUAGE_NAMES) as Language[];

/** The languages that clients are offered; one at least. */
export function LanguagesField(props: FieldProps<OrganisationValues>) {
  const { value, onChange, common } = useField(props);
  const chosen = value as readonly Language[];
  return (
    <CheckboxGroup
      id={common.id}
      labelText={common.labelText}
      groupHintText={props.hint ?? ''}
      groupStatus={common.status}
      groupStatusText={common.statusText}
    >
      {LANGUAGES.map((language) => (
        <Checkbox
          key={language}
          checked={chosen.includes(language)}
          onClick={({ checkboxState }) =>
            onChange(
              LANGUAGES.filter((each) =>
                each === language ? checkboxState : chosen.includes(each),
              ),
            )
          }
          data-testid={`offered-${language}`}
        >
          {LANGUAGE_NAMES[language]}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
