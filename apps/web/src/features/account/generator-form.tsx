import { setGeneratorRequestSchema, type SetGeneratorRequest } from '@tapaamo/contracts';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { issuesOf } from '../../forms/issues.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { TextField } from '../../forms/text-field.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { GeneratorKey } from '../../ui/generator-key.js';
import { Loading } from '../../ui/loading.js';
import { Actions, Stack } from '../../ui/stack.js';
import { ActNotices } from './act-notices.js';
import type { MeansFormProps } from './password-form.js';
import { useOfferGenerator, useSetGenerator } from './queries.js';

const resolver = problemResolver<SetGeneratorRequest>((values) =>
  issuesOf(setGeneratorRequestSchema, values),
);

/** A new authenticator app: its key as a picture, and a code that shows that it has it. */
export function GeneratorForm({ account, onSaved, onCancel }: MeansFormProps) {
  const { t } = useTexts();
  const codeText = useCodeText();
  const { mutate: offer, ...offered } = useOfferGenerator();
  const set = useSetGenerator();
  const form = useForm<SetGeneratorRequest>({ defaultValues: { code: '' }, resolver });
  const submit = form.handleSubmit(({ code }) => set.mutate(code, { onSuccess: onSaved }));
  useEffect(() => offer(), [offer]);
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack>
        <ActNotices act={offered} testId="generator-offer" />
        {offered.isPending && <Loading />}
        {offered.data !== undefined && (
          <>
            <GeneratorKey generator={offered.data} />
            <TextField
              control={form.control}
              name="code"
              autoComplete="one-time-code"
              inputMode="numeric"
              label={t('invitation.code')}
              hint={t('invitation.codeHint')}
              problemText={codeText}
            />
            {account.hasGenerator && <p>{t('account.endsOthers')}</p>}
            <ActNotices act={set} testId="generator" />
          </>
        )}
        <Actions>
          {offered.data !== undefined && (
            <Button type="submit" aria-disabled={set.isPending} data-testid="save-generator">
              {set.isPending ? t('account.saving') : t('account.saveGenerator')}
            </Button>
          )}
          <Button variant="secondary" onClick={onCancel}>
            {t('account.cancel')}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}
