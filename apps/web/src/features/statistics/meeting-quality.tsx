import { COUNT_FLOOR, type MeetingQualityCounts } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatMonth } from '../../time/format.js';
import { CardTable } from '../../ui/card-table.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { Stack } from '../../ui/stack.js';
import { useMeetingQuality } from './queries.js';

/** How meetings went technically, as people said after them. Counts of past months only; of few only that they are few. */
export function MeetingQuality() {
  const { t } = useTexts();
  const { data, isPending, error, refetch } = useMeetingQuality();
  return (
    <Stack testId="meeting-quality-counts">
      <Stack gap="s">
        <h2>{t('qualityCounts.heading')}</h2>
        <p>{t('qualityCounts.lead')}</p>
      </Stack>
      {isPending && <Loading />}
      {error !== null && data === undefined && (
        <Failure error={error} onRetry={() => void refetch()} />
      )}
      {data !== undefined && <Counts counts={data.counts} />}
    </Stack>
  );
}

function Counts({ counts }: MeetingQualityCounts) {
  const { t, language } = useTexts();
  if (counts.length === 0) {
    return <p>{t('qualityCounts.none')}</p>;
  }
  const columns = [
    t('doubtfulAdmissions.month'),
    t('doubtfulAdmissions.service'),
    t('qualityCounts.answer'),
    t('doubtfulAdmissions.count'),
  ];
  const rows = counts.map(({ month, serviceId, serviceName, quality, answers }) => ({
    key: `${month} ${serviceId} ${quality}`,
    cells: [
      formatMonth(month, language),
      serviceName[language],
      t(`quality.${quality}`),
      answers ?? t('doubtfulAdmissions.fewer', { floor: COUNT_FLOOR }),
    ],
  }));
  return (
    <CardTable
      columns={columns}
      rows={rows}
      label={t('qualityCounts.heading')}
      testId="meeting-quality"
    />
  );
}
