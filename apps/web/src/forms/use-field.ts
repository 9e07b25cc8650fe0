import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';

/** What every field of a form needs to know. */
export interface FieldProps<Values extends FieldValues> {
  control: Control<Values>;
  name: FieldPath<Values>;
  label: string;
  hint?: string;
  /** Sentence of a problem's code in a field. */
  problemText: (code: string | undefined, field?: string) => string | undefined;
}

/** A field's value and the properties that suomi.fi's inputs share: name, label, and the problem said below. */
export function useField<Values extends FieldValues>(props: FieldProps<Values>) {
  const { control, name, label, hint, problemText } = props;
  const {
    field: { ref: attach, value, onChange, onBlur },
    fieldState,
  } = useController({ control, name });
  const problem = problemText(fieldState.error?.type, name);
  return {
    attach,
    value,
    /** The value of a field that holds a text, such as a choice of a list. */
    text: typeof value === 'string' ? value : '',
    onChange,
    common: {
      id: `field-${name}`,
      name,
      labelText: label,
      ...(hint === undefined ? {} : { hintText: hint }),
      onBlur,
      status: problem === undefined ? ('default' as const) : ('error' as const),
      statusText: problem ?? '',
      // The summary above the form reads every problem at once.
      statusTextAriaLiveMode: 'off' as const,
      fullWidth: true,
      'data-testid': `field-${name}`,
    },
  };
}
