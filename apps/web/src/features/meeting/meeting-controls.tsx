import { useTexts } from '../../i18n/index.js';
import {
  InviteIcon,
  LeaveIcon,
  MoreIcon,
  SettingsIcon,
  TextIcon,
} from '../../ui/icons/media-icons.js';
import { HandIcon } from '../../ui/icons/reaction-icons.js';
import { DeviceButton } from './device-button.js';
import type { HandsView } from './hands/use-hands.js';
import { PanelButton } from './panel-button.js';
import { ShareButton } from './share-button.js';
import type { DeviceSwitches } from './use-device-switches.js';
import type { ConversationView } from './text/use-conversation.js';
import type { Openable } from './use-openable.js';
import styles from './meeting-controls.module.css';

interface MeetingControlsProps {
  /** Undefined for who only looks on: then leaving is all there is. */
  switches: DeviceSwitches | undefined;
  /** Whether the person talks although their microphone is off. */
  talksMuted: boolean;
  settings: Openable;
  more: Openable;
  hands: HandsView;
  texts: ConversationView;
  sharing: boolean;
  /** Undefined when the person may not share a screen. */
  onShare?: (() => void) | undefined;
  onStopSharing: () => void;
  /** Undefined for who brings nobody else in. */
  onInvite?: (() => void) | undefined;
  onLeave: () => void;
}

/** The meeting's buttons. Each has its name in words and says its state in words, not by colour alone. */
export function MeetingControls(props: MeetingControlsProps) {
  const { t } = useTexts();
  const { switches, settings, more, hands, texts, sharing, onShare, onInvite } = props;
  // Phones cannot share their screen from a page.
  const canShare = onShare !== undefined && 'getDisplayMedia' in navigator.mediaDevices;
  return (
    <div
      className={`${styles.bar} ${switches === undefined ? '' : styles.many}`}
      role="group"
      aria-label={t('meeting.controls')}
    >
      {props.talksMuted && (
        <p className={styles.hint} data-testid="muted-talk">
          {t('meeting.mutedTalk')}
        </p>
      )}
      {switches !== undefined && (
        <>
          <DeviceButton kind="microphone" shortcut="M" switches={switches} />
          <DeviceButton kind="camera" shortcut="C" switches={switches} />
          <button
            type="button"
            className={styles.control}
            aria-keyshortcuts="H"
            title={t('meeting.shortcut', { key: 'H' })}
            data-up={hands.isUp}
            data-testid="raise-hand"
            onClick={hands.toggle}
          >
            <HandIcon />
            {t(hands.isUp ? 'hands.lower' : 'hands.raise')}
          </button>
        </>
      )}
      {canShare && (
        <ShareButton sharing={sharing} onShare={onShare} onStopSharing={props.onStopSharing} />
      )}
      <PanelButton panel={texts.panel} testId="texts-open">
        <TextIcon />
        {t('text.label')}
        {texts.unread > 0 && (
          <span className={styles.unread}>{t('text.unread', { number: texts.unread })}</span>
        )}
      </PanelButton>
      {switches !== undefined && (
        <PanelButton panel={settings} testId="device-choice-open">
          <SettingsIcon />
          {t('meeting.devices')}
        </PanelButton>
      )}
      {onInvite !== undefined && (
        <button
          type="button"
          className={styles.control}
          aria-haspopup="dialog"
          data-testid="invite-open"
          onClick={onInvite}
        >
          <InviteIcon />
          {t('tiles.invite')}
        </button>
      )}
      {switches !== undefined && (
        <PanelButton panel={more} testId="more-open">
          <MoreIcon />
          {t('tiles.more')}
        </PanelButton>
      )}
      <button
        type="button"
        className={`${styles.control} ${styles.leave}`}
        data-testid="leave-meeting"
        onClick={props.onLeave}
      >
        <LeaveIcon />
        {t('meeting.leave')}
      </button>
    </div>
  );
}
