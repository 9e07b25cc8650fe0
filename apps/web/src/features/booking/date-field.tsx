import type { FieldValues } from 'react-hook-form';
import { DateInput } from 'suomifi-ui-components';
import { useField, type FieldProps } from '../../forms/use-field.js';
import { useTexts } from '../../i18n/index.js';

interface DateFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  /** Not in a dialog: the calendar would lie under it. */
  withPicker?: boolean;
}

/** The date, written or picked from a calendar. */
export function DateField<Values extends FieldValues>({
  withPicker = true,
  ...props
}: DateFieldProps<Values>) {
  const { language } = useTexts();
  const { attach, value, onChange, common } = useField(props);
  return (
    <DateInput
      {...common}
      ref={attach}
      autoComplete="off"
      value={value}
      onChange={(change) => onChange(change.value)}
      datePickerEnabled={withPicker}
      language={language}
    />
  );
}
