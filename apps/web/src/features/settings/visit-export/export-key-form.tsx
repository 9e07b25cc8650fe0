import { setExportKeyRequestSchema } from '@tapaamo/contracts';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { ApiProblem } from '../../../api/api-problem.js';
import { issuesOf } from '../../../forms/issues.js';
import { problemResolver } from '../../../forms/problem-resolver.js';
import { AS_WRITTEN, TextField } from '../../../forms/text-field.js';
import { useCodeText } from '../../../forms/use-code-text.js';
import { useTexts } from '../../../i18n/index.js';
import { Failure } from '../../../ui/failure.js';
import { Stack } from '../../../ui/stack.js';
import { useSetExportKey } from './export-queries.js';

interface Values {
  recipient: string;
}

const resolver = problemResolver<Values>((values) =>
  values.recipient.trim() === ''
    ? [{ field: 'recipient', code: 'field.missing' }]
    : issuesOf(setExportKeyRequestSchema, values),
);

/** Says for whom the file is sealed. What was written stays when it is refused. */
export function ExportKeyForm() {
  const { t } = useTexts();
  const set = useSetExportKey();
  const problemText = useCodeText();
  const form = useForm<Values>({ defaultValues: { recipient: '' }, resolver });
  const submit = form.handleSubmit(({ recipient }) =>
    set.mutateAsync(recipient.trim()).then(
      () => undefined,
      (error: unknown) => {
        for (const { code } of error instanceof ApiProblem ? error.fields : []) {
          form.setError('recipient', { type: code });
        }
      },
    ),
  );
  const { isSubmitting, errors } = form.formState;
  return (
    <form noValidate onSubmit={(event) => void submit(event)} data-testid="export-key-form">
      <Stack>
        {set.isError && errors.recipient === undefined && <Failure error={set.error} />}
        <TextField
          {...AS_WRITTEN}
          control={form.control}
          problemText={problemText}
          name="recipient"
          label={t('visitExport.recipient')}
          hint={t('visitExport.recipientHint')}
        />
        <div>
          <Button type="submit" aria-disabled={isSubmitting} data-testid="set-export-key">
            {t(isSubmitting ? 'visitExport.saving' : 'visitExport.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
