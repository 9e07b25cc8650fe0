import { RELATIONSHIP_CEILING, type RetentionAnchor } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { partsOfPeriod } from './parts-of-period.js';

/** Says a period in words: "14 days". */
export function usePeriodText(): (period: string) => string {
  const { t } = useTexts();
  return (period) =>
    partsOfPeriod(period)
      .map(({ unit, count }) => t(`settings.${unit}`, { count }))
      .join(' ');
}

/** How long something is kept, and what that counts from. */
interface Rule {
  anchor: RetentionAnchor;
  period: string;
}

/** Says for how long and from when on: "14 days after the visit". */
export function useRuleText(): (rule: Rule) => string {
  const { t } = useTexts();
  const periodText = usePeriodText();
  return ({ anchor, period }) =>
    t(`retention.after.${anchor}`, {
      period: periodText(period),
      ceiling: periodText(RELATIONSHIP_CEILING),
    });
}
