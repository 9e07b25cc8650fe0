import { staffRoleSchema, type StaffRole } from '@tapaamo/contracts';
import type { FieldValues } from 'react-hook-form';
import { Checkbox, CheckboxGroup } from 'suomifi-ui-components';
import { useField, type FieldProps } from '../../forms/use-field.js';
import { useTexts } from '../../i18n/index.js';

const ROLES = staffRoleSchema.options;

/** What a person may do; one role at least, each with a line on what it does and sees. */
export function RolesField<Values extends FieldValues>(props: FieldProps<Values>) {
  const { t } = useTexts();
  const { value, onChange, common } = useField(props);
  const chosen = value as readonly StaffRole[];
  return (
    <CheckboxGroup
      id={common.id}
      labelText={common.labelText}
      groupStatus={common.status}
      groupStatusText={common.statusText}
    >
      {ROLES.map((role) => (
        <Checkbox
          key={role}
          checked={chosen.includes(role)}
          hintText={t(`staff.does_${role}`)}
          onClick={({ checkboxState }) =>
            onChange(
              ROLES.filter((each) => (each === role ? checkboxState : chosen.includes(each))),
            )
          }
          data-testid={`role-${role}`}
        >
          {t(`staff.role_${role}`)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
