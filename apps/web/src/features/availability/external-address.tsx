import { useState, type SubmitEvent } from 'react';
import { Button, TextInput } from 'suomifi-ui-components';
import { ApiProblem } from '../../api/api-problem.js';
import { codeText, problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { useSetExternalCalendar } from './queries.js';

/** The link that is enough to read a calendar (ICS). */
export function ExternalAddress() {
  const { t, language } = useTexts();
  const set = useSetExternalCalendar();
  const [address, setAddress] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [refused] = set.error instanceof ApiProblem ? set.error.fields : [];
  const problem =
    isChecked && address.trim() === ''
      ? codeText('field.missing', language)
      : refused && codeText(refused.code, language);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (address.trim() !== '') {
      set.mutate({ address });
    }
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <TextInput
          id="field-address"
          labelText={t('availability.externalAddress')}
          hintText={t('availability.externalHint')}
          autoComplete="off"
          value={address}
          onChange={(value) => setAddress(String(value ?? ''))}
          status={problem === undefined ? 'default' : 'error'}
          statusText={problem ?? ''}
        />
        {set.isError && problem === undefined && (
          <Notice status="error">{problemText(set.error, language)}</Notice>
        )}
        <div>
          <Button
            type="submit"
            variant="secondary"
            aria-disabled={set.isPending}
            data-testid="set-external"
          >
            {t('availability.externalSet')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
