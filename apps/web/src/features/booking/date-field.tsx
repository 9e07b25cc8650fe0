import { useController } from 'react-hook-form';
import { DateInput } from 'suomifi-ui-components';
import type { FieldProps } from '../../forms/text-field.js';
import { useTexts } from '../../i18n/index.js';
import type { BookingValues } from './booking-values.js';

/** The date, written or picked from a calendar. */
export function DateField({ control, name, label, problemText }: FieldProps<BookingValues>) {
  const { t, language } = useTexts();
  const { field, fieldState } = useController({ control, name });
  const problem = problemText(fieldState.error?.type);
  return (
    <DateInput
      id={`field-${name}`}
      name={name}
      ref={field.ref}
      labelText={label}
      hintText={t('bookings.dateHint')}
      value={field.value}
      onChange={({ value }) => field.onChange(value)}
      onBlur={field.onBlur}
      datePickerEnabled
      language={language}
      status={problem === undefined ? 'default' : 'error'}
      statusText={problem ?? ''}
      statusTextAriaLiveMode="off"
      fullWidth
      data-testid={`field-${name}`}
    />
  );
}
