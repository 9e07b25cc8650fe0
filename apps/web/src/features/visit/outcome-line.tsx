import type { Outcome, Visit } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime } from '../../time/format.js';
import { Badge } from '../../ui/badge.js';

const MOODS = { fulfilled: 'good', noshow: 'doubtful', cancelled: 'quiet' } as const;

/** What became of a visit and why it was called off; where that was corrected, what was recorded first, and when, by whom and why. */
export function OutcomeLine({ visit }: { visit: Visit }) {
  const { t, language } = useTexts();
  const { status, cancelReason, outcomeReason, correction } = visit;
  if (status === 'booked' || status === 'arrived') {
    return null;
  }
  const withReason = (outcome: Outcome) =>
    outcome === 'cancelled' && cancelReason !== null
      ? `${t('visit.outcome_cancelled')} (${t(`calendar.reason_${cancelReason}`).toLowerCase()})`
      : t(`visit.outcome_${outcome}`);
  return (
    <div data-testid="outcome">
      <p>
        {`${t('visit.outcome')}: `}
        <Badge mood={MOODS[status]}>{t(`visit.outcome_${status}`)}</Badge>
      </p>
      {status === 'cancelled' && cancelReason !== null && (
        <p>{t(`calendar.reason_${cancelReason}`)}</p>
      )}
      {correction !== null && (
        <>
          <p>{t('visit.firstOutcome', { outcome: withReason(correction.firstOutcome) })}</p>
          <p>
            {t('visit.correctedWhen', {
              time: formatDateAndTime(correction.correctedAt, language),
              who: t(`visit.corrector_${correction.by}`),
            })}
          </p>
        </>
      )}
      {outcomeReason !== null && (
        <p>{t('visit.corrected', { reason: t(`visit.correction_${outcomeReason}`) })}</p>
      )}
    </div>
  );
}
