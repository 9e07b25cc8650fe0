import {
  setPasswordRequestSchema,
  type Account,
  type SetPasswordRequest,
} from '@tapaamo/contracts';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { issuesOf } from '../../forms/issues.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { TextField } from '../../forms/text-field.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { Actions, Stack } from '../../ui/stack.js';
import { ActNotices } from './act-notices.js';
import { useSetPassword } from './queries.js';

const resolver = problemResolver<SetPasswordRequest>((values) =>
  issuesOf(setPasswordRequestSchema, values),
);

/** What a form of the section knows. */
export interface MeansFormProps {
  account: Account;
  onSaved: () => void;
  onCancel: () => void;
}

/** A new password. */
export function PasswordForm({ account, onSaved, onCancel }: MeansFormProps) {
  const { t } = useTexts();
  const codeText = useCodeText();
  const set = useSetPassword();
  const form = useForm<SetPasswordRequest>({ defaultValues: { password: '' }, resolver });
  const submit = form.handleSubmit(({ password }) => set.mutate(password, { onSuccess: onSaved }));
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack>
        {/* Lets password managers know whose password it is. */}
        <input type="hidden" name="email" autoComplete="username" value={account.email} />
        <ActNotices act={set} testId="password" />
        <TextField
          control={form.control}
          name="password"
          type="password"
          autoComplete="new-password"
          label={t('account.password')}
          hint={t('account.passwordHint')}
          problemText={codeText}
        />
        {account.hasPassword && <p>{t('account.endsOthers')}</p>}
        <Actions>
          <Button type="submit" aria-disabled={set.isPending} data-testid="save-password">
            {set.isPending ? t('account.saving') : t('account.savePassword')}
          </Button>
          <Button variant="secondary" onClick={onCancel}>
            {t('account.cancel')}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}
