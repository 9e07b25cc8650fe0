import { useState } from 'react';
import type { ExternalCalendarState } from '@tapaamo/contracts';
import { Button, RadioButton, RadioButtonGroup } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime } from '../../time/format.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { ExternalAddress } from './external-address.js';
import { ExternalServer } from './external-server.js';
import { useExternalCalendar, useRemoveExternalCalendar } from './queries.js';
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
        {data.host === null ? <Connecting /> : <Connected calendar={data} />}
      </Stack>
    </section>
  );
}

function Connecting() {
  const { t } = useTexts();
  const [kind, setKind] = useState('link');
  return (
    <>
      <RadioButtonGroup
        id="external-kind"
        name="external-kind"
        labelText={t('availability.externalKind')}
        value={kind}
        onChange={setKind}
      >
        <RadioButton value="link" hintText={t('availability.externalLinkHint')}>
          {t('availability.externalLink')}
        </RadioButton>
        <RadioButton value="server" hintText={t('availability.externalServerHint')}>
          {t('availability.externalServer')}
        </RadioButton>
      </RadioButtonGroup>
      {kind === 'link' ? <ExternalAddress /> : <ExternalServer />}
    </>
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
