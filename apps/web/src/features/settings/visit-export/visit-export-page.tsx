import type { ExportKey } from '@tapaamo/contracts';
import { useTexts } from '../../../i18n/index.js';
import { formatDate } from '../../../time/format.js';
import { Failure } from '../../../ui/failure.js';
import { KeepFocus } from '../../../ui/keep-focus.js';
import { Loading } from '../../../ui/loading.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { Stack } from '../../../ui/stack.js';
import { KEEPS_SETTINGS, useMe } from '../../sign-in/index.js';
import { SettingsFrame } from '../settings-frame.js';
import styles from '../settings.module.css';
import { ExportKeyForm } from './export-key-form.js';
import { useExportKey } from './export-queries.js';
import { FetchExport } from './fetch-export.js';

/** The sealed file of all living visits: an admin says for whom it is sealed, another person fetches it. */
export function VisitExportPage() {
  const roles = useMe().data?.roles ?? [];
  const testId = 'export-page';
  return KEEPS_SETTINGS.some((role) => roles.includes(role)) ? (
    <SettingsFrame testId={testId}>
      <VisitExport isAdmin />
    </SettingsFrame>
  ) : (
    <div className={styles.narrow}>
      <Stack gap="l" testId={testId}>
        <VisitExport isAdmin={false} />
      </Stack>
    </div>
  );
}

function VisitExport({ isAdmin }: { isAdmin: boolean }) {
  const { t } = useTexts();
  const { data, isPending, error, refetch } = useExportKey();
  return (
    <KeepFocus shown={String(data?.setAt)}>
      <Stack gap="s">
        <PageHeading>{t('visitExport.heading')}</PageHeading>
        <p>{t('visitExport.lead')}</p>
      </Stack>
      {isPending && <Loading />}
      {error !== null && data === undefined && (
        <Failure error={error} onRetry={() => void refetch()} />
      )}
      {data !== undefined && (
        <>
          <Stack surface="card" testId="export-key">
            <h2>{t('visitExport.key')}</h2>
            <KeyNow {...data} />
            {isAdmin && <ExportKeyForm key={String(data.setAt)} />}
          </Stack>
          <Stack surface="card" testId="export-file">
            <h2>{t('visitExport.file')}</h2>
            <FetchExport exportKey={data} />
          </Stack>
        </>
      )}
    </KeepFocus>
  );
}

function KeyNow({ recipient, setAt }: ExportKey) {
  const { t, language } = useTexts();
  return recipient === null || setAt === null ? (
    <p>{t('visitExport.noKey')}</p>
  ) : (
    <>
      <p>{t('visitExport.keySince', { date: formatDate(setAt, language) })}</p>
      <p>
        <code className={styles.long}>{recipient}</code>
      </p>
    </>
  );
}
