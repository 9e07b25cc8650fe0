import {
  interprets,
  isHeard as isHeardAs,
  type DeviceCheck,
  type DoorSession,
  type DoorView,
  type EnterRequest,
  type MeetingAccess,
  type NotificationBody,
} from '@tapaamo/contracts';
import { useEffect, useState } from 'react';
import { useTexts } from '../../i18n/index.js';
import type { LocalMedia } from '../../media/local-media.js';
import { playArrivalSound } from '../../media/sounds.js';
import { useStore } from '../../media/use-store.js';
import { DeletionDate } from '../../ui/deletion-date.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import type { Wishes } from '../door/index.js';
import { Meeting, type MeetingState, type OtherParticipant } from '../meeting/index.js';
import { AloneLine } from './alone-line.js';
import { ConsentLine } from './consent-line.js';
import { DelayLine } from './delay-line.js';
import { nameOfProfessional, professionalThere } from './name-of-professional.js';
import { ObserverQuestions } from './observer-questions.js';
import { useApart } from './use-apart.js';
import { StoppedVisit } from './stopped-visit.js';
import { TestWhileWaiting } from './test-while-waiting.js';
import { useClientConnection } from './use-client-connection.js';
import { useTestWhileWaiting } from './use-test-while-waiting.js';
import { useWakeLock } from './use-wake-lock.js';
import { WaitingLine } from './waiting-line.js';
import { WaitingRoom } from './waiting-room.js';

/** A visit that can still be held, as its client sees it. */
export type ClientView = Extract<DoorView, { state: 'open' }>;

/** What the page around the visit gives to it. */
export interface ClientVisitProps {
  view: ClientView;
  media: LocalMedia;
  enter: (wish: Pick<EnterRequest, 'takeOver' | 'nodeSilent'>) => Promise<MeetingAccess>;
  leave: () => Promise<void>;
  /** The server wants the person identified first. */
  onIdentificationRequired: () => void;
  /** Whether the person may go on here although another device has their place. */
  mayTakeOver: boolean;
  /** The person identifies, because only then they may. */
  onIdentify: () => void;
  /** The server will not let the person in as things stand: look again where they are. */
  onTurnedBack: () => void;
  onEnded: (ended: NotificationBody<'visitEnded'>) => void;
  /** The door has something new to show: who invites discreetly, or a student who is asked about. */
  onTold: () => void;
  /** The person's part, the students about whom they are asked, and which of the staff invites. */
  session: Pick<
    DoorSession,
    'admission' | 'role' | 'agreed' | 'observers' | 'inviterParticipantId'
  >;
  onAnswer: (participantId: string, agreed: boolean) => Promise<void>;
  /** The person tested their devices while they waited. */
  onTested: (wishes: Wishes, check?: DeviceCheck) => void;
  /** The meeting fills the window. */
  onFullScreen: (full: boolean) => void;
}

/** The client's time from entering the waiting room to the end. One press brought them here; none is needed after it. */
export function ClientVisit(props: ClientVisitProps) {
  const { view, media, onFullScreen, onTold } = props;
  const { role, agreed, observers, inviterParticipantId } = props.session;
  const isHeard = isHeardAs(role);
  const { t } = useTexts();
  const { connection, takeOver, retry, leave } = useClientConnection(props);
  const state = useStore(connection.store);
  const inviter = {
    name: view.inviter?.professionalName,
    participantId: inviterParticipantId,
  };
  const nameOfStaff = (other: OtherParticipant | undefined) =>
    nameOfProfessional(other, inviter) ?? t('roles.professional');
  const professional = nameOfStaff(professionalThere(state));
  const apart = useApart(state, professional);
  const inMeeting = state.stoppedBy === undefined && state.admission === 'admitted';
  const waits = state.stoppedBy === undefined && !inMeeting;
  const test = useTestWhileWaiting(media, { waits, goesIn: inMeeting }, props.onTested);
  useWakeLock();
  useEffect(() => {
    onFullScreen(inMeeting);
    if (inMeeting) {
      // The phone may lie on the table: the sound calls the person back to it.
      void playArrivalSound();
    }
    return () => onFullScreen(false);
  }, [inMeeting, onFullScreen]);

  const { line } = state;
  useEffect(() => {
    if (line === 'connected') {
      // A student may have been asked to the visit while the line was away.
      onTold();
    }
  }, [line, onTold]);

  const [wasIn, setWasIn] = useState(false);
  if (inMeeting && !wasIn) {
    setWasIn(true);
  }
  useEffect(() => {
    if (inMeeting) {
      // Who is let in learns who invites discreetly, and is asked about students from now on.
      onTold();
    }
  }, [inMeeting, onTold]);

  if (state.stoppedBy !== undefined) {
    return (
      <StoppedVisit
        reason={state.stoppedBy}
        mayTakeOver={props.mayTakeOver}
        onTakeOver={takeOver}
        onIdentify={props.onIdentify}
        onRetry={retry}
      />
    );
  }
  const questions = <ObserverQuestions observers={observers} onAnswer={props.onAnswer} />;
  if (test.isOpen) {
    const { camera, microphone } = media.store.get();
    return (
      <TestWhileWaiting
        purgeDueAt={view.purgeDueAt}
        isKept={state.line === 'connected'}
        news={
          <>
            <DelayLine delay={state.delay} />
            <WaitingLine line={state.line} heldUp={state.heldUp} />
            {questions}
          </>
        }
        wishes={{ camera: camera.on, microphone: microphone.on }}
        onDone={test.done}
      />
    );
  }
  if (isComingBack(props.session, state)) {
    return <Loading />;
  }
  if (!inMeeting) {
    return (
      <WaitingRoom
        view={view}
        media={media}
        line={state.line}
        heldUp={state.heldUp}
        delay={state.delay}
        because={state.because}
        questions={isHeard ? questions : <ConsentLine agreed={agreed} wasIn={wasIn} />}
        isHeard={isHeard}
        isExpected={isHeard || agreed !== false}
        onTest={test.open}
        onLeave={leave}
      />
    );
  }
  const numberOf = ({ participantId }: OtherParticipant) =>
    observers.length > 1
      ? observers.find((observer) => observer.participantId === participantId)?.number
      : undefined;
  const nameOf = (other: OtherParticipant) => {
    const number = numberOf(other);
    if (number !== undefined) {
      return t('observer.name', { number });
    }
    return other.role === 'professional' ? nameOfStaff(other) : t(`roles.${other.role}`);
  };
  return (
    <>
      <PageHeading isHidden>{t('meeting.label')}</PageHeading>
      {questions}
      <Meeting
        connection={connection}
        media={media}
        nameOf={nameOf}
        isHeard={isHeard}
        interprets={interprets(role)}
        apart={apart}
        notice={<AloneLine isAlone={state.because === 'alone'} name={professional} />}
        alone={(left) =>
          t(
            left?.role === 'professional' ? 'waitingRoom.meetingLeft' : 'waitingRoom.meetingAlone',
            { name: professional },
          )
        }
        onLeave={leave}
      />
      <DeletionDate purgeDueAt={view.purgeDueAt} />
    </>
  );
}

/** Who was let in before and opens the page anew does not see the waiting room for a moment, unless something holds them up. */
function isComingBack(
  { admission }: Pick<DoorSession, 'admission'>,
  { admission: told, line, heldUp }: MeetingState,
): boolean {
  const onTheWay = line === 'connecting' || line === 'connected';
  return admission === 'admitted' && told === undefined && onTheWay && heldUp === undefined;
}
