import type { IdentificationLevel, Verdict } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatTime } from '../../time/format.js';
import { Badge } from '../../ui/badge.js';

interface VerdictLineProps {
  verdict: Verdict | null;
  level: IdentificationLevel;
}

/**
 * What the door found, in words. The identified name itself is never shown: only how it compares. A booking holds no
 * identity code, so the words claim no more than that the names are alike.
 */
export function VerdictLine({ verdict, level }: VerdictLineProps) {
  const { t, language } = useTexts();
  if (verdict === null) {
    return (
      <Badge mood={level === 'required' ? 'doubtful' : 'quiet'} testId="verdict">
        {level === 'off' ? t('visit.verdictOff') : t('visit.verdictNone')}
      </Badge>
    );
  }
  const same = verdict.result === 'same-person';
  return (
    <>
      <Badge mood={same ? 'good' : 'doubtful'} testId="verdict">
        {same ? t('visit.verdictSame') : t('visit.verdictDifferent')}
      </Badge>
      <small data-testid="assurance">
        {t(`visit.assurance_${verdict.assurance}`, {
          time: formatTime(verdict.identifiedAt, language),
        })}
      </small>
      <small data-testid="verdict-advice">
        {same ? t('visit.verdictSameAdvice') : t('visit.verdictDifferentAdvice')}
      </small>
    </>
  );
}
