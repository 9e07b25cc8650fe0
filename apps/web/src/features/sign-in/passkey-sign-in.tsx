import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { usePasskeyProblem } from '../../passkey/use-passkey-problem.js';
import { knowsPasskeys } from '../../passkey/ceremonies.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import type { usePasskeySignIn } from './queries.js';
import { usePasskeySuggestions } from './use-passkey-suggestions.js';
import styles from './passkey-sign-in.module.css';

interface PasskeySignInProps {
  /** Of the page, which goes on when it succeeds. */
  signIn: ReturnType<typeof usePasskeySignIn>;
}

/** Signing in with a passkey: nothing is typed. Browsers that can suggest them in the address field, too. Not there where the browser knows no passkeys. */
export function PasskeySignIn({ signIn }: PasskeySignInProps) {
  const { t } = useTexts();
  const problem = usePasskeyProblem();
  usePasskeySuggestions(signIn);
  if (!knowsPasskeys()) {
    return null;
  }
  return (
    <Stack>
      {signIn.isError && (
        <Notice status="error" testId="passkey-error">
          {problem(signIn.error)}
        </Notice>
      )}
      <div>
        <Button
          variant="secondary"
          onClick={() => signIn.mutate(undefined)}
          aria-disabled={signIn.isPending}
          data-testid="sign-in-with-passkey"
        >
          {signIn.isPending ? t('passkey.asking') : t('passkey.signIn')}
        </Button>
      </div>
      <p className={styles.or}>{t('passkey.orPassword')}</p>
    </Stack>
  );
}
