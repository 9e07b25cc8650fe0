import type { ComponentProps } from 'react';
import type { FieldValues } from 'react-hook-form';
import { TextInput } from 'suomifi-ui-components';
import { useField, type FieldProps } from './use-field.js';

type TextFieldProps<Values extends FieldValues> = FieldProps<Values> &
  Pick<ComponentProps<typeof TextInput>, 'type' | 'autoComplete' | 'inputMode' | 'spellCheck'>;

/** A text field of a form, with its problem said below it. */
export function TextField<Values extends FieldValues>(props: TextFieldProps<Values>) {
  const { type = 'text', autoComplete, inputMode, spellCheck } = props;
  const { attach, value, onChange, common } = useField(props);
  return (
    <TextInput
      {...common}
      ref={attach}
      type={type}
      autoComplete={autoComplete}
      inputMode={inputMode}
      spellCheck={spellCheck}
      value={value}
      onChange={onChange}
    />
  );
}
