import {
  arrivalFindingOf,
  type Admission,
  type IdentificationLevel,
  type Verdict,
} from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatTime } from '../../time/format.js';
import { Badge } from '../../ui/badge.js';
import { verdictAdvice, verdictWord } from '../booking/index.js';

interface VerdictLineProps {
  verdict: Verdict | null;
  level: IdentificationLevel;
  /** Whether they wanted to identify and the identity provider failed them. */
  failedByProvider: boolean;
  /** Whether the verdict is of another browser that came by the same link, or of an earlier time. */
  isOther: boolean;
  admission: Admission;
}

/**
 * What the door found, in words, and by what it was compared. The identified name itself is never shown: only how it
 * compares. Without an identity code the words claim no more than that the names are alike.
 */
export function VerdictLine(props: VerdictLineProps) {
  const { verdict, isOther, admission } = props;
  const { t, language } = useTexts();
  if (verdict === null) {
    return <NoVerdict {...props} />;
  }
  const isThere = admission === 'waiting' || admission === 'admitted';
  const word = verdictWord(verdict);
  return (
    <>
      <Badge
        mood={arrivalFindingOf(verdict) === 'same-person' ? 'good' : 'doubtful'}
        testId="verdict"
      >
        {t(`visit.verdict_${word}`)}
      </Badge>
      <small data-testid="assurance">
        {t(`visit.assurance_${verdict.assurance}`, {
          time: formatTime(verdict.identifiedAt, language),
        })}
      </small>
      {isOther && (
        <small data-testid="verdict-is-other">
          {t('visit.verdictIsOther')} {isThere && t('visit.verdictNotOfThem')}
        </small>
      )}
      <small data-testid="verdict-advice">
        {t(`visit.verdictAdvice_${verdictAdvice(verdict)}`)}
      </small>
      <Remarks verdict={verdict} />
    </>
  );
}

/** Says what was found of somebody without a verdict; of who left and is not compared, nothing. */
function NoVerdict({ level, failedByProvider, admission }: VerdictLineProps) {
  const { t } = useTexts();
  if (admission === 'left' && level !== 'off') {
    // Who left may have taken the identification along: that nobody was identified would be said of who was.
    return level === 'required' ? (
      <Badge mood="quiet" testId="verdict">
        {t('visit.verdictLeft')}
      </Badge>
    ) : null;
  }
  return (
    <>
      <Badge mood={level === 'required' ? 'doubtful' : 'quiet'} testId="verdict">
        {level === 'off' ? t('visit.verdictOff') : t('visit.verdictNone')}
      </Badge>
      {failedByProvider && (
        <small data-testid="failed-by-provider">{t('visit.failedByProvider')}</small>
      )}
    </>
  );
}

/** What is worth a look beside the verdict. */
function Remarks({ verdict }: { verdict: Verdict }) {
  const { t } = useTexts();
  return (
    <>
      {verdict.basis === 'name-reversed' && (
        <small data-testid="verdict-reversed">{t('visit.verdictNameReversed')}</small>
      )}
      {verdict.basis === 'name-without-code' && (
        <small data-testid="verdict-without-code">{t('visit.verdictWithoutCode')}</small>
      )}
      {verdict.representation !== undefined && (
        <small data-testid="representation">
          {t(`visit.representation_${verdict.representation}`)}
        </small>
      )}
      {verdict.handedBack === true && (
        <small data-testid="verdict-handed-back">{t('visit.verdictHandedBack')}</small>
      )}
      {verdict.birthDateDiffers && verdictWord(verdict) !== 'birth-date-differs' && (
        <small data-testid="verdict-birth-date">{t('visit.verdictBirthDate')}</small>
      )}
    </>
  );
}
