import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../../i18n/index.js';
import type { DeviceProblem } from '../../../media/device-problem.js';
import type { LocalDevice, LocalMediaState } from '../../../media/local-media.js';
import { Notice } from '../../../ui/notice.js';
import { Stack } from '../../../ui/stack.js';
import { factsOfBrowser } from '../facts-of-browser.js';
import { permissionHelpOf, systemHelpOf } from './permission-help.js';

interface DeviceHelpProps {
  state: LocalMediaState;
  onRetry: () => void;
}

/** For every device that did not open: why, and what to do in this very browser. Nothing when all is well. */
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
      {bothRefused && (
        <Notice status="warning">
          <p>{t('deviceTest.bothRefused')}</p>
          <PermissionSteps />
          <p>{t('deviceTest.withoutBoth')}</p>
        </Notice>
      )}
      {!bothRefused && cameraProblem !== undefined && (
        <Notice status="warning">
          <p>{t(`deviceTest.camera_${cameraProblem}`)}</p>
          {cameraProblem === 'refused' && (
            <>
              <PermissionSteps />
              <p>{t('deviceTest.withoutIt')}</p>
            </>
          )}
        </Notice>
      )}
      {!bothRefused && microphoneProblem !== undefined && (
        <Notice status="warning">
          <p>{t(`deviceTest.microphone_${microphoneProblem}`)}</p>
          {microphoneProblem === 'refused' && <PermissionSteps />}
        </Notice>
      )}
      <div>
        <Button variant="secondary" onClick={onRetry} data-testid="retry-devices">
          {t('shared.tryAgain')}
        </Button>
      </div>
    </Stack>
  );
}

/** Where the permission is given, step by step. */
function PermissionSteps() {
  const { t } = useTexts();
  const [facts] = useState(factsOfBrowser);
  const help = permissionHelpOf(facts);
  const system = systemHelpOf(facts);
  return (
    <>
      <ol data-testid="permission-steps" data-help={help}>
        {t(`deviceTest.steps_${help}`)
          .split('\n')
          .map((step) => (
            <li key={step}>{step}</li>
          ))}
      </ol>
      {system !== null && help !== 'in-app' && <p>{t(`deviceTest.system_${system}`)}</p>}
    </>
  );
}

function problemOf({ state, on }: LocalDevice): DeviceProblem | undefined {
  return on && state !== 'works' && state !== 'unknown' ? state : undefined;
}
