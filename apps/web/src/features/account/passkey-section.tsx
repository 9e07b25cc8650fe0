import type { Account } from '@tapaamo/contracts';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { knowsPasskeys } from '../../passkey/ceremonies.js';
import { KeepFocus } from '../../ui/keep-focus.js';
import { Stack } from '../../ui/stack.js';
import styles from './account.module.css';
import { ActNotices } from './act-notices.js';
import { PasskeyRow } from './passkey-row.js';
import { useAddPasskey } from './queries.js';

/** The person's passkeys. */
export function PasskeySection({ account: { passkeys } }: { account: Account }) {
  const { t } = useTexts();
  const add = useAddPasskey();
  return (
    <Stack surface="card" testId="passkeys">
      <h2>{t('account.passkeysHeading')}</h2>
      <p>{t('account.passkeysLead')}</p>
      <KeepFocus shown={passkeys.map(({ id }) => id).join()}>
        {passkeys.length === 0 ? (
          <p>{t('account.noPasskeys')}</p>
        ) : (
          <ul className={styles.list}>
            {passkeys.map((passkey) => (
              <PasskeyRow key={passkey.id} passkey={passkey} />
            ))}
          </ul>
        )}
        <ActNotices act={add} done={t('account.passkeyAdded')} testId="add-passkey" />
        {knowsPasskeys() ? (
          <div>
            <Button
              onClick={() => add.mutate()}
              aria-disabled={add.isPending}
              data-testid="add-passkey"
            >
              {add.isPending ? t('passkey.asking') : t('account.addPasskey')}
            </Button>
          </div>
        ) : (
          <p className={styles.soft}>{t('account.unknowingBrowser')}</p>
        )}
      </KeepFocus>
    </Stack>
  );
}
