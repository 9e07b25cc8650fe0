import type { Service } from '@tapaamo/contracts';
import { useController, type UseFormReturn } from 'react-hook-form';
import { Dropdown, DropdownItem } from 'suomifi-ui-components';
import type { FieldProps } from '../../forms/text-field.js';
import { useTexts } from '../../i18n/index.js';
import type { BookingValues } from './booking-values.js';

interface ServiceFieldProps extends FieldProps<BookingValues> {
  services: readonly Service[];
  form: UseFormReturn<BookingValues>;
}

/** Choice of service; choosing sets the length that the service usually takes. */
export function ServiceField({
  control,
  name,
  label,
  problemText,
  services,
  form,
}: ServiceFieldProps) {
  const { t, language } = useTexts();
  const { field, fieldState } = useController({ control, name });
  const problem = problemText(fieldState.error?.type);
  const choose = (id: string) => {
    field.onChange(id);
    const chosen = services.find((service) => service.id === id);
    form.setValue('durationMinutes', String(chosen?.durationMinutes ?? ''));
  };
  return (
    <Dropdown
      id={`field-${name}`}
      name={name}
      ref={field.ref}
      labelText={label}
      visualPlaceholder={t('bookings.chooseService')}
      value={field.value}
      onChange={choose}
      onBlur={field.onBlur}
      status={problem === undefined ? 'default' : 'error'}
      statusText={problem ?? ''}
      statusTextAriaLiveMode="off"
      fullWidth
      data-testid={`field-${name}`}
    >
      {services.map(({ id, name: serviceName }) => (
        <DropdownItem key={id} value={id}>
          {serviceName[language]}
        </DropdownItem>
      ))}
    </Dropdown>
  );
}
