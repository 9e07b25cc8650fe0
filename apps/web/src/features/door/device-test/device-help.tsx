import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../../i18n/index.js';
import type { DeviceProblem } from '../../../media/device-problem.js';
import type { LocalDevice, LocalMediaState } from '../../../media/local-media.js';
import { Notice } from '../../../ui/notice.js';
import { Stack } from '../../../ui/stack.js';

interface DeviceHelpProps {
  state: LocalMediaState;
  onRetry: () => void;
}

/** For every device that did not open: why, and what to do. Nothing when all is well. */
export function DeviceHelp({ state: { camera, microphone }, onRetry }: DeviceHelpProps) {
  const { t } = useTexts();
  const cameraProblem = problemOf(camera);
  const microphoneProblem = problemOf(microphone);
  if (cameraProblem === undefined && microphoneProblem === undefined) {
    return null;
  }
  const bothRefused = cameraProblem === 'refused' && microphoneProblem === 'refused';
  return (
    <Stack gap="s" testId="device-help">
      {bothRefused && <Notice status="warning">{t('deviceTest.bothRefused')}</Notice>}
      {!bothRefused && cameraProblem !== undefined && (
        <Notice status="warning">{t(`deviceTest.camera_${cameraProblem}`)}</Notice>
      )}
      {!bothRefused && microphoneProblem !== undefined && (
        <Notice status="warning">{t(`deviceTest.microphone_${microphoneProblem}`)}</Notice>
      )}
      <div>
        <Button variant="secondary" onClick={onRetry} data-testid="retry-devices">
          {t('shared.tryAgain')}
        </Button>
      </div>
    </Stack>
  );
}

function problemOf({ state, on }: LocalDevice): DeviceProblem | undefined {
  return on && state !== 'works' && state !== 'unknown' ? state : undefined;
}
