import { acceptRequestSchema, type Accepted, type Invitation } from '@tapaamo/contracts';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { issuesOf } from '../../forms/issues.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { TextField } from '../../forms/text-field.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import styles from './invitation.module.css';
import { QrCode } from './qr-code.js';
import { useAccept, useNewGenerator } from './queries.js';

interface AcceptFormProps {
  secret: string;
  invitation: Invitation;
  onAccepted: (accepted: Accepted) => void;
}

interface Means {
  password: string;
  code: string;
}

const schema = acceptRequestSchema.omit({ invitation: true });
const resolver = problemResolver<Means>((values) => issuesOf(schema, values));

/** A password and an authenticator app, chosen by the invited person. */
export function AcceptForm({ secret, invitation, onAccepted }: AcceptFormProps) {
  const { t, language } = useTexts();
  const codeText = useCodeText();
  const accept = useAccept();
  const form = useForm<Means>({ defaultValues: { password: '', code: '' }, resolver });
  const submit = form.handleSubmit((means) =>
    accept.mutate({ ...means, invitation: secret }, { onSuccess: onAccepted }),
  );
  const organisation = invitation.organisation[language];
  return (
    <Stack surface="card" gap="l" testId="invitation-page">
      <PageHeading>{t('invitation.heading')}</PageHeading>
      <Invited organisation={organisation} invitation={invitation} />
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="l">
          {/* Lets password managers know whose password it is. */}
          <input type="hidden" name="email" autoComplete="username" value={invitation.email} />
          <h2>{t('invitation.passwordHeading')}</h2>
          <TextField
            control={form.control}
            name="password"
            type="password"
            autoComplete="new-password"
            label={t('invitation.password')}
            hint={t('invitation.passwordHint')}
            problemText={codeText}
          />
          <h2>{t('invitation.appHeading')}</h2>
          <GeneratorKey secret={secret} />
          <TextField
            control={form.control}
            name="code"
            autoComplete="one-time-code"
            inputMode="numeric"
            label={t('invitation.code')}
            hint={t('invitation.codeHint')}
            problemText={codeText}
          />
          {accept.isError && (
            <Notice status="error" testId="invitation-error">
              {problemText(accept.error, language)}
            </Notice>
          )}
          <div>
            <Button type="submit" aria-disabled={accept.isPending} data-testid="accept-invitation">
              {accept.isPending ? t('invitation.accepting') : t('invitation.accept')}
            </Button>
          </div>
        </Stack>
      </form>
    </Stack>
  );
}

function Invited({ organisation, invitation }: { organisation: string; invitation: Invitation }) {
  const { t } = useTexts();
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

function GeneratorKey({ secret }: { secret: string }) {
  const { t } = useTexts();
  const generator = useNewGenerator(secret);
  if (generator.isError) {
    return <Failure error={generator.error} onRetry={() => void generator.refetch()} />;
  }
  if (!generator.isSuccess) {
    return <Loading />;
  }
  return (
    <Stack>
      <p>{t('invitation.appHelp')}</p>
      <QrCode text={generator.data.address} label={t('invitation.picture')} />
      <p>
        {t('invitation.typeKey')}{' '}
        <code className={styles.key} data-testid="generator-key">
          {generator.data.secret}
        </code>
      </p>
    </Stack>
  );
}
