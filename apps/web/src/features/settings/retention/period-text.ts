import { useTexts } from '../../../i18n/index.js';
import { partsOfPeriod } from '../retention-text.js';

/** Says a period in words: "14 days". */
export function usePeriodText(): (period: string) => string {
  const { t } = useTexts();
  return (period) =>
    partsOfPeriod(period)
      .map(({ unit, count }) => t(`settings.${unit}`, { count }))
      .join(' ');
}
