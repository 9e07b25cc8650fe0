import type { ComponentProps } from 'react';
import type { FieldValues } from 'react-hook-form';
import { TextInput } from 'suomifi-ui-components';
import { useField, type FieldProps } from './use-field.js';

type TextFieldProps<Values extends FieldValues> = FieldProps<Values> &
  Pick<
    ComponentProps<typeof TextInput>,
    'type' | 'autoComplete' | 'inputMode' | 'spellCheck' | 'autoCapitalize'
  >;

/**
 * Of what says who somebody is: the browser neither keeps it nor checks how it is spelled, since it may send away what it
 * checks; and what is written stays as it is written.
 */
export const AS_WRITTEN = {
  autoComplete: 'off',
  spellCheck: false,
  autoCapitalize: 'off',
} as const;

/** A text field of a form, with its problem said below it. */
export function TextField<Values extends FieldValues>(props: TextFieldProps<Values>) {
  const { type = 'text', autoComplete, inputMode, spellCheck, autoCapitalize } = props;
  const { attach, value, onChange, common } = useField(props);
  return (
    <TextInput
      {...common}
      ref={attach}
      type={type}
      autoComplete={autoComplete}
      inputMode={inputMode}
      spellCheck={spellCheck}
      autoCapitalize={autoCapitalize}
      value={value}
      onChange={onChange}
    />
  );
}
