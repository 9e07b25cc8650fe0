import type { Language } from '@tapaamo/contracts';
import { Dropdown, DropdownItem } from 'suomifi-ui-components';
import { useField, type FieldProps } from '../../forms/use-field.js';
import { useTexts } from '../../i18n/index.js';
import type { BookingValues } from './booking-values.js';

interface LanguageFieldProps extends FieldProps<BookingValues> {
  languages: readonly Language[];
}

/** Choice of the language of the client's messages; nothing is asked where there is one language. */
export function LanguageField({ languages, ...props }: LanguageFieldProps) {
  const { t, language: shownIn } = useTexts();
  const { attach, value, onChange, common } = useField(props);
  return (
    languages.length > 1 && (
      <Dropdown key={shownIn} {...common} ref={attach} value={value} onChange={onChange}>
        {['', ...languages].map((language) => (
          <DropdownItem key={language} value={language}>
            {t(`bookings.language_${(language || 'all') as Language | 'all'}`)}
          </DropdownItem>
        ))}
      </Dropdown>
    )
  );
}
