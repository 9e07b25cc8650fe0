import type { FieldValues } from 'react-hook-form';
import { Checkbox } from 'suomifi-ui-components';
import { useField, type FieldProps } from './use-field.js';

/** Something that is so or is not. */
export function CheckField<Values extends FieldValues>(props: FieldProps<Values>) {
  const { value, onChange, common } = useField(props);
  return (
    <Checkbox
      id={common.id}
      name={common.name}
      checked={value === true}
      status={common.status}
      statusText={common.statusText}
      onClick={({ checkboxState }) => onChange(checkboxState)}
      data-testid={common['data-testid']}
      {...(props.hint === undefined ? {} : { hintText: props.hint })}
    >
      {props.label}
    </Checkbox>
  );
}
