import { useState } from 'react';
import { useController, type Control } from 'react-hook-form';
import { TextField } from '../../forms/text-field.js';
import type { FieldProps } from '../../forms/use-field.js';
import { useTexts } from '../../i18n/index.js';
import type { BookingValues } from './booking-values.js';

interface ReferenceFieldProps {
  control: Control<BookingValues>;
  problemText: FieldProps<BookingValues>['problemText'];
}

/** What the record system calls the visit: few have it, so it is folded away until it is written or refused. */
export function ReferenceField(field: ReferenceFieldProps) {
  const { t } = useTexts();
  const name = 'recordReference' as const;
  const { field: written, fieldState } = useController({ control: field.control, name });
  const [isOpen, setOpen] = useState(written.value !== '');
  return (
    <details
      open={isOpen || fieldState.invalid}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      data-testid="booking-details"
    >
      <summary>{t('bookings.recordReference')}</summary>
      <TextField
        {...field}
        name={name}
        label={t('visit.referenceLabel')}
        hint={t('visit.referenceHint')}
        autoComplete="off"
      />
    </details>
  );
}
