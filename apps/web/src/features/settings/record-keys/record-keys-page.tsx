import type { MadeRecordKey } from '@tapaamo/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../../i18n/index.js';
import { Failure } from '../../../ui/failure.js';
import { KeepFocus } from '../../../ui/keep-focus.js';
import { Loading } from '../../../ui/loading.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { ShownOnce } from '../../../ui/shown-once.js';
import { Stack } from '../../../ui/stack.js';
import { KEEPS_SETTINGS, useMe } from '../../sign-in/index.js';
import { SettingsFrame } from '../settings-frame.js';
import styles from '../settings.module.css';
import { RecordKeyForm } from './record-key-form.js';
import { RecordKeyList } from './record-key-list.js';
import { useRecordKeys } from './record-key-queries.js';

/** Keys by which record systems ask and book: kept by admins, seen by data protection officers. */
export function RecordKeysPage() {
  const roles = useMe().data?.roles ?? [];
  const testId = 'record-keys-page';
  return KEEPS_SETTINGS.some((role) => roles.includes(role)) ? (
    <SettingsFrame testId={testId}>
      <RecordKeys isAdmin />
    </SettingsFrame>
  ) : (
    <div className={styles.narrow}>
      <Stack gap="l" testId={testId}>
        <RecordKeys isAdmin={false} />
      </Stack>
    </div>
  );
}

function RecordKeys({ isAdmin }: { isAdmin: boolean }) {
  const { t } = useTexts();
  const { data, isPending, error, refetch } = useRecordKeys();
  const [made, setMade] = useState<MadeRecordKey & { name: string }>();
  const shown = (data?.keys ?? []).map(({ id, revokedAt }) => id + String(revokedAt)).join();
  return (
    <KeepFocus shown={shown}>
      <Stack gap="s">
        <PageHeading>{t('recordKeys.heading')}</PageHeading>
        <p>{t('recordKeys.lead')}</p>
        <p>
          <Link to="/guide/developer">{t('recordKeys.guide')}</Link>
        </p>
      </Stack>
      {isPending && <Loading />}
      {error !== null && data === undefined && (
        <Failure error={error} onRetry={() => void refetch()} />
      )}
      {made !== undefined && (
        <Stack surface="card" testId="made-key">
          <ShownOnce
            key={made.id}
            value={made.key}
            label={t('recordKeys.shown', { name: made.name })}
            hint={t('recordKeys.shownHint')}
            copyText={t('recordKeys.copy')}
            copiedText={{ yes: t('recordKeys.copied'), refused: t('recordKeys.notCopied') }}
            testIds={{ value: 'shown-key', copy: 'copy-key' }}
            takesFocus
          />
        </Stack>
      )}
      {data !== undefined && (
        <Stack surface="card">
          <RecordKeyList keys={data.keys} mayEnd={isAdmin} />
        </Stack>
      )}
      {isAdmin && (
        <Stack surface="card">
          <RecordKeyForm onMade={(key, name) => setMade({ ...key, name })} />
        </Stack>
      )}
    </KeepFocus>
  );
}
