import { useController } from 'react-hook-form';
import { Dropdown, DropdownItem } from 'suomifi-ui-components';
import type { FieldProps } from '../../forms/text-field.js';
import { useTexts } from '../../i18n/index.js';
import type { BookingValues } from './booking-values.js';

const USUAL_MINUTES = [15, 20, 30, 45, 60, 75, 90, 120, 150, 180, 240];

/** Choice of length. The service's own length is always among the choices. */
export function DurationField({ control, name, label, problemText }: FieldProps<BookingValues>) {
  const { t } = useTexts();
  const { field, fieldState } = useController({ control, name });
  const problem = problemText(fieldState.error?.type);
  const chosen = Number(field.value);
  const choices = [...new Set([...USUAL_MINUTES, ...(chosen > 0 ? [chosen] : [])])];
  return (
    <Dropdown
      id={`field-${name}`}
      name={name}
      ref={field.ref}
      labelText={label}
      visualPlaceholder={t('bookings.usualLength')}
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      status={problem === undefined ? 'default' : 'error'}
      statusText={problem ?? ''}
      statusTextAriaLiveMode="off"
      fullWidth
      data-testid={`field-${name}`}
    >
      {choices
        .sort((a, b) => a - b)
        .map((minutes) => (
          <DropdownItem key={minutes} value={String(minutes)}>
            {t('shared.minutes', { count: minutes })}
          </DropdownItem>
        ))}
    </Dropdown>
  );
}
