import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { AlarmNotices } from './alarm-notices.js';
import { DayEnds } from './day-ends.js';
import { DayPicture } from './day-picture.js';
import { ForgettingCounts } from './forgetting-counts.js';
import { KeyStoreWorth } from './key-store-worth.js';
import { LateNotice } from './late-notice.js';
import { useForgetting } from './queries.js';

/** The admin's board of forgetting: what waits, what is done, and whether anything is late. Counts only, no names. */
export function ForgettingPage() {
  const { t, language } = useTexts();
  const { data, isPending, error, refetch } = useForgetting();
  return (
    <Stack gap="l" testId="forgetting-page">
      <Stack gap="s">
        <PageHeading>{t('forgetting.heading')}</PageHeading>
        <p>{t('forgetting.lead')}</p>
      </Stack>
      {isPending && <Loading />}
      {error !== null && data === undefined && (
        <Failure error={error} onRetry={() => void refetch()} />
      )}
      {error !== null && data !== undefined && (
        <Notice status="warning">{problemText(error, language)}</Notice>
      )}
      {data !== undefined && (
        <>
          <AlarmNotices forgetting={data} />
          <LateNotice forgetting={data} />
          <ForgettingCounts forgetting={data} />
          <DayPicture days={data.days} />
          <DayEnds dayEnds={data.dayEnds} />
          <KeyStoreWorth forgetting={data} />
        </>
      )}
    </Stack>
  );
}
