import type { Account } from '@tapaamo/contracts';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { FormFrame } from '../../forms/form-frame.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { TextField } from '../../forms/text-field.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { knowsPasskeys } from '../../passkey/ceremonies.js';
import { usePasskeyProblem } from '../../passkey/use-passkey-problem.js';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { useMe, useOfferedProvider, useStartProvider } from '../sign-in/index.js';
import { useAccount, useConfirmWithPasskey, useConfirmWithPassword } from './queries.js';

interface ProofDialogProps {
  onProved: () => void;
  onCancel: () => void;
}

/** Asks who it is, by what the account has. */
export function ProofDialog({ onProved, onCancel }: ProofDialogProps) {
  const { t } = useTexts();
  const { data } = useAccount();
  if (data === undefined) {
    return null;
  }
  const byPasskey = data.passkeys.length > 0 && knowsPasskeys();
  const byPassword = data.hasPassword;
  return (
    <ModalDialog heading={t('account.confirmHeading')} onCancel={onCancel} testId="proof-dialog">
      <p>{t('account.confirmLead')}</p>
      {byPasskey && <ByPasskey onProved={onProved} />}
      {byPassword && <ByPassword account={data} onProved={onProved} />}
      {!byPasskey && !byPassword && <ByProvider />}
      <div>
        <Button variant="secondary" onClick={onCancel} data-testid="cancel">
          {t('account.cancel')}
        </Button>
      </div>
    </ModalDialog>
  );
}

function ByPasskey({ onProved }: { onProved: () => void }) {
  const { t } = useTexts();
  const confirm = useConfirmWithPasskey();
  const problem = usePasskeyProblem();
  return (
    <Stack>
      {confirm.isError && <Notice status="error">{problem(confirm.error)}</Notice>}
      <div>
        <Button
          onClick={() => confirm.mutate(undefined, { onSuccess: onProved })}
          aria-disabled={confirm.isPending}
          data-testid="confirm-by-passkey"
        >
          {confirm.isPending ? t('passkey.asking') : t('account.confirmByPasskey')}
        </Button>
      </div>
    </Stack>
  );
}

/** Who has nothing else proves it where they signed in: they come back in a session of their own. */
function ByProvider() {
  const { t, language } = useTexts();
  const organisationId = useMe().data?.organisation.id ?? null;
  const offered = useOfferedProvider(organisationId);
  const start = useStartProvider();
  const isGoing = start.isPending || start.isSuccess;
  if (offered.isPending) {
    return null;
  }
  if (organisationId === null || !offered.data?.offered) {
    return <p>{t('account.confirmElsewhere')}</p>;
  }
  return (
    <Stack>
      <p>{t('account.confirmByProviderHelp')}</p>
      {start.isError && <Notice status="error">{problemText(start.error, language)}</Notice>}
      <div>
        <Button
          onClick={() => start.mutate({ organisationId, next: '/account', again: true })}
          aria-disabled={isGoing}
          data-testid="confirm-by-provider"
        >
          {isGoing
            ? t('providerSignIn.going')
            : t('providerSignIn.goBy', { name: offered.data.offered.name })}
        </Button>
      </div>
    </Stack>
  );
}

interface Proof {
  currentPassword: string;
  currentCode: string;
}

function ByPassword({ account, onProved }: { account: Account; onProved: () => void }) {
  const { t } = useTexts();
  const codeText = useCodeText();
  const confirm = useConfirmWithPassword();
  const needsCode = account.codeNeeded;
  const form = useForm<Proof>({
    defaultValues: { currentPassword: '', currentCode: '' },
    resolver: problemResolver<Proof>((values) => missingIn(values, needsCode)),
  });
  const submit = form.handleSubmit(({ currentPassword: password, currentCode: code }) =>
    confirm.mutate({ password, ...(needsCode ? { code } : {}) }, { onSuccess: onProved }),
  );
  return (
    <FormFrame onSubmit={submit} act={confirm} gap="m" errorTestId="proof-error">
      <TextField
        control={form.control}
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        label={t('account.confirmPassword')}
        problemText={codeText}
      />
      {needsCode && (
        <TextField
          control={form.control}
          name="currentCode"
          autoComplete="one-time-code"
          label={t('account.confirmCode')}
          problemText={codeText}
        />
      )}
      <div>
        <Button type="submit" aria-disabled={confirm.isPending} data-testid="confirm-by-password">
          {confirm.isPending ? t('account.confirming') : t('account.confirmByPassword')}
        </Button>
      </div>
    </FormFrame>
  );
}

function missingIn({ currentPassword, currentCode }: Proof, needsCode: boolean) {
  return [
    ...(currentPassword === ''
      ? [{ field: 'currentPassword', code: 'field.missing' as const }]
      : []),
    ...(needsCode && currentCode.trim().length < 6
      ? [{ field: 'currentCode', code: 'field.missing' as const }]
      : []),
  ];
}
