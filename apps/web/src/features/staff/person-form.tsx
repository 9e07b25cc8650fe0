import {
  changeStaffRequestSchema,
  inviteStaffRequestSchema,
  type InviteStaffRequest,
} from '@tapaamo/contracts';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { ApiProblem } from '../../api/api-problem.js';
import { issuesOf } from '../../forms/issues.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { ProblemSummary } from '../../forms/problem-summary.js';
import { TextField } from '../../forms/text-field.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { Stack } from '../../ui/stack.js';
import { Refusal } from './refusal.js';
import { RolesField } from './roles-field.js';

type Field = keyof InviteStaffRequest;

interface PersonFormProps {
  first: InviteStaffRequest;
  /** A new person's address is asked for; it is theirs for good once they are invited. */
  isNew: boolean;
  save: (values: InviteStaffRequest) => Promise<unknown>;
  texts: { save: string; saving: string };
}

const checkNew = problemResolver<InviteStaffRequest>((values) =>
  issuesOf(inviteStaffRequestSchema, values),
);
const checkChange = problemResolver<InviteStaffRequest>(({ displayName, roles }) =>
  issuesOf(changeStaffRequestSchema, { displayName, roles }),
);

/** Name, address and roles of a person. Nothing written is lost when something is refused. */
export function PersonForm({ first, isNew, save, texts }: PersonFormProps) {
  const { t } = useTexts();
  const codeText = useCodeText();
  const [refusal, setRefusal] = useState<unknown>();
  const form = useForm<InviteStaffRequest>({
    defaultValues: first,
    resolver: isNew ? checkNew : checkChange,
    shouldFocusError: false,
  });
  const { errors, submitCount, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    setRefusal(undefined);
    await save(values).catch((error: unknown) => {
      setRefusal(error);
      for (const { field, code } of error instanceof ApiProblem ? error.fields : []) {
        form.setError(field.split('.')[0] as Field, { type: code });
      }
    });
  });
  const text = (field: Field) => (code: string | undefined) =>
    field === 'roles' && code !== undefined ? t('staff.chooseRole') : codeText(code);
  const labels = {
    displayName: t('staff.name'),
    email: t('staff.email'),
    roles: t('staff.roles'),
  };
  const field = (name: Field) => ({
    control: form.control,
    name,
    label: labels[name],
    problemText: text(name),
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)} data-testid="person-form">
      <Stack gap="l">
        <ProblemSummary
          key={isSubmitting ? 'submitting' : submitCount}
          fields={['displayName', 'email', 'roles'] as const}
          problemOf={(name) => text(name)(errors[name]?.type)}
          labelOf={(name) => labels[name]}
        />
        <TextField {...field('displayName')} autoComplete="off" />
        {isNew && (
          <TextField
            {...field('email')}
            type="email"
            autoComplete="off"
            hint={t('staff.emailHint')}
          />
        )}
        <RolesField {...field('roles')} />
        {refusal !== undefined && Object.keys(errors).length === 0 && <Refusal error={refusal} />}
        <div>
          <Button type="submit" aria-disabled={isSubmitting} data-testid="save-person">
            {isSubmitting ? texts.saving : texts.save}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
