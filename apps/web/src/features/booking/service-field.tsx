import type { Service } from '@tapaamo/contracts';
import { Dropdown, DropdownItem } from 'suomifi-ui-components';
import { useField, type FieldProps } from '../../forms/use-field.js';
import { useTexts } from '../../i18n/index.js';
import type { BookingValues } from './booking-values.js';

interface ServiceFieldProps extends FieldProps<BookingValues> {
  services: readonly Service[];
  /** Told how long the chosen service usually takes. */
  onUsualLength: (minutes: number) => void;
}

/** Choice of service; choosing sets the length that the service usually takes. */
export function ServiceField({ services, onUsualLength, ...props }: ServiceFieldProps) {
  const { t, language } = useTexts();
  const { attach, text, onChange, common } = useField(props);
  const choose = (id: string) => {
    onChange(id);
    const chosen = services.find((service) => service.id === id);
    if (chosen !== undefined) {
      onUsualLength(chosen.durationMinutes);
    }
  };
  return (
    <Dropdown
      // The list keeps the text that was chosen: it is made anew in another language.
      key={language}
      {...common}
      ref={attach}
      visualPlaceholder={t('bookings.chooseService')}
      value={text}
      onChange={choose}
    >
      {services.map(({ id, name }) => (
        <DropdownItem key={id} value={id}>
          {name[language]}
        </DropdownItem>
      ))}
    </Dropdown>
  );
}
