import type { ExternalCalendarState } from '@tapaamo/contracts';
import { useState, type SubmitEvent } from 'react';
import { Button, TextInput } from 'suomifi-ui-components';
import { ApiProblem } from '../../api/api-problem.js';
import { codeText, problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime } from '../../time/format.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import {
  useExternalCalendar,
  useRemoveExternalCalendar,
  useSetExternalCalendar,
} from './queries.js';
import styles from './availability.module.css';

/** The calendar that the professional keeps elsewhere: only when they are busy is read of it. */
export function ExternalSection() {
  const { t } = useTexts();
  const { data } = useExternalCalendar();
  return data === undefined ? null : (
    <section aria-labelledby="external-calendar" data-testid="external-calendar">
      <Stack>
        <h2 id="external-calendar">{t('availability.external')}</h2>
        <p className={styles.hint}>{t('availability.externalLead')}</p>
        {data.host === null ? <AddressForm /> : <Connected calendar={data} />}
      </Stack>
    </section>
  );
}

function AddressForm() {
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
      set.mutate(address);
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

function Connected({ calendar: { host, readAt, failure } }: { calendar: ExternalCalendarState }) {
  const { t, language } = useTexts();
  const remove = useRemoveExternalCalendar();
  return (
    <Stack>
      <p data-testid="external-state">
        {t('availability.externalHost', { host })}{' '}
        {readAt === null
          ? failure === null && t('availability.externalWaiting')
          : t('availability.externalRead', { time: formatDateAndTime(readAt, language) })}
      </p>
      {failure !== null && (
        <Notice status="warning" label={t('availability.externalFailed')} testId="external-failure">
          {t(`availability.external_${failure}`)}
        </Notice>
      )}
      {remove.isError && <Notice status="error">{problemText(remove.error, language)}</Notice>}
      <div>
        <Button
          variant="secondary"
          aria-disabled={remove.isPending}
          onClick={() => remove.mutate()}
          data-testid="remove-external"
        >
          {t('availability.externalRemove')}
        </Button>
      </div>
    </Stack>
  );
}
