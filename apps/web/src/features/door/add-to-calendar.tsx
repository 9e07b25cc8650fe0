import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { saveFile } from '../../api/save-file.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { readCalendarFile } from './door-requests.js';

/** The visit for the person's own calendar: a file, which their device opens in the program that it has. */
export function AddToCalendar() {
  const { t, language } = useTexts();
  const [error, setError] = useState<unknown>();
  const add = () => {
    setError(undefined);
    readCalendarFile().then((file) => saveFile(file, 'tapaaminen.ics'), setError);
  };
  return (
    <Stack gap="s">
      <Button variant="secondary" fullWidth onClick={add} data-testid="add-to-calendar">
        {t('door.addToCalendar')}
      </Button>
      {error !== undefined && <Notice status="error">{problemText(error, language)}</Notice>}
      <p>{t('door.calendarHoldsLittle')}</p>
    </Stack>
  );
}
