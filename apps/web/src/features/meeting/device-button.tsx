import { useTexts } from '../../i18n/index.js';
import type { DeviceKind } from '../../media/local-media.js';
import { CameraIcon, MicrophoneIcon } from '../../ui/icons/media-icons.js';
import { isOn, type DeviceSwitches } from './use-device-switches.js';
import styles from './meeting-controls.module.css';

interface DeviceButtonProps {
  kind: DeviceKind;
  shortcut: string;
  switches: DeviceSwitches;
}

/** Switch of the camera or the microphone: its name stays, its state is said and shown. */
export function DeviceButton({ kind, shortcut, switches }: DeviceButtonProps) {
  const { t } = useTexts();
  const on = isOn(switches[kind]);
  return (
    <button
      type="button"
      className={styles.control}
      aria-pressed={on}
      aria-keyshortcuts={shortcut}
      title={t('meeting.shortcut', { key: shortcut })}
      data-testid={`toggle-${kind}`}
      onClick={() => switches.toggle(kind)}
    >
      {kind === 'camera' ? <CameraIcon on={on} /> : <MicrophoneIcon on={on} />}
      {t(`meeting.${kind}`)}
      <span className={styles.state} aria-hidden="true">
        {on ? t('meeting.on') : t('meeting.off')}
      </span>
    </button>
  );
}
