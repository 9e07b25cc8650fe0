import type { FieldValues } from 'react-hook-form';
import { useField, type FieldProps } from './use-field.js';
import { WrittenDate } from './written-date.js';

interface DateFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  /** Not in a dialog: the calendar would lie under it. */
  withPicker?: boolean;
}

/** The date of a form, written or picked from a calendar. */
export function DateField<Values extends FieldValues>({
  withPicker = true,
  ...props
}: DateFieldProps<Values>) {
  const { attach, text, onChange, common } = useField(props);
  return (
    <WrittenDate
      {...common}
      ref={attach}
      value={text}
      onChange={onChange}
      withPicker={withPicker}
    />
  );
}
