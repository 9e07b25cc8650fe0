import {
  makeRecordKeyRequestSchema,
  recordScopeSchema,
  type MadeRecordKey,
  type MakeRecordKeyRequest,
  type RecordScope,
} from '@tapaamo/contracts';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { ApiProblem } from '../../../api/api-problem.js';
import { ChoicesField } from '../../../forms/choices-field.js';
import { DateField } from '../../../forms/date-field.js';
import { issuesOf } from '../../../forms/issues.js';
import { problemCode, problemResolver } from '../../../forms/problem-resolver.js';
import { ProblemSummary } from '../../../forms/problem-summary.js';
import { TextField } from '../../../forms/text-field.js';
import { useCodeText } from '../../../forms/use-code-text.js';
import { useTexts } from '../../../i18n/index.js';
import { now } from '../../../time/clock.js';
import { formatDay } from '../../../time/format.js';
import { addDays, localDayOf, readDay } from '../../../time/local-day.js';
import { Failure } from '../../../ui/failure.js';
import { Stack } from '../../../ui/stack.js';
import { useMakeRecordKey } from './record-key-queries.js';
import { SCOPE_TEXT } from './scope-text.js';

interface Values {
  name: string;
  scopes: RecordScope[];
  lastDay: string;
}

const FIELDS = ['name', 'scopes', 'lastDay'] as const;

const resolver = problemResolver<Values>((values) => {
  const request = requestOf(values);
  // Nothing chosen is missing, and no mistake of writing.
  return issuesOf(makeRecordKeyRequestSchema, request).map((problem) =>
    problem.field === 'scopes' ? { ...problem, code: 'field.missing' } : problem,
  );
});

/** Makes a key. Nothing written is lost when something is refused. */
export function RecordKeyForm({ onMade }: { onMade: (made: MadeRecordKey, name: string) => void }) {
  const { t } = useTexts();
  const make = useMakeRecordKey();
  const text = useCodeText();
  const form = useForm<Values>({
    defaultValues: emptyForm(),
    resolver,
    // The summary takes the focus instead: it names every problem at once.
    shouldFocusError: false,
  });
  const submit = form.handleSubmit((values) =>
    make.mutateAsync(requestOf(values)).then(
      (made) => {
        onMade(made, values.name.trim());
        form.reset(emptyForm());
      },
      (error: unknown) => {
        for (const { field, code } of error instanceof ApiProblem ? error.fields : []) {
          form.setError(field as keyof Values, { type: code });
        }
      },
    ),
  );
  const { errors, submitCount, isSubmitting } = form.formState;
  const field = { control: form.control, problemText: text };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} data-testid="record-key-form">
      <Stack>
        <h2>{t('recordKeys.new')}</h2>
        <ProblemSummary
          key={isSubmitting ? 'submitting' : submitCount}
          fields={FIELDS}
          problemOf={(name) => text(problemCode(errors, name), name)}
          labelOf={(name) => t(`recordKeys.${name}`)}
        />
        {make.isError && Object.keys(errors).length === 0 && <Failure error={make.error} />}
        <TextField
          {...field}
          name="name"
          label={t('recordKeys.name')}
          hint={t('recordKeys.nameHint')}
          autoComplete="off"
        />
        <ChoicesField
          {...field}
          name="scopes"
          label={t('recordKeys.scopes')}
          choices={recordScopeSchema.options.map((value) => ({
            value,
            text: t(SCOPE_TEXT[value]),
            testId: `scope-${value}`,
          }))}
        />
        <DateField
          {...field}
          name="lastDay"
          label={t('recordKeys.lastDay')}
          hint={t('recordKeys.lastDayHint')}
        />
        <div>
          <Button type="submit" aria-disabled={isSubmitting} data-testid="make-key">
            {t(isSubmitting ? 'recordKeys.making' : 'recordKeys.make')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** A key lasts for a year unless it is said otherwise: one that everybody forgot ends by itself. */
function emptyForm(): Values {
  return { name: '', scopes: [], lastDay: formatDay(addDays(localDayOf(now()), 365), 'fi') };
}

function requestOf({ name, scopes, lastDay }: Values): MakeRecordKeyRequest {
  const day = readDay(lastDay, localDayOf(now())) ?? lastDay;
  return { name, scopes, lastDay: lastDay.trim() === '' ? null : day };
}
