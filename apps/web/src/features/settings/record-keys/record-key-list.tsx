import type { RecordKey } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { problemText } from '../../../api/problem-text.js';
import { useTexts } from '../../../i18n/index.js';
import { now } from '../../../time/clock.js';
import { formatDate, formatDay } from '../../../time/format.js';
import { localDayOf } from '../../../time/local-day.js';
import { Badge } from '../../../ui/badge.js';
import { CardTable } from '../../../ui/card-table.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { Notice } from '../../../ui/notice.js';
import { Stack } from '../../../ui/stack.js';
import { useRevokeRecordKey } from './record-key-queries.js';
import { SCOPE_TEXT } from './scope-text.js';

interface RecordKeyListProps {
  keys: readonly RecordKey[];
  mayEnd: boolean;
}

/** The keys there are and were, and what ends one. */
export function RecordKeyList({ keys, mayEnd }: RecordKeyListProps) {
  const { t, language } = useTexts();
  const revoke = useRevokeRecordKey();
  const [asked, setAsked] = useState<RecordKey>();
  const [ended, setEnded] = useState('');
  const columns = (['key', 'allows', 'used', 'state'] as const).map((column) =>
    t(`recordKeys.${column}`),
  );
  const end = ({ id, name }: RecordKey) => {
    setAsked(undefined);
    setEnded('');
    revoke.mutate(id, { onSuccess: () => setEnded(name) });
  };
  return (
    <Stack testId="record-keys">
      <h2>{t('recordKeys.all')}</h2>
      <p role="status" data-testid="key-ended">
        {ended !== '' && t('recordKeys.ended', { name: ended })}
      </p>
      {revoke.isError && <Notice status="error">{problemText(revoke.error, language)}</Notice>}
      {keys.length === 0 ? (
        <p>{t('recordKeys.none')}</p>
      ) : (
        <CardTable
          testId="record-key-table"
          label={t('recordKeys.all')}
          columns={columns}
          rows={keys.map((key) => ({
            key: key.id,
            testId: `record-key-${key.id}`,
            cells: [
              <KeyName key="name" {...key} />,
              <Scopes key="scopes" {...key} />,
              <Use key="use" {...key} />,
              <State key="state" recordKey={key} onEnd={mayEnd ? setAsked : undefined} />,
            ],
          }))}
        />
      )}
      {asked !== undefined && (
        <ConfirmDialog
          heading={t('recordKeys.endHeading', { name: asked.name })}
          confirmText={t('recordKeys.end')}
          cancelText={t('recordKeys.keep')}
          testId="confirm-end-key"
          onConfirm={() => end(asked)}
          onCancel={() => setAsked(undefined)}
        >
          {t('recordKeys.endText')}
        </ConfirmDialog>
      )}
    </Stack>
  );
}

function KeyName({ name, prefix }: RecordKey) {
  return (
    <>
      <strong>{name}</strong>
      <br />
      <code>{`${prefix}…`}</code>
    </>
  );
}

function Scopes({ scopes }: RecordKey) {
  const { t } = useTexts();
  return scopes.map((scope) => <div key={scope}>{t(SCOPE_TEXT[scope])}</div>);
}

function Use({ createdAt, lastDay, lastUsedOn }: RecordKey) {
  const { t, language } = useTexts();
  return (
    <>
      <div>
        {lastDay === null
          ? t('recordKeys.noEnd')
          : t('recordKeys.until', { day: formatDay(lastDay, language) })}
      </div>
      <div>{t('recordKeys.madeOn', { day: formatDate(createdAt, language) })}</div>
      <div>
        {lastUsedOn === null
          ? t('recordKeys.neverUsed')
          : t('recordKeys.lastUsed', { day: formatDay(lastUsedOn, language) })}
      </div>
    </>
  );
}

interface StateProps {
  recordKey: RecordKey;
  onEnd: ((key: RecordKey) => void) | undefined;
}

/** Whether it works; if so, what ends it. */
function State({ recordKey, onEnd }: StateProps) {
  const { t, language } = useTexts();
  const { name, revokedAt, lastDay } = recordKey;
  if (revokedAt !== null) {
    const day = formatDate(revokedAt, language);
    return <Badge mood="quiet">{t('recordKeys.stateEnded', { day })}</Badge>;
  }
  const hasRunOut = lastDay !== null && lastDay < localDayOf(now());
  return (
    <Stack gap="s">
      <div>
        <Badge mood={hasRunOut ? 'doubtful' : 'good'}>
          {t(hasRunOut ? 'recordKeys.stateRunOut' : 'recordKeys.stateWorks')}
        </Badge>
      </div>
      {onEnd !== undefined && (
        <div>
          <Button
            variant="secondaryNoBorder"
            onClick={() => onEnd(recordKey)}
            aria-label={t('recordKeys.endName', { name })}
            data-testid="end-key"
          >
            {t('recordKeys.end')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
