import { renamePasskeyRequestSchema, type PasskeyLine } from '@tapaamo/contracts';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { issuesOf } from '../../forms/issues.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { TextField } from '../../forms/text-field.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { formatDate, formatDateAndTime } from '../../time/format.js';
import { Badge } from '../../ui/badge.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { KeepFocus } from '../../ui/keep-focus.js';
import { Actions, Stack } from '../../ui/stack.js';
import styles from './account.module.css';
import { ActNotices } from './act-notices.js';
import { useRemovePasskey, useRenamePasskey } from './queries.js';

/** One passkey, and what can be done with it. */
export function PasskeyRow({ passkey }: { passkey: PasskeyLine }) {
  const { t, language } = useTexts();
  const [open, setOpen] = useState<'rename' | 'remove'>();
  const remove = useRemovePasskey(passkey.id);
  const { name, createdAt, lastUsedAt, backedUp } = passkey;
  const close = () => setOpen(undefined);
  return (
    <li className={styles.row} data-testid="passkey">
      <div className={styles.what}>
        <strong>{name}</strong>
        {backedUp && <Badge mood="quiet">{t('account.backedUp')}</Badge>}
        <span className={styles.soft}>
          {t('account.made', { date: formatDate(createdAt, language) })}.{' '}
          {lastUsedAt === null
            ? t('account.neverUsed')
            : t('account.lastUsed', { time: formatDateAndTime(lastUsedAt, language) })}
          .
        </span>
      </div>
      <KeepFocus shown={open === 'rename' ? 'form' : 'acts'}>
        {open === 'rename' ? (
          <RenameForm passkey={passkey} onDone={close} />
        ) : (
          <Actions>
            <Button
              variant="secondaryNoBorder"
              aria-label={t('account.renameOne', { name })}
              onClick={() => setOpen('rename')}
              data-testid="rename-passkey"
            >
              {t('account.rename')}
            </Button>
            <Button
              variant="secondaryNoBorder"
              aria-label={t('account.removeOne', { name })}
              onClick={() => setOpen('remove')}
              data-testid="remove-passkey"
            >
              {t('account.remove')}
            </Button>
          </Actions>
        )}
      </KeepFocus>
      <ActNotices act={remove} testId="remove-passkey" />
      {open === 'remove' && (
        <ConfirmDialog
          heading={t('account.removeHeading')}
          confirmText={t('account.remove')}
          cancelText={t('account.cancel')}
          testId="really-remove-passkey"
          onConfirm={() => {
            close();
            remove.mutate();
          }}
          onCancel={close}
        >
          {t('account.removeText', { name })}
        </ConfirmDialog>
      )}
    </li>
  );
}

const resolver = problemResolver<{ name: string }>((values) =>
  issuesOf(renamePasskeyRequestSchema, values),
);

function RenameForm({ passkey, onDone }: { passkey: PasskeyLine; onDone: () => void }) {
  const { t } = useTexts();
  const codeText = useCodeText();
  const rename = useRenamePasskey(passkey.id);
  const form = useForm({ defaultValues: { name: passkey.name }, resolver });
  const submit = form.handleSubmit(({ name }) => rename.mutate(name, { onSuccess: onDone }));
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
      <Stack>
        <ActNotices act={rename} testId="rename-passkey" />
        <TextField
          control={form.control}
          name="name"
          label={t('account.newName')}
          problemText={codeText}
        />
        <Actions>
          <Button type="submit" aria-disabled={rename.isPending} data-testid="save-name">
            {t('account.saveName')}
          </Button>
          <Button variant="secondary" onClick={onDone}>
            {t('account.cancel')}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}
