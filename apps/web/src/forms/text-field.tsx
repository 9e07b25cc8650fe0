import type { ComponentProps } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { TextInput } from 'suomifi-ui-components';

/** What every field of a form needs to know. */
export interface FieldProps<Values extends FieldValues> {
  control: Control<Values>;
  name: FieldPath<Values>;
  label: string;
  hint?: string;
  /** Sentence of a problem's code. */
  problemText: (code: string | undefined) => string | undefined;
}

type TextFieldProps<Values extends FieldValues> = FieldProps<Values> &
  Pick<ComponentProps<typeof TextInput>, 'type' | 'autoComplete' | 'optionalText' | 'inputMode'>;

/** A text field of a form, with its problem said below it. */
export function TextField<Values extends FieldValues>(props: TextFieldProps<Values>) {
  const { control, name, label, hint, problemText, ...rest } = props;
  const { field, fieldState } = useController({ control, name });
  const problem = problemText(fieldState.error?.type);
  return (
    <TextInput
      {...rest}
      id={`field-${name}`}
      name={name}
      ref={field.ref}
      labelText={label}
      {...(hint === undefined ? {} : { hintText: hint })}
      value={field.value as string}
      onChange={field.onChange}
      onBlur={field.onBlur}
      status={problem === undefined ? 'default' : 'error'}
      statusText={problem ?? ''}
      statusTextAriaLiveMode="off"
      fullWidth
      data-testid={`field-${name}`}
    />
  );
}
