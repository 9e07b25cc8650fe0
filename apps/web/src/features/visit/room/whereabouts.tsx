import { presenceAt, type VisitParticipant } from '@tapaamo/contracts';
import { useTexts } from '../../../i18n/index.js';
import { minutesBetween } from '../../../time/format.js';
import { milliseconds } from '../../../time/helsinki.js';
import { useNow } from '../../../time/use-now.js';
import { Badge } from '../../../ui/badge.js';

interface WhereaboutsProps {
  participant: VisitParticipant;
  /** Whose turn it is among several who wait; undefined of others. */
  turn: number | undefined;
  now: number;
}

/** Where somebody is, in words: outside, waiting and since when, in the meeting, or without a line and for how long. */
export function Whereabouts({ participant, turn, now }: WhereaboutsProps) {
  const { t } = useTexts();
  const { admission, presence, role, because } = participant;
  if (admission === 'outside') {
    return <Badge mood="quiet">{t('visit.outside')}</Badge>;
  }
  if (admission === 'left') {
    return <Badge mood="quiet">{t('visit.left')}</Badge>;
  }
  if (role === 'professional' && presence !== 'here') {
    return <Badge mood="quiet">{t('visit.notInMeeting')}</Badge>;
  }
  if (presence === 'away') {
    return <Badge mood="quiet">{t('room.away')}</Badge>;
  }
  if (presence === 'lost') {
    return <LostLine participant={participant} />;
  }
  if (because === 'set-apart') {
    return <Badge mood="waiting">{t('room.setApart')}</Badge>;
  }
  return admission === 'waiting' ? (
    <Waiting participant={participant} turn={turn} now={now} />
  ) : (
    <Badge mood="good">{t('visit.inMeeting')}</Badge>
  );
}

function Waiting({ participant, turn, now }: WhereaboutsProps) {
  const { t } = useTexts();
  const { waitingSince, because } = participant;
  const count = waitingSince === null ? 0 : minutesBetween(waitingSince, now);
  const waited = t(because === 'sent-back' ? 'room.waitsAgain' : 'visit.waited', { count });
  return (
    <Badge mood="waiting">
      {turn === undefined ? waited : `${t('room.turn', { number: turn })} ${waited}`}
    </Badge>
  );
}

/** Counts by itself while it is shown, and says when their place is not kept any more. */
function LostLine({ participant }: Pick<WhereaboutsProps, 'participant'>) {
  const { t } = useTexts();
  const instant = useNow(1_000);
  const { lineLostAt } = participant;
  if (lineLostAt === null) {
    return <Badge mood="doubtful">{t('visit.lost')}</Badge>;
  }
  const seconds = Math.max(1, Math.floor((instant - milliseconds(lineLostAt)) / 1_000));
  return presenceAt(participant, instant) === 'away' ? (
    <Badge mood="quiet">{t('room.away')}</Badge>
  ) : (
    <Badge mood="doubtful">{t('room.lostFor', { seconds })}</Badge>
  );
}
