import type { DeviceCheck } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';

/** How the client's device test went. */
export function DeviceCheckLine({ check }: { check: DeviceCheck }) {
  const { t } = useTexts();
  return (
    <small data-testid="device-check">
      {t(`visit.camera_${check.camera}`)}, {t(`visit.microphone_${check.microphone}`)}
    </small>
  );
}
