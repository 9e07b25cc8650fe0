import { hasCareWord } from '@tapaamo/contracts';
import { useWatch, type Control } from 'react-hook-form';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import type { BookingValues } from './booking-values.js';

/** Asks for a second look when the name has a word in it that tells about the client. */
export function CareWordNotice({ control }: { control: Control<BookingValues> }) {
  const { t } = useTexts();
  const name = useWatch({ control, name: 'clientName' });
  return (
    hasCareWord(name) && (
      <Notice status="warning" testId="care-word">
        {t('bookings.careWord')}
      </Notice>
    )
  );
}
