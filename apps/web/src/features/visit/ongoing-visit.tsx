import {
  arrivalFindingOf,
  arrivalWarningsOf,
  isWarnedAnew,
  needsReason,
  waitingOrder,
  type UnidentifiedReason,
  type Visit,
  type VisitParticipant,
} from '@tapaamo/contracts';
import { useState } from 'react';
import { hasCode } from '../../api/api-problem.js';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { useNow } from '../../time/use-now.js';
import { formatDateAndTime, formatMoment } from '../../time/format.js';
import { KeepFocus } from '../../ui/keep-focus.js';
import { LiveMessage } from '../../ui/live-message.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { ActsOfVisit } from '../booking/index.js';
import { VisitMessagesCard } from '../messages/index.js';
import { VisitColleagues } from '../team/index.js';
import { AdmitDialog, type AdmitChange } from './admit-dialog.js';
import { EndVisit } from './end-visit.js';
import { MeetingPlace } from './meeting-place.js';
import { ParticipantList } from './participant-list.js';
import { useAdmit, useRefreshVisit } from './queries.js';
import { RecordReference } from './record-reference.js';
import { useArrivalNews } from './use-arrival-news.js';
import { useStaffConnection } from './use-staff-connection.js';
import styles from './ongoing-visit.module.css';

/** A visit that has not ended: the waiting room at the side, the meeting beside it. */
export function OngoingVisit({ visit }: { visit: Visit }) {
  const { t, language } = useTexts();
  const admit = useAdmit(visit.id);
  const refresh = useRefreshVisit(visit.id);
  const meeting = useStaffConnection(visit.id);
  const announcement = useArrivalNews(visit.participants);
  const waiting = waitingOrder(visit.participants, useNow(30_000)).length;
  const [doubted, setDoubted] = useState<VisitParticipant>();
  const doubtedNow = asTheyAre(visit, doubted);
  if (doubted !== undefined && doubtedNow === undefined) {
    // Over: nobody is asked about who is in doubt again later, until it is pressed.
    setDoubted(undefined);
  }
  const letIn = (participant: VisitParticipant, reason?: UnidentifiedReason) => {
    setDoubted(undefined);
    meeting.join();
    const onError = (error: Error) => {
      if (hasCode(error, 'visit.finding-changed') || hasCode(error, 'visit.arrival-changed')) {
        setDoubted(participant);
      }
    };
    admit.mutate({ participant, reason }, { onError });
  };
  const askOrLetIn = (participant: VisitParticipant) => {
    if (isDoubtful(participant, visit)) {
      setDoubted(participant);
    } else {
      letIn(participant);
    }
  };
  return (
    <div className={styles.columns} data-joined={meeting.joined}>
      <LiveMessage message={announcement} />
      <Stack gap="l">
        <div>
          <PageHeading title={waiting > 0 ? `(${waiting}) ${t('visit.title')}` : t('visit.title')}>
            {visit.serviceName[language]}
          </PageHeading>
          <p>{formatMoment(visit.startsAt, language, now())}</p>
        </div>
        <ParticipantList
          visit={visit}
          inMeeting={meeting.joined}
          admitting={admit.isPending ? admit.variables.participant.id : undefined}
          onAdmit={askOrLetIn}
        />
        {admit.isError && <Notice status="error">{problemText(admit.error, language)}</Notice>}
        <p className={styles.gone}>
          {t('visit.gone', { time: formatDateAndTime(visit.purgeDueAt, language) })}
        </p>
        <EndVisit visit={visit} />
        <ActsOfVisit visit={visit} />
        <RecordReference visit={visit} />
        <VisitMessagesCard visit={visit} />
        <VisitColleagues visit={visit} onChanged={refresh} />
      </Stack>
      <KeepFocus shown={String(meeting.joined)}>
        <MeetingPlace visit={visit} meeting={meeting} />
      </KeepFocus>
      {doubtedNow !== undefined && (
        <AdmitDialog
          // Another finding is another question: what was chosen for the one before is not taken for it.
          key={`${doubtedNow.arrivalId ?? ''} ${arrivalFindingOf(doubtedNow.verdict)}`}
          participant={doubtedNow}
          visit={visit}
          change={changeOf(doubted, doubtedNow)}
          onAdmit={(reason) => letIn(doubtedNow, reason)}
          onClose={() => setDoubted(undefined)}
        />
      )}
    </div>
  );
}

/** Who is asked about, as they are by now: the door goes on finding while the professional thinks. */
function asTheyAre(visit: Visit, doubted: VisitParticipant | undefined) {
  return visit.participants.find(
    (participant) =>
      participant.id === doubted?.id &&
      participant.admission === 'waiting' &&
      isDoubtful(participant, visit),
  );
}

/** What is another by now than it was when the dialog was opened. */
function changeOf(
  before: VisitParticipant | undefined,
  present: VisitParticipant,
): AdmitChange | null {
  if (before?.arrivalId !== present.arrivalId) {
    return 'visit.arrival-changed';
  }
  const isSame = arrivalFindingOf(before.verdict) === arrivalFindingOf(present.verdict);
  const isWarned = isWarnedAnew(arrivalWarningsOf(before), arrivalWarningsOf(present));
  return isSame && !isWarned ? null : 'visit.finding-changed';
}

function isDoubtful({ role, verdict }: VisitParticipant, visit: Visit): boolean {
  return needsReason({ role, finding: arrivalFindingOf(verdict) }, visit);
}
