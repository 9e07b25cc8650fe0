import { useTexts } from '../../i18n/index.js';
import { LeaveIcon, ScreenIcon, SettingsIcon, TextIcon } from '../../ui/icons/media-icons.js';
import { DeviceButton } from './device-button.js';
import type { DeviceSwitches } from './use-device-switches.js';
import type { ConversationView } from './text/use-conversation.js';
import type { Openable } from './use-openable.js';
import styles from './meeting-controls.module.css';

interface MeetingControlsProps {
  /** Undefined for who only looks on: then leaving is all there is. */
  switches: DeviceSwitches | undefined;
  settings: Openable;
  texts: ConversationView;
  sharing: boolean;
  /** Undefined when the person may not share a screen. */
  onShare?: (() => void) | undefined;
  onStopSharing: () => void;
  onLeave: () => void;
}

/** The meeting's buttons. Each has its name in words and says its state in words, not by colour alone. */
export function MeetingControls(props: MeetingControlsProps) {
  const { t } = useTexts();
  const { switches, settings, texts, sharing, onShare } = props;
  // Phones cannot share their screen from a page.
  const canShare = onShare !== undefined && 'getDisplayMedia' in navigator.mediaDevices;
  return (
    <div
      className={`${styles.bar} ${switches === undefined ? '' : styles.many}`}
      role="group"
      aria-label={t('meeting.controls')}
    >
      {switches !== undefined && (
        <>
          <DeviceButton kind="microphone" shortcut="M" switches={switches} />
          <DeviceButton kind="camera" shortcut="C" switches={switches} />
        </>
      )}
      {canShare && (
        <button
          type="button"
          className={styles.control}
          aria-pressed={sharing}
          data-testid="share-screen"
          onClick={sharing ? props.onStopSharing : onShare}
        >
          <ScreenIcon />
          {t('meeting.shareScreen')}
        </button>
      )}
      <button
        type="button"
        className={styles.control}
        aria-expanded={texts.panel.open}
        data-testid="texts-open"
        onClick={texts.panel.toggle}
      >
        <TextIcon />
        {t('text.label')}
        {texts.unread > 0 && (
          <span className={styles.unread}>{t('text.unread', { number: texts.unread })}</span>
        )}
      </button>
      {switches !== undefined && (
        <button
          type="button"
          className={styles.control}
          aria-expanded={settings.open}
          data-testid="device-choice-open"
          onClick={settings.toggle}
        >
          <SettingsIcon />
          {t('meeting.devices')}
        </button>
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
