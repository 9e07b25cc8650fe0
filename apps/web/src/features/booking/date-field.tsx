import { DateInput } from 'suomifi-ui-components';
import { useField, type FieldProps } from '../../forms/use-field.js';
import { useTexts } from '../../i18n/index.js';
import type { BookingValues } from './booking-values.js';

/** The date, written or picked from a calendar. */
export function DateField(props: FieldProps<BookingValues>) {
  const { language } = useTexts();
  const { attach, value, onChange, common } = useField(props);
  return (
    <DateInput
      {...common}
      ref={attach}
      autoComplete="off"
      value={value}
      onChange={(change) => onChange(change.value)}
      datePickerEnabled
      language={language}
    />
  );
}
