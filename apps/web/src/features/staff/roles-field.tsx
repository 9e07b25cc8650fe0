import { staffRoleSchema } from '@tapaamo/contracts';
import type { FieldValues } from 'react-hook-form';
import { ChoicesField } from '../../forms/choices-field.js';
import type { FieldProps } from '../../forms/use-field.js';
import { useTexts } from '../../i18n/index.js';

const ROLES = staffRoleSchema.options;

/** What a person may do; one role at least, each with a line on what it does and sees. */
export function RolesField<Values extends FieldValues>(props: FieldProps<Values>) {
  const { t } = useTexts();
  const choices = ROLES.map((role) => ({
    value: role,
    text: t(`staff.role_${role}`),
    hint: t(`staff.does_${role}`),
    testId: `role-${role}`,
  }));
  return <ChoicesField {...props} choices={choices} />;
}
