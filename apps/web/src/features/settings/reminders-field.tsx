import { REMINDER_MINUTES } from '@tapaamo/contracts';
import { ChoicesField } from '../../forms/choices-field.js';
import type { FieldProps } from '../../forms/use-field.js';
import { useTexts } from '../../i18n/index.js';
import type { ServiceValues } from './service-values.js';

/** When clients are reminded of their visit; nothing chosen for no reminders. */
export function RemindersField(props: FieldProps<ServiceValues>) {
  const { t } = useTexts();
  const choices = REMINDER_MINUTES.map((minutes) => ({
    value: minutes,
    text: t(`settings.reminder_${minutes}`),
    testId: `reminder-${String(minutes)}`,
  }));
  return <ChoicesField {...props} choices={choices} />;
}
