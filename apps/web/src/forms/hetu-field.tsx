import { useState } from 'react';
import { useController, type FieldValues } from 'react-hook-form';
import { useTexts } from '../i18n/index.js';
import { AS_WRITTEN, TextField } from './text-field.js';
import type { FieldProps } from './use-field.js';

/** A henkilötunnus: few bookings need one, so it is folded away until it is written or refused. */
export function HetuField<Values extends FieldValues>(
  props: Pick<FieldProps<Values>, 'control' | 'problemText' | 'name'>,
) {
  const { t } = useTexts();
  const { control, name } = props;
  const { field, fieldState } = useController({ control, name });
  const [isOpen, setOpen] = useState(field.value !== '');
  return (
    <details
      open={isOpen || fieldState.invalid}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      data-testid={`fold-${name}`}
    >
      <summary>{t(field.value === '' ? 'people.hetuFold' : 'people.hetuFolded')}</summary>
      <TextField {...props} label={t('people.hetu')} hint={t('people.hetuWhy')} {...AS_WRITTEN} />
    </details>
  );
}
