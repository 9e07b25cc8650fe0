import { COUNT_FLOOR, type DoubtfulAdmissionCounts } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatMonth } from '../../time/format.js';
import { CardTable } from '../../ui/card-table.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { MeetingQuality } from './meeting-quality.js';
import { useDoubtfulAdmissions } from './queries.js';

/** How often somebody was let in who was not identified as the booked person. Counts only; of few only that they are few. */
export function DoubtfulAdmissionsPage() {
  const { t } = useTexts();
  const { data, isPending, error, refetch } = useDoubtfulAdmissions();
  return (
    <Stack gap="l" testId="doubtful-admissions-page">
      <Stack gap="s">
        <PageHeading>{t('doubtfulAdmissions.heading')}</PageHeading>
        <p>{t('doubtfulAdmissions.lead')}</p>
        <p>{t('doubtfulAdmissions.floor', { floor: COUNT_FLOOR })}</p>
      </Stack>
      {isPending && <Loading />}
      {error !== null && data === undefined && (
        <Failure error={error} onRetry={() => void refetch()} />
      )}
      {data !== undefined && <Counts counts={data.counts} />}
      <MeetingQuality />
    </Stack>
  );
}

function Counts({ counts }: DoubtfulAdmissionCounts) {
  const { t, language } = useTexts();
  if (counts.length === 0) {
    return <p data-testid="no-doubtful-admissions">{t('doubtfulAdmissions.none')}</p>;
  }
  const columns = [
    t('doubtfulAdmissions.month'),
    t('doubtfulAdmissions.service'),
    t('doubtfulAdmissions.reason'),
    t('doubtfulAdmissions.count'),
  ];
  const rows = counts.map(({ month, serviceId, serviceName, reason, admissions }) => ({
    key: `${month} ${serviceId} ${reason}`,
    cells: [
      formatMonth(month, language),
      serviceName[language],
      t(`visit.admitReason_${reason}`),
      admissions ?? t('doubtfulAdmissions.fewer', { floor: COUNT_FLOOR }),
    ],
  }));
  return (
    <CardTable
      columns={columns}
      rows={rows}
      label={t('doubtfulAdmissions.heading')}
      testId="doubtful-admissions"
    />
  );
}
