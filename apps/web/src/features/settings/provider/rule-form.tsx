import {
  changeSignInRuleRequestSchema,
  type FieldProblem,
  type SignInRule,
} from '@tapaamo/contracts';
import { Checkbox, CheckboxGroup } from 'suomifi-ui-components';
import { CheckField } from '../../../forms/check-field.js';
import { issuesOf } from '../../../forms/issues.js';
import { useField, type FieldProps } from '../../../forms/use-field.js';
import { useSettingsForm } from '../../../forms/use-settings-form.js';
import { useTexts } from '../../../i18n/index.js';
import { SettingsForm, fieldsOf } from '../settings-form.js';
import { readRule, useSaveRule } from './provider-queries.js';

interface RuleValues {
  exclusive: boolean;
  emergencyAdmins: string[];
}

/** Whether staff signs in by the provider only, and which admins get in while it is down. */
export function RuleForm({ rule }: { rule: SignInRule }) {
  const { t } = useTexts();
  const save = useSaveRule();
  const state = useSettingsForm<SignInRule, RuleValues>({
    saved: rule,
    first: valuesOf(rule),
    valuesOf,
    check: problemsOf,
    save: (values, base) => save({ ...values, version: (base ?? rule).version }),
    reload: readRule,
  });
  const labelOf = (name: keyof RuleValues) => t(`providerSettings.${name}`);
  const field = fieldsOf(state, labelOf);
  return (
    <SettingsForm
      state={state}
      name="rule"
      fields={['emergencyAdmins']}
      labelOf={labelOf}
      heading={t('providerSettings.rule')}
    >
      <CheckField {...field('exclusive')} hint={t('providerSettings.exclusiveHint')} />
      <EmergencyAdmins {...field('emergencyAdmins')} admins={rule.admins} />
    </SettingsForm>
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
