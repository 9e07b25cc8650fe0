import { secondFactorRequestSchema, type SecondFactorRequest } from '@tapaamo/contracts';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { hasCode } from '../../api/api-problem.js';
import { FormFrame } from '../../forms/form-frame.js';
import { issuesOf } from '../../forms/issues.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { TextField } from '../../forms/text-field.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Actions, Stack } from '../../ui/stack.js';
import type { useSecondFactor } from './queries.js';

const resolver = problemResolver<SecondFactorRequest>((values) =>
  issuesOf(secondFactorRequestSchema, values),
);

interface SecondFactorFormProps {
  /** Of the page, which goes on when it succeeds. */
  further: ReturnType<typeof useSecondFactor>;
  onStartAgain: () => void;
}

/** The second step of signing in: a code of the person's telephone, or a recovery code. */
export function SecondFactorForm({ further, onStartAgain }: SecondFactorFormProps) {
  const { t } = useTexts();
  const codeText = useCodeText();
  const form = useForm<SecondFactorRequest>({ defaultValues: { code: '' }, resolver });
  const submit = form.handleSubmit((request) => further.mutate(request));
  const isOver = hasCode(further.error, 'sign-in.start-again');
  return (
    <Stack surface="card" gap="l" testId="second-factor-page">
      <PageHeading>{t('secondFactor.heading')}</PageHeading>
      <FormFrame onSubmit={submit} act={further} errorTestId="second-factor-error">
        <p>{t('secondFactor.help')}</p>
        <TextField
          control={form.control}
          name="code"
          autoComplete="one-time-code"
          label={t('secondFactor.code')}
          problemText={codeText}
        />
        <Actions>
          {!isOver && (
            <Button type="submit" aria-disabled={further.isPending} data-testid="use-code">
              {further.isPending ? t('secondFactor.checking') : t('secondFactor.continue')}
            </Button>
          )}
          <Button
            variant={isOver ? 'default' : 'secondary'}
            onClick={onStartAgain}
            data-testid="start-again"
          >
            {t('secondFactor.startAgain')}
          </Button>
        </Actions>
      </FormFrame>
    </Stack>
  );
}
