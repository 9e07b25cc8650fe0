import type { FieldValues } from 'react-hook-form';
import { Textarea } from 'suomifi-ui-components';
import { useField, type FieldProps } from './use-field.js';

/** A field for some sentences, with its problem said below it. */
export function TextareaField<Values extends FieldValues>(props: FieldProps<Values>) {
  const { attach, value, onChange, common } = useField(props);
  return (
    <Textarea
      {...common}
      ref={attach}
      resize="vertical"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
