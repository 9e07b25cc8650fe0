import type { Account } from '@tapaamo/contracts';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { TextField } from '../../forms/text-field.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { knowsPasskeys } from '../../passkey/ceremonies.js';
import { usePasskeyProblem } from '../../passkey/use-passkey-problem.js';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
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
      {!byPasskey && !byPassword && <p>{t('account.confirmElsewhere')}</p>}
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

interface Proof {
  currentPassword: string;
  currentCode: string;
}

function ByPassword({ account, onProved }: { account: Account; onProved: () => void }) {
  const { t, language } = useTexts();
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
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack>
        {confirm.isError && (
          <Notice status="error" testId="proof-error">
            {problemText(confirm.error, language)}
          </Notice>
        )}
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
      </Stack>
    </form>
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
