import { useTexts } from '../../i18n/index.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ReadingState } from '../../ui/reading-state.js';
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
  const { t } = useTexts();
  const { data, isPending, error, refetch } = useForgetting();
  return (
    <Stack gap="l" testId="forgetting-page">
      <Stack gap="s">
        <PageHeading>{t('forgetting.heading')}</PageHeading>
        <p>{t('forgetting.lead')}</p>
      </Stack>
      <ReadingState
        isPending={isPending}
        error={error}
        isHere={data !== undefined}
        onRetry={() => void refetch()}
      />
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
