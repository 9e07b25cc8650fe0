import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { knowsPasskeys } from '../../passkey/ceremonies.js';
import { usePasskeyProblem } from '../../passkey/use-passkey-problem.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { ByProvider } from './by-provider.js';
import { PasswordForm, type AcceptProps } from './password-form.js';
import { useAcceptWithPasskey } from './queries.js';

/** A passkey, or a password with an authenticator app, as the invited person likes; or the organisation's provider. */
export function AcceptForm(props: AcceptProps) {
  const { t } = useTexts();
  const { provider } = props.invitation;
  return (
    <Stack surface="card" gap="l" testId="invitation-page">
      <PageHeading>{t('invitation.heading')}</PageHeading>
      <Invited {...props} />
      {provider === null ? <OwnMeans {...props} /> : <ByProvider provider={provider} />}
    </Stack>
  );
}

function OwnMeans(props: AcceptProps) {
  const { t } = useTexts();
  const [byPassword, setByPassword] = useState(!knowsPasskeys());
  return (
    <>
      {byPassword ? (
        <>
          <PasswordForm {...props} />
          {knowsPasskeys() && (
            <div>
              <Button
                variant="secondaryNoBorder"
                onClick={() => setByPassword(false)}
                data-testid="rather-passkey"
              >
                {t('invitation.ratherPasskey')}
              </Button>
            </div>
          )}
        </>
      ) : (
        <>
          <PasskeyWay {...props} />
          <div>
            <Button
              variant="secondaryNoBorder"
              onClick={() => setByPassword(true)}
              data-testid="rather-password"
            >
              {t('invitation.ratherPassword')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function PasskeyWay({ secret, onAccepted }: AcceptProps) {
  const { t } = useTexts();
  const accept = useAcceptWithPasskey();
  const problem = usePasskeyProblem();
  return (
    <Stack>
      <h2>{t('invitation.passkeyHeading')}</h2>
      <p>{t('invitation.passkeyHelp')}</p>
      {accept.isError && (
        <Notice status="error" testId="invitation-error">
          {problem(accept.error)}
        </Notice>
      )}
      <div>
        <Button
          onClick={() => accept.mutate(secret, { onSuccess: onAccepted })}
          aria-disabled={accept.isPending}
          data-testid="accept-with-passkey"
        >
          {accept.isPending ? t('passkey.asking') : t('invitation.acceptWithPasskey')}
        </Button>
      </div>
    </Stack>
  );
}

function Invited({ invitation }: AcceptProps) {
  const { t, language } = useTexts();
  const organisation = invitation.organisation[language];
  return (
    <div>
      <p>{t('invitation.invited', { organisation })}</p>
      <p>
        {t('invitation.name')}: {invitation.displayName}
      </p>
      <p>
        {t('invitation.email')}: {invitation.email}
      </p>
    </div>
  );
}
