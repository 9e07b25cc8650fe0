import type { FieldValues } from 'react-hook-form';
import { Checkbox, CheckboxGroup } from 'suomifi-ui-components';
import { useField, type FieldProps } from './use-field.js';

interface ChoicesFieldProps<
  Values extends FieldValues,
  Value extends string | number,
> extends FieldProps<Values> {
  /** Every choice there is; what is chosen keeps this order. */
  choices: readonly { value: Value; text: string; hint?: string; testId: string }[];
}

/** Any of several choices, all in view. */
export function ChoicesField<Values extends FieldValues, Value extends string | number>({
  choices,
  ...props
}: ChoicesFieldProps<Values, Value>) {
  const { value, onChange, common } = useField(props);
  const chosen = value as readonly Value[];
  const choose = (changed: Value, isChosen: boolean) =>
    onChange(
      choices
        .map((choice) => choice.value)
        .filter((each) => (each === changed ? isChosen : chosen.includes(each))),
    );
  return (
    <CheckboxGroup
      {...(props.hint === undefined ? {} : { groupHintText: props.hint })}
      id={common.id}
      labelText={common.labelText}
      groupStatus={common.status}
      groupStatusText={common.statusText}
    >
      {choices.map(({ value: each, text, hint, testId }) => (
        <Checkbox
          key={each}
          checked={chosen.includes(each)}
          onClick={({ checkboxState }) => choose(each, checkboxState)}
          data-testid={testId}
          {...(hint === undefined ? {} : { hintText: hint })}
        >
          {text}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
