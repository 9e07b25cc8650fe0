import { useCallback, useEffect } from 'react';
import { useTexts } from '../../i18n/index.js';
import type { DeviceKind, LocalDevice, LocalMedia } from '../../media/local-media.js';
import { useStore } from '../../media/use-store.js';
import { isTyping } from '../../ui/is-typing.js';

/** The person's switches of camera and microphone. */
export interface DeviceSwitches {
  camera: LocalDevice;
  microphone: LocalDevice;
  toggle: (kind: DeviceKind) => void;
}

const KEYS: Readonly<Record<string, DeviceKind>> = { m: 'microphone', c: 'camera' };

/**
 * Switches with their shortcuts: M for the microphone, C for the camera. Every change is said aloud.
 *
 * @param isHeard - False for who only looks on: no key opens a device.
 */
export function useDeviceSwitches(
  media: LocalMedia,
  announce: (text: string) => void,
  isHeard = true,
): DeviceSwitches {
  const { t } = useTexts();
  const { camera, microphone } = useStore(media.store);
  const toggle = useCallback(
    (kind: DeviceKind) => {
      const isWanted = isOn(media.store.get()[kind]) || media.isReadying(kind);
      void media.turn(kind, !isWanted).then(() => {
        const on = isOn(media.store.get()[kind]);
        announce(t(on ? `meeting.${kind}TurnedOn` : `meeting.${kind}TurnedOff`));
      });
    },
    [media, announce, t],
  );
  useEffect(() => {
    if (!isHeard) {
      return undefined;
    }
    const press = (event: KeyboardEvent) => {
      const kind = KEYS[event.key.toLowerCase()];
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
      if (kind !== undefined && plain && !isTyping(event.target)) {
        toggle(kind);
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [toggle, isHeard]);
  return { camera, microphone, toggle };
}

/** Whether a device gives something to the others now. */
export function isOn(device: LocalDevice): boolean {
  return device.on && device.track !== undefined;
}
