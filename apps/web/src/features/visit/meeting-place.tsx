import type { Visit } from '@tapaamo/contracts';
import { useEffect, useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { codeText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { useStore } from '../../media/use-store.js';
import { Stack } from '../../ui/stack.js';
import { Meeting, type OtherParticipant } from '../meeting/index.js';
import { SetApart } from './room/set-apart.js';
import { SpeakingAloneBar } from './room/speaking-alone-bar.js';
import { InviteDialog } from './invite/invite-dialog.js';
import { useRefreshVisit } from './queries.js';
import type { StaffMeeting } from './use-staff-connection.js';
import styles from './meeting-place.module.css';

interface MeetingPlaceProps {
  visit: Visit;
  meeting: StaffMeeting;
}

/** The meeting's side of the page: before joining an invitation to join, then the meeting, or why it stopped. */
export function MeetingPlace({ visit, meeting }: MeetingPlaceProps) {
  const { t, language } = useTexts();
  const { connection, media, joined, join, leave } = meeting;
  const { stoppedBy, admission, ended, others } = useStore(connection.store);
  // The place was taken away, not taken over: the session is over, or the visit is no longer theirs.
  const isShownOut = stoppedBy === 'replaced' && admission === 'outside';
  const refresh = useRefreshVisit(visit.id);
  const [invites, setInvites] = useState(false);
  useEffect(() => {
    if (ended !== undefined || stoppedBy === 'visit.ended' || isShownOut) {
      refresh();
    }
  }, [ended, stoppedBy, isShownOut, refresh]);
  if (!joined) {
    return (
      <div className={styles.closed} data-testid="meeting-closed">
        <Stack>
          <h2>{t('visit.meetingClosed')}</h2>
          <p>{t('visit.meetingClosedText')}</p>
          <div>
            <Button variant="secondary" onClick={join} data-testid="join-meeting">
              {t('visit.join')}
            </Button>
          </div>
        </Stack>
      </div>
    );
  }
  if (stoppedBy !== undefined && stoppedBy !== 'left') {
    return (
      <div className={styles.closed} data-testid="meeting-stopped">
        <Stack>
          <p role="status">
            {isShownOut
              ? t('visit.shownOut')
              : stoppedBy === 'replaced'
                ? t('visit.replaced')
                : codeText(stoppedBy, language)}
          </p>
          <div>
            <Button onClick={() => connection.start()} data-testid="join-again">
              {t('visit.joinAgain')}
            </Button>
          </div>
        </Stack>
      </div>
    );
  }
  if (admission === 'waiting') {
    return <SetApart visit={visit} onLeave={() => void leave()} />;
  }
  const names = new Map(visit.participants.map(({ id, name }) => [id, name]));
  const nameOf = ({ participantId, role }: OtherParticipant) =>
    names.get(participantId) ?? t(`roles.${role}`);
  return (
    <div className={styles.open} ref={showWhole}>
      <Meeting
        connection={connection}
        media={media}
        nameOf={nameOf}
        alone={(left) =>
          left === undefined ? t('visit.alone') : t('visit.aloneAfter', { name: nameOf(left) })
        }
        canShare
        notice={<SpeakingAloneBar visit={visit} others={others} />}
        leads
        onInvite={visit.relation === 'shared' ? undefined : () => setInvites(true)}
        onLeave={() => void leave()}
      />
      {invites && (
        <InviteDialog visit={visit} onChanged={refresh} onClose={() => setInvites(false)} />
      )}
    </div>
  );
}

/** However high the head of the page is on this screen, what the meeting is steered with is seen at once. */
function showWhole(place: HTMLDivElement | null): void {
  place?.scrollIntoView({ block: 'nearest' });
}
