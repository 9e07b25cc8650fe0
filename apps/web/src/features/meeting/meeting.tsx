import { useCallback, useRef, type ReactNode } from 'react';
import { useTexts } from '../../i18n/index.js';
import type { LocalMedia } from '../../media/local-media.js';
import { useStore } from '../../media/use-store.js';
import { LiveMessage, useAnnouncement } from '../../ui/live-message.js';
import type { MeetingConnection } from './connection/meeting-connection.js';
import type { MeetingState, OtherParticipant } from './connection/meeting-state.js';
import { useHands } from './hands/use-hands.js';
import { usePins } from './layout/use-pins.js';
import { useSmallWindow } from './layout/use-small-window.js';
import { MorePanel } from './more-panel.js';
import { DeviceChoice } from './device-choice.js';
import { MeetingControls } from './meeting-controls.js';
import { MeetingLine } from './meeting-line.js';
import type { OnDrawn } from './quality/use-drawn-picture.js';
import { OthersInMeeting } from './others-in-meeting.js';
import { OwnScreenLine } from './own-screen-line.js';
import { PeopleInMeeting } from './people-in-meeting.js';
import { SoundHelp } from './repair/sound-help.js';
import { SelfView } from './self-view.js';
import { useMutedTalk } from './muted/use-muted-talk.js';
import { useDeviceSwitches } from './use-device-switches.js';
import { useOpenable } from './use-openable.js';
import { usePresenceNews } from './use-presence-news.js';
import { useScreenNews } from './use-screen-news.js';
import { TextPanel } from './text/text-panel.js';
import { useConversation } from './text/use-conversation.js';
import styles from './meeting.module.css';

interface MeetingProps {
  connection: MeetingConnection;
  media: LocalMedia;
  /** Name of a participant, from the booking. */
  nameOf: (participant: OtherParticipant) => string;
  /** Whether the person is seen and heard; who only looks on has no devices, and is told why. */
  isHeard?: boolean;
  /** Sharing the screen is the professional's. */
  canShare?: boolean;
  /** Whether the person leads the meeting: they see the hands in order, and lower them. */
  leads?: boolean;
  /** Whether the person interprets by what was booked. */
  interprets?: boolean;
  /** Brings somebody else into the meeting. */
  onInvite?: (() => void) | undefined;
  /** Said while nobody else is in the meeting; `left` is who was the last to leave, if somebody did. */
  alone: (left: OtherParticipant | undefined) => ReactNode;
  /** Said in place of the others while nothing comes from them and nothing reaches them. */
  apart?: string | undefined;
  /** Above the others: what is special about this meeting just now. */
  notice?: ReactNode;
  onLeave: () => void;
}

/** The meeting: the others, the person's own picture, the state of the line and the controls. */
export function Meeting({
  connection,
  media,
  nameOf,
  isHeard = true,
  canShare = false,
  leads,
  interprets,
  onInvite,
  alone,
  apart,
  notice,
  onLeave,
}: MeetingProps) {
  const { t } = useTexts();
  const state = useStore(connection.store);
  const choice = useStore(connection.interpretation.store);
  const [announcement, announce] = useAnnouncement();
  usePresenceNews({ ...state, others: shownOf(state, apart) }, nameOf, announce);
  useScreenNews(state, nameOf, announce);
  const settings = useOpenable();
  const conversation = useConversation(connection.conversation, nameOf, announce);
  const more = useOpenable();
  const pins = usePins(nameOf, announce);
  const stage = useRef<HTMLDivElement>(null);
  const smallWindow = useSmallWindow(stage);
  const hands = useHands({
    hands: connection.hands,
    ownId: connection.ownId,
    others: state.others,
    nameOf,
    announce,
    isHeard,
  });
  const selfView = (placed: boolean) =>
    isHeard ? <SelfView media={media} placed={placed} line={state} /> : null;
  const switches = useDeviceSwitches(media, announce, isHeard);
  const talksMuted = useMutedTalk(media, announce, isHeard);
  const drawPicture = useCallback<OnDrawn>(
    (consumerId, drawn) => connection.drawPicture(consumerId, drawn),
    [connection],
  );
  return (
    <section
      className={styles.meeting}
      tabIndex={-1}
      aria-label={t('meeting.label')}
      data-testid="meeting"
    >
      <LiveMessage message={announcement} />
      <MeetingLine state={state} />
      {notice}
      {!isHeard && <p className={styles.lookingOn}>{t('following.lookingOn')}</p>}
      <OwnScreenLine shared={state.screen !== undefined} />
      <div
        ref={stage}
        className={`${styles.stage} ${conversation.panel.open ? styles.withTexts : ''}`}
      >
        <OthersInMeeting
          state={state}
          others={shownOf(state, apart)}
          nameOf={nameOf}
          alone={apart ?? alone(state.lastLeft)}
          onDrawn={drawPicture}
          choice={choice}
          hands={hands}
          pins={pins}
          selfView={selfView}
        />
      </div>
      {conversation.panel.open && (
        <TextPanel
          conversation={connection.conversation}
          nameOf={nameOf}
          writes={isHeard && apart === undefined}
          onClose={conversation.panel.close}
        />
      )}
      <PeopleInMeeting
        connection={connection}
        state={state}
        choice={choice}
        hands={hands}
        nameOf={nameOf}
        announce={announce}
        leads={leads}
        interprets={interprets}
      />
      {more.open && <MorePanel hands={hands} smallWindow={smallWindow} onClose={more.close} />}
      {settings.open && <DeviceChoice media={media} onClose={settings.close} />}
      <MeetingControls
        switches={isHeard ? switches : undefined}
        talksMuted={talksMuted}
        settings={settings}
        more={more}
        hands={hands}
        texts={conversation}
        sharing={state.screen !== undefined}
        onShare={canShare ? () => void connection.screen.start() : undefined}
        onStopSharing={() => connection.screen.stop()}
        onInvite={onInvite}
        onLeave={onLeave}
      />
      <SoundHelp
        connection={connection}
        media={media}
        isHeard={isHeard}
        isApart={apart !== undefined}
      />
    </section>
  );
}

/** Nobody is shown from whom nothing comes. */
function shownOf({ others }: MeetingState, apart: string | undefined): MeetingState['others'] {
  return apart === undefined ? others : [];
}
