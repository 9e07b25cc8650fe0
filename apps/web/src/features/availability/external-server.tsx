import {
  calendarSignInSchema,
  setExternalCalendarRequestSchema,
  type FoundCalendar,
} from '@tapaamo/contracts';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { ApiProblem } from '../../api/api-problem.js';
import { FormFrame } from '../../forms/form-frame.js';
import { issuesOf } from '../../forms/issues.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { TextField } from '../../forms/text-field.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { FoundCalendars } from './found-calendars.js';
import { useCalendarLookUp } from './queries.js';

const FIRST = { address: '', accountName: '', password: '' };

type Values = typeof FIRST;

const resolver = problemResolver<Values>(({ address, ...signIn }) => [
  ...issuesOf(setExternalCalendarRequestSchema, { address }),
  ...issuesOf(calendarSignInSchema, signIn),
]);

/** A server of calendars (CalDAV): what it has is looked up, and one is chosen of it. */
export function ExternalServer() {
  const { t } = useTexts();
  const codeText = useCodeText();
  const lookUp = useCalendarLookUp();
  const form = useForm<Values>({ defaultValues: FIRST, resolver });
  const [found, setFound] = useState<{ calendars: FoundCalendar[]; as: Values } | null>(null);
  const submit = form.handleSubmit(async (as) => {
    const { address, ...signIn } = as;
    await lookUp.mutateAsync({ address, signIn }).then(
      ({ calendars, failure }) => {
        setFound(failure === null ? { calendars, as } : null);
        if (failure === 'wrong-password') {
          form.setFocus('password');
        }
      },
      (error: unknown) => {
        for (const { field, code } of error instanceof ApiProblem ? error.fields : []) {
          form.setError(field as keyof Values, { type: code });
        }
      },
    );
  });
  const back = () => {
    flushSync(() => setFound(null));
    form.setFocus('address');
  };
  if (found !== null) {
    const { accountName, password } = found.as;
    return (
      <FoundCalendars
        calendars={found.calendars}
        signIn={{ accountName, password }}
        onBack={back}
      />
    );
  }
  const failure = lookUp.isPending ? null : (lookUp.data?.failure ?? null);
  const field = { control: form.control, problemText: codeText };
  return (
    <FormFrame onSubmit={submit} act={lookUp} gap="m" errorTestId="look-up-error">
      {failure !== null && (
        <Notice status="error" label={t('availability.notFound')} testId="look-up-failure">
          {t(`availability.lookUp_${failure}`)}
        </Notice>
      )}
      <TextField
        {...field}
        name="address"
        label={t('availability.serverAddress')}
        hint={t('availability.serverAddressHint')}
        autoComplete="off"
        inputMode="url"
      />
      <TextField
        {...field}
        name="accountName"
        label={t('availability.accountName')}
        autoComplete="off"
      />
      <TextField
        {...field}
        name="password"
        type="password"
        label={t('availability.password')}
        hint={t('availability.passwordHint')}
        autoComplete="new-password"
      />
      <div>
        <Button
          type="submit"
          variant="secondary"
          aria-disabled={lookUp.isPending}
          data-testid="look-up-calendars"
        >
          {t(lookUp.isPending ? 'availability.lookingUp' : 'availability.lookUp')}
        </Button>
      </div>
    </FormFrame>
  );
}
