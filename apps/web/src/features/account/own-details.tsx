import type { Account } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { Stack } from '../../ui/stack.js';
import styles from './account.module.css';

/** Whose account it is. */
export function OwnDetails({ account }: { account: Account }) {
  const { t } = useTexts();
  const roles = account.roles.map((role) => t(`account.role_${role}`));
  return (
    <Stack surface="card">
      <dl className={styles.details}>
        <dt>{t('account.name')}</dt>
        <dd>{account.displayName}</dd>
        <dt>{t('account.email')}</dt>
        <dd>{account.email}</dd>
        <dt>{t('account.roles')}</dt>
        <dd>{roles.join(', ')}</dd>
      </dl>
      <p className={styles.soft}>{t('account.keptByAdmin')}</p>
    </Stack>
  );
}
