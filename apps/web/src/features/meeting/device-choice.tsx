import { useEffect, useState } from 'react';
import { useTexts } from '../../i18n/index.js';
import type { DeviceKind, LocalMedia } from '../../media/local-media.js';
import { useStore } from '../../media/use-store.js';
import { BlurSwitch } from './blur-switch.js';
import { Panel } from './panel.js';
import styles from './device-choice.module.css';

interface DeviceChoiceProps {
  media: LocalMedia;
  onClose: () => void;
}

const KINDS: readonly [DeviceKind, MediaDeviceKind][] = [
  ['camera', 'videoinput'],
  ['microphone', 'audioinput'],
];

/** Choice of camera and microphone. */
export function DeviceChoice({ media, onClose }: DeviceChoiceProps) {
  const { t } = useTexts();
  const devices = useDevices();
  useStore(media.store);
  return (
    <Panel name={t('meeting.devices')} testId="device-choice" size={devices.length}>
      {KINDS.map(([kind, browserKind]) => (
        <label key={kind} className={styles.field}>
          {t(`meeting.choose_${kind}`)}
          <select
            value={media.chosen(kind) ?? ''}
            onChange={(event) => void media.choose(kind, event.target.value)}
            data-testid={`choose-${kind}`}
          >
            {devices
              .filter((device) => device.kind === browserKind)
              .map((device, index) => (
                <option key={device.deviceId} value={device.deviceId}>
                  {device.label || t('meeting.deviceNumber', { number: index + 1 })}
                </option>
              ))}
          </select>
        </label>
      ))}
      <BlurSwitch media={media} />
      <button type="button" className={styles.close} onClick={onClose}>
        {t('meeting.closeDevices')}
      </button>
    </Panel>
  );
}

function useDevices(): readonly MediaDeviceInfo[] {
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([]);
  useEffect(() => {
    const list = () => {
      navigator.mediaDevices.enumerateDevices().then(setDevices, () => setDevices([]));
    };
    list();
    navigator.mediaDevices.addEventListener('devicechange', list);
    return () => navigator.mediaDevices.removeEventListener('devicechange', list);
  }, []);
  return devices;
}
