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
import { GeneratorKey } from '../../ui/generator-key.js';
import { Loading } from '../../ui/loading.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { useAccept, useNewGenerator } from './queries.js';

/** What a way of accepting knows. */
export interface AcceptProps {
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
export function PasswordForm({ secret, invitation, onAccepted }: AcceptProps) {
  const { t, language } = useTexts();
  const codeText = useCodeText();
  const accept = useAccept();
  const form = useForm<Means>({ defaultValues: { password: '', code: '' }, resolver });
  const submit = form.handleSubmit((means) =>
    accept.mutate({ ...means, invitation: secret }, { onSuccess: onAccepted }),
  );
  return (
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
        <OfferedKey secret={secret} />
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
  );
}

function OfferedKey({ secret }: { secret: string }) {
  const generator = useNewGenerator(secret);
  if (generator.isError) {
    return <Failure error={generator.error} onRetry={() => void generator.refetch()} />;
  }
  return generator.isSuccess ? <GeneratorKey generator={generator.data} /> : <Loading />;
}
