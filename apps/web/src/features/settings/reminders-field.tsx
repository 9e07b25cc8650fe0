import { REMINDER_MINUTES, type ReminderMinutes } from '@tapaamo/contracts';
import { Checkbox, CheckboxGroup } from 'suomifi-ui-components';
import { useField, type FieldProps } from '../../forms/use-field.js';
import { useTexts } from '../../i18n/index.js';
import type { ServiceValues } from './service-values.js';

/** When clients are reminded of their visit; nothing chosen for no reminders. */
export function RemindersField(props: FieldProps<ServiceValues>) {
  const { t } = useTexts();
  const { value, onChange, common } = useField(props);
  const chosen = value as readonly ReminderMinutes[];
  return (
    <CheckboxGroup
      id={common.id}
      labelText={common.labelText}
      groupHintText={props.hint ?? ''}
      groupStatus={common.status}
      groupStatusText={common.statusText}
    >
      {REMINDER_MINUTES.map((minutes) => (
        <Checkbox
          key={minutes}
          checked={chosen.includes(minutes)}
          onClick={({ checkboxState }) =>
            onChange(
              REMINDER_MINUTES.filter((each) =>
                each === minutes ? checkboxState : chosen.includes(each),
              ),
            )
          }
          data-testid={`reminder-${String(minutes)}`}
        >
          {t(`settings.reminder_${minutes}`)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
