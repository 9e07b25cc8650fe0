import type { Retention } from '@tapaamo/contracts';
import { useTexts } from '../../../i18n/index.js';
import { Stack } from '../../../ui/stack.js';
import { usePeriodText } from '../../retention/index.js';

/** What is kept besides clients' details, what a booking that nobody finished leaves, and what goes with the contract. */
export function OtherPolicies({ retention }: { retention: Retention }) {
  const { t } = useTexts();
  const periodText = usePeriodText();
  const { afterDays } = retention.unrevivable;
  return (
    <Stack surface="card" testId="other-policies">
      <h2>{t('retention.others')}</h2>
      <dl>
        {retention.others.map(({ category, period }) => (
          <div key={category}>
            <dt>
              <strong>{t(`retention.category.${category}`)}</strong>
            </dt>
            <dd>{t(`retention.kept.${category}`, { period: periodText(period) })}</dd>
          </div>
        ))}
        <dt>
          <strong>{t('retention.unfinished')}</strong>
        </dt>
        <dd>{t('retention.unfinishedText')}</dd>
        <dt>
          <strong>{t('retention.contractEnd')}</strong>
        </dt>
        <dd>
          {t('retention.contractEndText')} {afterDays === 0 && t('retention.contractEndAtOnce')}
          {afterDays !== null &&
            afterDays > 0 &&
            t('retention.contractEndCopies', { count: afterDays })}
        </dd>
      </dl>
    </Stack>
  );
}
