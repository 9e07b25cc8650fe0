import type { Account } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { KeepFocus } from '../../ui/keep-focus.js';
import { Notice } from '../../ui/notice.js';
import { Actions, Stack } from '../../ui/stack.js';
import styles from './account.module.css';
import { GeneratorForm } from './generator-form.js';
import { PasswordForm } from './password-form.js';

type Part = 'password' | 'generator';

/** The password and the authenticator app that belongs to it. */
export function PasswordSection({ account }: { account: Account }) {
  const { t } = useTexts();
  const [open, setOpen] = useState<Part>();
  const [saved, setSaved] = useState<Part>();
  const show = (part: Part) => {
    setSaved(undefined);
    setOpen(part);
  };
  const Form = open === 'generator' ? GeneratorForm : PasswordForm;
  return (
    <Stack surface="card" testId="password-and-app">
      <h2>{t('account.passwordHeading')}</h2>
      <p>{account.codeNeeded ? t('account.passwordLead') : t('account.passwordOnly')}</p>
      <State account={account} />
      {saved !== undefined && (
        <Notice testId={`${saved}-saved`}>
          {saved === 'password' ? t('account.passwordSaved') : t('account.generatorSaved')}
        </Notice>
      )}
      <KeepFocus shown={open ?? 'choice'}>
        {open === undefined ? (
          <Choice account={account} onChoose={show} />
        ) : (
          <Form
            account={account}
            onSaved={() => {
              setOpen(undefined);
              setSaved(open);
            }}
            onCancel={() => setOpen(undefined)}
          />
        )}
      </KeepFocus>
    </Stack>
  );
}

function State({ account: { hasPassword, hasGenerator, codeNeeded } }: { account: Account }) {
  const { t } = useTexts();
  return (
    <>
      <div className={styles.state}>
        <Badge mood={hasPassword ? 'good' : 'quiet'}>
          {hasPassword ? t('account.passwordSet') : t('account.passwordNotSet')}
        </Badge>
        <Badge mood={hasGenerator ? 'good' : 'quiet'}>
          {hasGenerator ? t('account.generatorSet') : t('account.generatorNotSet')}
        </Badge>
      </div>
      {codeNeeded && hasPassword !== hasGenerator && <p>{t('account.halfSet')}</p>}
    </>
  );
}

interface ChoiceProps {
  account: Account;
  onChoose: (part: Part) => void;
}

function Choice({ account: { hasPassword, hasGenerator }, onChoose }: ChoiceProps) {
  const { t } = useTexts();
  return (
    <Actions>
      <Button variant="secondary" onClick={() => onChoose('password')} data-testid="open-password">
        {hasPassword ? t('account.changePassword') : t('account.setPassword')}
      </Button>
      <Button
        variant="secondary"
        onClick={() => onChoose('generator')}
        data-testid="open-generator"
      >
        {hasGenerator ? t('account.changeGenerator') : t('account.setGenerator')}
      </Button>
    </Actions>
  );
}
