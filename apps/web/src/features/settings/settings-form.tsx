import type { ReactNode } from 'react';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { problemCode } from '../../forms/problem-resolver.js';
import { ProblemSummary } from '../../forms/problem-summary.js';
import type { FieldProps } from '../../forms/use-field.js';
import type { SettingsFormState } from '../../forms/use-settings-form.js';
import { useTexts } from '../../i18n/index.js';
import { Actions, Stack } from '../../ui/stack.js';
import { FormNotices } from './form-notices.js';

type Field<Values> = keyof Values & string;

interface SettingsFormProps<Values extends FieldValues> {
  state: SettingsFormState<Values>;
  /** Name for tests: `NAME-form` with its button `save-NAME`. */
  name: string;
  /** The fields in the order of the page. */
  fields: readonly Field<Values>[];
  labelOf: (name: Field<Values>) => string;
  heading?: string;
  children: ReactNode;
  /** Buttons beside the one that saves. */
  moreActions?: ReactNode;
  footer?: ReactNode;
}

/** The frame of a form of settings: what is wrong stands above its fields, how saving went and the way to save below. */
export function SettingsForm<Values extends FieldValues>(props: SettingsFormProps<Values>) {
  const { state, name, fields, labelOf, heading, children, moreActions, footer } = props;
  const { form, submit, text, theirs, outcome, error } = state;
  const { t } = useTexts();
  const { errors, submitCount, isSubmitting } = form.formState;
  const save = (
    <Button type="submit" aria-disabled={isSubmitting} data-testid={`save-${name}`}>
      {isSubmitting ? t('settings.saving') : t('settings.save')}
    </Button>
  );
  return (
    <form noValidate onSubmit={(event) => void submit(event)} data-testid={`${name}-form`}>
      <Stack gap="l">
        {heading !== undefined && <h2>{heading}</h2>}
        <ProblemSummary
          key={isSubmitting ? 'submitting' : submitCount}
          fields={fields}
          problemOf={(field) => text(problemCode(errors, field), field)}
          labelOf={labelOf}
        />
        {children}
        <FormNotices
          outcome={outcome}
          error={error}
          theirs={theirs.map((field) => labelOf(field as Field<Values>))}
          isPlaced={Object.keys(errors).length > 0}
        />
        {moreActions === undefined ? (
          <div>{save}</div>
        ) : (
          <Actions>
            {save}
            {moreActions}
          </Actions>
        )}
        {footer}
      </Stack>
    </form>
  );
}

/** The properties of each field of a form of settings. */
export function fieldsOf<Values extends FieldValues>(
  { form, text }: SettingsFormState<Values>,
  labelOf: (name: Field<Values>) => string,
): (name: Field<Values>) => FieldProps<Values> {
  return (name) => ({
    control: form.control,
    problemText: text,
    name: name as FieldPath<Values>,
    label: labelOf(name),
  });
}
