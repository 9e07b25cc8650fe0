import type { Visit } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';

const MOODS = { fulfilled: 'good', noshow: 'doubtful', cancelled: 'quiet' } as const;

/** What became of a visit, why it was called off, and why that was corrected. */
export function OutcomeLine({ visit }: { visit: Visit }) {
  const { t } = useTexts();
  const { status, cancelReason, outcomeReason } = visit;
  if (status === 'booked' || status === 'arrived') {
    return null;
  }
  return (
    <div data-testid="outcome">
      <p>
        {`${t('visit.outcome')}: `}
        <Badge mood={MOODS[status]}>{t(`visit.outcome_${status}`)}</Badge>
      </p>
      {cancelReason !== null && <p>{t(`calendar.reason_${cancelReason}`)}</p>}
      {outcomeReason !== null && (
        <p>{t('visit.corrected', { reason: t(`visit.correction_${outcomeReason}`) })}</p>
      )}
    </div>
  );
}
