import { Button } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import styles from './sign-out.module.css';
import { useSignOut } from './use-sign-out.js';

interface SignOutProps {
  onSignOut: () => Promise<void>;
}

/** The way out in the header of every page behind the door, for whoever has identified. */
export function SignOutLink({ onSignOut }: SignOutProps) {
  const { t, language } = useTexts();
  const { press, busy, error } = useSignOut(onSignOut);
  return (
    <>
      <button
        type="button"
        className={styles.link}
        onClick={press}
        aria-disabled={busy}
        data-testid="client-sign-out"
      >
        {t('door.signOut')}
      </button>
      {error !== undefined && (
        <div className={styles.notice}>
          <Notice status="error" label={t('door.notSignedOut')} testId="client-sign-out-error">
            {problemText(error, language)}
          </Notice>
        </div>
      )}
    </>
  );
}

interface SignOutButtonProps extends SignOutProps {
  /** Whether the person had identified: else the visit is only closed. */
  isIdentified: boolean;
  variant: 'default' | 'secondaryNoBorder';
}

/** The same as the page's own act, where nothing more is to be done. */
export function SignOutButton({ onSignOut, isIdentified, variant }: SignOutButtonProps) {
  const { t, language } = useTexts();
  const { press, busy, error } = useSignOut(onSignOut);
  return (
    <Stack gap="s">
      {error !== undefined && (
        <Notice status="error" label={t('door.notSignedOut')}>
          {problemText(error, language)}
        </Notice>
      )}
      <Button
        variant={variant}
        fullWidth
        onClick={press}
        aria-disabled={busy}
        data-testid="close-on-this-device"
      >
        {t(isIdentified ? 'door.signOut' : 'door.closeHere')}
      </Button>
    </Stack>
  );
}
