import type { FieldValues } from 'react-hook-form';
import { RadioButton, RadioButtonGroup } from 'suomifi-ui-components';
import { useField, type FieldProps } from './use-field.js';

/** One of several choices, each with words of its own. */
export interface Choice {
  value: string;
  text: string;
  hint?: string;
}

interface ChoiceFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  choices: readonly Choice[];
}

/** A choice of one, all in view. */
export function ChoiceField<Values extends FieldValues>(props: ChoiceFieldProps<Values>) {
  const { value, onChange, common } = useField(props);
  const { id, name, labelText, status, statusText } = common;
  const hint = 'hintText' in common ? { groupHintText: common.hintText } : {};
  return (
    <RadioButtonGroup
      {...hint}
      id={id}
      name={name}
      labelText={labelText}
      groupStatus={status}
      groupStatusText={statusText}
      value={value}
      onChange={onChange}
      data-testid={common['data-testid']}
    >
      {props.choices.map(({ value: each, text, hint: hintText }) => (
        <RadioButton key={each} value={each} {...(hintText === undefined ? {} : { hintText })}>
          {text}
        </RadioButton>
      ))}
    </RadioButtonGroup>
  );
}
