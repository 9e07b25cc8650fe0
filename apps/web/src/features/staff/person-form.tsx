import {
  changeStaffRequestSchema,
  inviteStaffRequestSchema,
  type FieldProblem,
  type InviteStaffRequest,
  type StaffMember,
} from '@tapaamo/contracts';
import { Button } from 'suomifi-ui-components';
import { issuesOf } from '../../forms/issues.js';
import { ProblemSummary } from '../../forms/problem-summary.js';
import { TextField } from '../../forms/text-field.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { useSettingsForm } from '../../forms/use-settings-form.js';
import { Refusal } from './refusal.js';
import { RolesField } from './roles-field.js';

type Field = keyof InviteStaffRequest;

interface PersonFormProps {
  /** Nothing of a new person: their address is asked for, and is theirs for good once they are invited. */
  member: StaffMember | undefined;
  save: (values: InviteStaffRequest, base: StaffMember | undefined) => Promise<StaffMember>;
  /** Reads what another admin saved meanwhile; nobody can of somebody new. */
  reload?: () => Promise<StaffMember>;
  texts: { save: string; saving: string };
}

const NOBODY_YET: InviteStaffRequest = { displayName: '', email: '', roles: ['professional'] };

/** Name, address and roles of a person. Nothing written is lost when something is refused. */
export function PersonForm({ member, save, reload = nothingToReload, texts }: PersonFormProps) {
  const { t } = useTexts();
  const { form, submit, text, theirs, outcome, error } = useSettingsForm<
    StaffMember,
    InviteStaffRequest
  >({
    saved: member,
    first: member === undefined ? NOBODY_YET : valuesOf(member),
    valuesOf,
    check: member === undefined ? problemsOfNew : problemsOfChange,
    save,
    reload,
  });
  const { errors, submitCount, isSubmitting } = form.formState;
  const textOf = (field: Field) => (code: string | undefined) =>
    field === 'roles' && code !== undefined ? t('staff.chooseRole') : text(code);
  const labels = {
    displayName: t('staff.name'),
    email: t('staff.email'),
    roles: t('staff.roles'),
  };
  const field = (name: Field) => ({
    control: form.control,
    name,
    label: labels[name],
    problemText: textOf(name),
  });
  const isPlaced = Object.keys(errors).length > 0;
  return (
    <form noValidate onSubmit={(event) => void submit(event)} data-testid="person-form">
      <Stack gap="l">
        <ProblemSummary
          key={isSubmitting ? 'submitting' : submitCount}
          fields={['displayName', 'email', 'roles'] as const}
          problemOf={(name) => textOf(name)(errors[name]?.type)}
          labelOf={(name) => labels[name]}
        />
        <TextField {...field('displayName')} autoComplete="off" />
        {member === undefined && (
          <TextField
            {...field('email')}
            type="email"
            autoComplete="off"
            hint={t('staff.emailHint')}
          />
        )}
        <RolesField {...field('roles')} />
        <Conflict fields={theirs.map((name) => labels[name as Field])} />
        {outcome === 'failed' && !isPlaced && theirs.length === 0 && <Refusal error={error} />}
        <div>
          <Button type="submit" aria-disabled={isSubmitting} data-testid="save-person">
            {isSubmitting ? texts.saving : texts.save}
          </Button>
        </div>
        {outcome === 'saved' && member !== undefined && (
          <Notice testId="staff-saved">{t('staff.saved')}</Notice>
        )}
      </Stack>
    </form>
  );
}

/** That another admin was there first, and what they changed. */
function Conflict({ fields }: { fields: readonly string[] }) {
  const { t } = useTexts();
  return (
    fields.length > 0 && (
      <Notice status="warning" label={t('settings.conflict')} testId="staff-conflict">
        {t('settings.conflictText', { fields: fields.join(', ') })}
      </Notice>
    )
  );
}

function nothingToReload(): Promise<never> {
  return Promise.reject(new Error('Somebody new was not saved yet.'));
}

function valuesOf({ displayName, email, roles }: StaffMember): InviteStaffRequest {
  return { displayName, email, roles };
}

function problemsOfNew(values: InviteStaffRequest): FieldProblem[] {
  return issuesOf(inviteStaffRequestSchema, values);
}

function problemsOfChange({ displayName, roles }: InviteStaffRequest): FieldProblem[] {
  return issuesOf(changeStaffRequestSchema.omit({ version: true }), { displayName, roles });
}
