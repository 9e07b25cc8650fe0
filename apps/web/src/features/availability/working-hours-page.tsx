import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { ExternalSection } from './external-section.js';
import { FeedSection } from './feed-section.js';
import { useWorkingHours } from './queries.js';
import { WorkingHoursForm } from './working-hours-form.js';
import styles from './availability.module.css';

/** When the professional works: their usual week, and the days that differ. */
export function WorkingHoursPage() {
  const { t } = useTexts();
  const { data, isPending, error, refetch } = useWorkingHours();
  return (
    <div className={styles.narrow}>
      <Stack gap="l" testId="working-hours-page">
        <div>
          <PageHeading>{t('availability.heading')}</PageHeading>
          <p>{t('availability.lead')}</p>
        </div>
        {isPending && <Loading />}
        {error !== null && data === undefined && (
          <Failure error={error} onRetry={() => void refetch()} />
        )}
        {data !== undefined && <WorkingHoursForm saved={data} />}
        <Stack surface="card">
          <FeedSection />
        </Stack>
        <Stack surface="card">
          <ExternalSection />
        </Stack>
      </Stack>
    </div>
  );
}
