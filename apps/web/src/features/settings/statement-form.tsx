import {
  signStatementRequestSchema,
  type ErrorCode,
  type ServiceSettings,
} from '@tapaamo/contracts';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { codeText, problemText } from '../../api/problem-text.js';
import { issuesOf } from '../../forms/issues.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { TextField } from '../../forms/text-field.js';
import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime } from '../../time/format.js';
import { Badge } from '../../ui/badge.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { useSendService } from './queries.js';

interface StatementValues {
  recordSystem: string;
}

const resolver = problemResolver<StatementValues>((values) =>
  issuesOf(signStatementRequestSchema, values),
);

/** "Client data is recorded elsewhere": who signed it, or the way to sign it. Nothing can be booked before. */
export function StatementForm({ service }: { service: ServiceSettings }) {
  const { t, language } = useTexts();
  const send = useSendService();
  const form = useForm<StatementValues>({ defaultValues: { recordSystem: '' }, resolver });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit((values) =>
    send(`/${service.id}/statement`, values).then(
      () => form.reset(),
      (error: unknown) => form.setError('root', { message: problemText(error, language) }),
    ),
  );
  const { statement } = service;
  return (
    <Stack>
      <h2>{t('settings.statement')}</h2>
      <p>{t('settings.statementText')}</p>
      <p data-testid="statement">
        {statement === null ? (
          <Badge mood="doubtful">{t('settings.unsigned')}</Badge>
        ) : (
          <Badge mood="good">
            {t('settings.signed', {
              name: statement.signedBy,
              time: formatDateAndTime(statement.signedAt, language),
              place: statement.recordSystem,
            })}
          </Badge>
        )}
      </p>
      <form noValidate onSubmit={(event) => void submit(event)} data-testid="statement-form">
        <Stack>
          {errors.root?.message !== undefined && (
            <Notice status="error">{errors.root.message}</Notice>
          )}
          <TextField
            control={form.control}
            name="recordSystem"
            label={t('settings.recordSystem')}
            hint={t('settings.recordSystemHint')}
            autoComplete="off"
            problemText={(code) =>
              code === undefined ? undefined : codeText(code as ErrorCode, language)
            }
          />
          <div>
            <Button
              type="submit"
              variant={statement === null ? 'default' : 'secondary'}
              aria-disabled={isSubmitting}
              data-testid="sign-statement"
            >
              {statement === null ? t('settings.sign') : t('settings.signAgain')}
            </Button>
          </div>
        </Stack>
      </form>
    </Stack>
  );
}
