import { VISIT_CODE_PATH, signInRequestSchema, type SignInRequest } from '@tapaamo/contracts';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Navigate, useLocation } from 'react-router';
import { Button } from 'suomifi-ui-components';
import { FormFrame } from '../../forms/form-frame.js';
import { issuesOf } from '../../forms/issues.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { TextField } from '../../forms/text-field.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { PageFrame } from '../../ui/page-frame.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { homeOf } from './home-of.js';
import { ProviderOutcome } from './provider-outcome.js';
import { ProviderOnly, onlyProviderIn } from './provider-only.js';
import { OfferedProvider, ProviderSignIn } from './provider-sign-in.js';
import { PasskeySignIn } from './passkey-sign-in.js';
import { useMe, usePasskeySignIn, useRecovery, useSecondFactor, useSignIn } from './queries.js';
import { RecoveryForm } from './recovery-form.js';
import { returnPath } from './return-path.js';
import { SecondFactorForm } from './second-factor-form.js';

const EMPTY: SignInRequest = { email: '', password: '' };
const resolver = problemResolver<SignInRequest>((values) => issuesOf(signInRequestSchema, values));

/** Sign-in of staff; who is signed in already is led on. Clients never come here: they have their link. */
export function SignInPage() {
  const { t } = useTexts();
  const { search } = useLocation();
  const me = useMe();
  const signIn = useSignIn();
  const byPasskey = usePasskeySignIn();
  const [landing, setLanding] = useState<string>();
  const [isRecovering, setIsRecovering] = useState(false);
  // Whoever needed a recovery code is led to where a new means is set.
  const toAccount = () => setLanding('/account');
  const further = useSecondFactor(toAccount);
  const recovery = useRecovery(toAccount);
  const ways = [signIn, byPasskey, further, recovery];
  const startAgain = () => ways.forEach((way) => way.reset());
  const onlyBy = onlyProviderIn(ways.map(({ error }) => error));
  const form = useForm<SignInRequest>({ defaultValues: EMPTY, resolver, shouldFocusError: true });
  const submit = form.handleSubmit((credentials) => signIn.mutate(credentials));
  const addressOf = async () =>
    (await form.trigger('email', { shouldFocus: true }))
      ? form.getValues('email').trim()
      : undefined;
  const text = useCodeText();
  if (me.isSuccess) {
    return <Navigate to={landing ?? returnPath(search) ?? homeOf(me.data.roles)} replace />;
  }
  if (onlyBy !== undefined) {
    return (
      <PageFrame width="narrow">
        <ProviderOnly organisationId={onlyBy} onBack={startAgain} />
      </PageFrame>
    );
  }
  if (signIn.data?.state === 'second-factor') {
    return (
      <PageFrame width="narrow">
        <SecondFactorForm further={further} onStartAgain={startAgain} />
      </PageFrame>
    );
  }
  if (isRecovering) {
    return (
      <PageFrame width="narrow">
        <RecoveryForm recovery={recovery} onBack={() => setIsRecovering(false)} />
      </PageFrame>
    );
  }
  return (
    <PageFrame width="narrow">
      <Stack surface="card" gap="l" testId="sign-in-page">
        <PageHeading>{t('signIn.heading')}</PageHeading>
        <ProviderOutcome />
        <OfferedProvider />
        <PasskeySignIn signIn={byPasskey} />
        <FormFrame onSubmit={submit} act={signIn} testId="sign-in-form" errorTestId="sign-in-error">
          <TextField
            control={form.control}
            name="email"
            type="email"
            autoComplete="username webauthn"
            label={t('signIn.email')}
            problemText={text}
          />
          <TextField
            control={form.control}
            name="password"
            type="password"
            autoComplete="current-password"
            label={t('signIn.password')}
            problemText={text}
          />
          <div>
            <Button type="submit" aria-disabled={signIn.isPending} data-testid="sign-in">
              {signIn.isPending ? t('signIn.signingIn') : t('signIn.signIn')}
            </Button>
          </div>
        </FormFrame>
        <ProviderSignIn addressOf={addressOf} />
        <div>
          <Button
            variant="secondaryNoBorder"
            onClick={() => setIsRecovering(true)}
            data-testid="sign-in-with-recovery-code"
          >
            {t('recovery.open')}
          </Button>
        </div>
        <p>{t('signIn.clientHint')}</p>
        <p>
          <a href={VISIT_CODE_PATH}>{t('signIn.visitCode')}</a>
        </p>
      </Stack>
    </PageFrame>
  );
}
