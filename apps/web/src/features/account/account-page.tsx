import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import styles from './account.module.css';
import { OwnDetails } from './own-details.js';
import { PasskeySection } from './passkey-section.js';
import { PasswordSection } from './password-section.js';
import { ProofKeeper } from './proof-keeper.js';
import { useAccount, useSessions } from './queries.js';
import { RecoverySection } from './recovery-section.js';
import { SessionSection } from './session-section.js';

/** A person's own account: who they are here, how they sign in, and where they are signed in. */
export function AccountPage() {
  const { t } = useTexts();
  const { data, error, refetch } = useAccount();
  return (
    <ProofKeeper>
      <div className={styles.narrow}>
        <Stack gap="l" testId="account-page">
          <PageHeading>{t('account.heading')}</PageHeading>
          <RecoveredNotice />
          {data === undefined && error === null && <Loading />}
          {data === undefined && error !== null && (
            <Failure error={error} onRetry={() => void refetch()} />
          )}
          {data !== undefined && (
            <>
              <OwnDetails account={data} />
              <PasskeySection account={data} />
              <PasswordSection account={data} />
              <RecoverySection left={data.recoveryCodesLeft} />
              <SessionSection />
            </>
          )}
        </Stack>
      </div>
    </ProofKeeper>
  );
}

/** Whoever came in with a recovery code has lost something, and is told what to do about it. */
function RecoveredNotice() {
  const { t } = useTexts();
  const sessions = useSessions().data ?? [];
  if (!sessions.some(({ own, means }) => own && means === 'password-and-recovery-code')) {
    return null;
  }
  return (
    <Notice status="warning" label={t('account.recoveredLabel')} testId="recovered">
      {t('account.recovered')}
    </Notice>
  );
}
