import { recoverySignInRequestSchema, type RecoverySignInRequest } from '@tapaamo/contracts';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { FormFrame } from '../../forms/form-frame.js';
import { issuesOf } from '../../forms/issues.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { TextField } from '../../forms/text-field.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Actions, Stack } from '../../ui/stack.js';
import type { useRecovery } from './queries.js';

const resolver = problemResolver<RecoverySignInRequest>((values) =>
  issuesOf(recoverySignInRequestSchema, values),
);

interface RecoveryFormProps {
  /** Of the page, which goes on when it succeeds. */
  recovery: ReturnType<typeof useRecovery>;
  onBack: () => void;
}

/** Signing in with a recovery code, for who has lost their passkey and has no password. */
export function RecoveryForm({ recovery, onBack }: RecoveryFormProps) {
  const { t } = useTexts();
  const codeText = useCodeText();
  const form = useForm<RecoverySignInRequest>({ defaultValues: { email: '', code: '' }, resolver });
  const submit = form.handleSubmit((request) => recovery.mutate(request));
  return (
    <Stack surface="card" gap="l" testId="recovery-page">
      <PageHeading>{t('recovery.heading')}</PageHeading>
      <FormFrame onSubmit={submit} act={recovery} errorTestId="recovery-error">
        <p>{t('recovery.help')}</p>
        <TextField
          control={form.control}
          name="email"
          type="email"
          autoComplete="username"
          label={t('signIn.email')}
          problemText={codeText}
        />
        <TextField
          control={form.control}
          name="code"
          autoComplete="off"
          label={t('recovery.code')}
          problemText={codeText}
        />
        <Actions>
          <Button type="submit" aria-disabled={recovery.isPending} data-testid="recover">
            {recovery.isPending ? t('signIn.signingIn') : t('signIn.signIn')}
          </Button>
          <Button variant="secondary" onClick={onBack} data-testid="back-to-sign-in">
            {t('recovery.back')}
          </Button>
        </Actions>
      </FormFrame>
    </Stack>
  );
}
