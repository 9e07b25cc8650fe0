import { useWatch, type Control } from 'react-hook-form';
import { ChoiceField } from '../../forms/choice-field.js';
import { TextField } from '../../forms/text-field.js';
import type { FieldProps } from '../../forms/use-field.js';
import { useTexts } from '../../i18n/index.js';
import type { BookingValues } from './booking-values.js';

interface ContactFieldsProps {
  control: Control<BookingValues>;
  problemText: FieldProps<BookingValues>['problemText'];
}

/** How the client is invited, and where the messages go if there are any. */
export function ContactFields(field: ContactFieldsProps) {
  const { t } = useTexts();
  const invitation = useWatch({ control: field.control, name: 'invitation' });
  return (
    <>
      <ChoiceField
        {...field}
        name="invitation"
        label={t('bookings.invitation')}
        choices={(['messages', 'sheet'] as const).map((value) => ({
          value,
          text: t(`bookings.invitation_${value}`),
          hint: t(`bookings.invitation_${value}Hint`),
        }))}
      />
      {invitation !== 'sheet' && (
        <>
          <p>{t('bookings.contactHint')}</p>
          <TextField
            {...field}
            name="clientPhone"
            type="tel"
            label={t('bookings.clientPhone')}
            autoComplete="off"
          />
          <TextField
            {...field}
            name="clientEmail"
            type="email"
            label={t('bookings.clientEmail')}
            autoComplete="off"
          />
        </>
      )}
    </>
  );
}
