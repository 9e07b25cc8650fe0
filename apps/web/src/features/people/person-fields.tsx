import { companionRoleSchema, type Language } from '@tapaamo/contracts';
import { useWatch, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { Dropdown, DropdownItem } from 'suomifi-ui-components';
import { HetuField } from '../../forms/hetu-field.js';
import { AS_WRITTEN, TextField } from '../../forms/text-field.js';
import { useField, type FieldProps } from '../../forms/use-field.js';
import { useTexts } from '../../i18n/index.js';
import { Stack } from '../../ui/stack.js';
import type { PersonValues } from '../../forms/person-values.js';
import { useInterpretedLanguages } from './use-interpreted-language.js';

interface PersonFieldsProps<Values extends FieldValues> {
  control: Control<Values>;
  problemText: FieldProps<Values>['problemText'];
  /** Where the person stands in the form, e.g. `participants.0.`; empty for a form of one. */
  before: string;
  /** Languages that messages can be in. */
  languages: readonly Language[];
}

/** Everything about a person besides the client: their part, their name, and how they can be reached. */
export function PersonFields<Values extends FieldValues>(props: PersonFieldsProps<Values>) {
  const { t } = useTexts();
  const { control, problemText, before, languages } = props;
  const nameOf = (field: keyof PersonValues) => `${before}${field}` as FieldPath<Values>;
  const field = (name: keyof PersonValues) => ({
    control,
    problemText,
    name: nameOf(name),
    label: t(`people.${name}`),
  });
  const role = useWatch({ control, name: nameOf('role') }) as PersonValues['role'];
  const roles = companionRoleSchema.options.map((value) => ({ value, text: t(`roles.${value}`) }));
  return (
    <Stack>
      <ChoiceOfOne {...field('role')} hint={t(`people.about_${role}`)} choices={roles} />
      {role === 'interpreter' && <InterpretedLanguage {...field('interpreterLanguage')} />}
      <TextField {...field('name')} {...AS_WRITTEN} />
      <TextField {...field('phone')} type="tel" autoComplete="off" />
      <TextField
        {...field('email')}
        type="email"
        hint={t('people.contactHint')}
        autoComplete="off"
      />
      {role === 'guardian' && (
        <HetuField control={control} problemText={problemText} name={nameOf('hetu')} />
      )}
      {languages.length > 1 && (
        <ChoiceOfOne
          {...field('language')}
          choices={(['', ...languages] as const).map((value) => ({
            value,
            text: t(`bookings.language_${value === '' ? 'all' : value}`),
          }))}
        />
      )}
    </Stack>
  );
}

interface ChoiceOfOneProps<Values extends FieldValues> extends FieldProps<Values> {
  choices: readonly { value: string; text: string }[];
  placeholder?: string;
}

function ChoiceOfOne<Values extends FieldValues>(props: ChoiceOfOneProps<Values>) {
  const { choices, placeholder, ...rest } = props;
  const { language } = useTexts();
  const { attach, text, onChange, common } = useField(rest);
  return (
    <Dropdown
      // The list keeps the text that was chosen: it is made anew in another language.
      key={language}
      {...common}
      {...(placeholder === undefined ? {} : { visualPlaceholder: placeholder })}
      ref={attach}
      // In a modal dialog a list outside of it would lie behind it.
      portal={false}
      value={text}
      onChange={onChange}
    >
      {choices.map((choice) => (
        <DropdownItem key={choice.value} value={choice.value}>
          {choice.text}
        </DropdownItem>
      ))}
    </Dropdown>
  );
}

function InterpretedLanguage<Values extends FieldValues>(props: FieldProps<Values>) {
  const { t } = useTexts();
  const choices = useInterpretedLanguages().map(({ code, name }) => ({ value: code, text: name }));
  return <ChoiceOfOne {...props} placeholder={t('people.chooseLanguage')} choices={choices} />;
}
