import { comesByLink, isHeard, type Visit, type VisitParticipant } from '@tapaamo/contracts';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../../i18n/index.js';
import { Failure } from '../../../ui/failure.js';
import { Actions } from '../../../ui/stack.js';
import { useSendBack, useSpeakAlone } from './queries.js';

interface MeetingActsProps {
  visit: Visit;
  participant: VisitParticipant;
  name: string;
}

/** What can be done of who takes part: they wait again, or the professional speaks with them alone. */
export function MeetingActs({ visit, participant, name }: MeetingActsProps) {
  const { t } = useTexts();
  const { id, admission, role } = participant;
  const sendBack = useSendBack(visit.id, id);
  const speakAlone = useSpeakAlone(visit.id);
  if (admission !== 'admitted' || !comesByLink(role)) {
    return null;
  }
  const busy = sendBack.isPending || speakAlone.isPending;
  return (
    <>
      <Actions>
        {mayBeAlone(visit, participant) && (
          <Button
            variant="secondary"
            onClick={() => speakAlone.mutate(id)}
            aria-disabled={busy}
            aria-label={t('room.speakAloneName', { name })}
            data-testid="speak-alone"
          >
            {t('room.speakAlone')}
          </Button>
        )}
        <Button
          variant="secondaryNoBorder"
          onClick={() => sendBack.mutate()}
          aria-disabled={busy}
          aria-label={t('room.sendBackName', { name })}
          data-testid="send-back"
        >
          {t('room.sendBack')}
        </Button>
      </Actions>
      {sendBack.isError && <Failure error={sendBack.error} />}
      {speakAlone.isError && <Failure error={speakAlone.error} />}
    </>
  );
}

/** Who is heard, while somebody else takes part who could be kept out, and nobody else speaks alone. */
function mayBeAlone(
  { alone, ownParticipantId, participants }: Visit,
  { id, role }: VisitParticipant,
): boolean {
  const hasCompany = participants.some(
    (other) =>
      other.id !== id &&
      other.id !== ownParticipantId &&
      other.admission === 'admitted' &&
      (comesByLink(other.role) || other.connected),
  );
  return isHeard(role) && hasCompany && alone?.withId !== id && alone?.mayEnd !== false;
}
