import {
  changeSignInRuleRequestSchema,
  type FieldProblem,
  type SignInRule,
} from '@tapaamo/contracts';
import { Button, Checkbox, CheckboxGroup } from 'suomifi-ui-components';
import { CheckField } from '../../../forms/check-field.js';
import { issuesOf } from '../../../forms/issues.js';
import { ProblemSummary } from '../../../forms/problem-summary.js';
import { useField, type FieldProps } from '../../../forms/use-field.js';
import { useSettingsForm } from '../../../forms/use-settings-form.js';
import { useTexts } from '../../../i18n/index.js';
import { Stack } from '../../../ui/stack.js';
import { FormNotices } from '../form-notices.js';
import { readRule, useSaveRule } from './provider-queries.js';

interface RuleValues {
  exclusive: boolean;
  emergencyAdmins: string[];
}

/** Whether staff signs in by the provider only, and which admins get in while it is down. */
export function RuleForm({ rule }: { rule: SignInRule }) {
  const { t } = useTexts();
  const save = useSaveRule();
  const { form, submit, text, theirs, outcome, error } = useSettingsForm<SignInRule, RuleValues>({
    saved: rule,
    first: valuesOf(rule),
    valuesOf,
    check: problemsOf,
    save: (values, base) => save({ ...values, version: (base ?? rule).version }),
    reload: readRule,
  });
  const { errors, submitCount, isSubmitting } = form.formState;
  const labelOf = (name: keyof RuleValues) => t(`providerSettings.${name}`);
  const field = (name: keyof RuleValues) => ({
    control: form.control,
    problemText: text,
    name,
    label: labelOf(name),
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)} data-testid="rule-form">
      <Stack gap="l">
        <h2>{t('providerSettings.rule')}</h2>
        <ProblemSummary
          key={isSubmitting ? 'submitting' : submitCount}
          fields={['emergencyAdmins'] as const}
          problemOf={(name) => text(errors[name]?.type)}
          labelOf={labelOf}
        />
        <CheckField {...field('exclusive')} hint={t('providerSettings.exclusiveHint')} />
        <EmergencyAdmins {...field('emergencyAdmins')} admins={rule.admins} />
        <FormNotices
          outcome={outcome}
          error={error}
          theirs={theirs.map((name) => labelOf(name as keyof RuleValues))}
          isPlaced={Object.keys(errors).length > 0}
        />
        <div>
          <Button type="submit" aria-disabled={isSubmitting} data-testid="save-rule">
            {isSubmitting ? t('settings.saving') : t('settings.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

interface EmergencyAdminsProps extends FieldProps<RuleValues> {
  admins: SignInRule['admins'];
}

function EmergencyAdmins({ admins, ...props }: EmergencyAdminsProps) {
  const { t } = useTexts();
  const { value, onChange, common } = useField(props);
  const chosen = value as readonly string[];
  return (
    <CheckboxGroup
      id={common.id}
      labelText={common.labelText}
      groupHintText={t('providerSettings.emergencyAdminsHint')}
      groupStatus={common.status}
      groupStatusText={common.statusText}
    >
      {admins.map(({ id, displayName, hasOtherMeans }) => (
        <Checkbox
          key={id}
          checked={chosen.includes(id)}
          onClick={({ checkboxState }) =>
            onChange(checkboxState ? [...chosen, id] : chosen.filter((one) => one !== id))
          }
          data-testid={`emergency-${id}`}
          {...(hasOtherMeans ? {} : { hintText: t('providerSettings.noOtherMeans') })}
        >
          {displayName}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

function valuesOf({ exclusive, admins }: SignInRule): RuleValues {
  const chosen = admins.filter(({ emergencyAccess }) => emergencyAccess);
  return { exclusive, emergencyAdmins: chosen.map(({ id }) => id) };
}

function problemsOf(values: RuleValues): FieldProblem[] {
  return issuesOf(changeSignInRuleRequestSchema.omit({ version: true }), values);
}
