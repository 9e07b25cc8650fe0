import type { DeviceCheck } from '@tapaamo/contracts';
import { useEffect } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../../i18n/index.js';
import type { LocalMedia } from '../../../media/local-media.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { Stack } from '../../../ui/stack.js';
import { DeletionDate } from '../../../ui/deletion-date.js';
import { CameraStep } from './camera-step.js';
import { deviceCheckOf, waysOn, type Wishes } from './device-check.js';
import { DeviceHelp } from './device-help.js';
import styles from './device-test.module.css';
import { DeviceVerdict } from './device-verdict.js';
import { LineStep } from './line-step.js';
import { MicrophoneStep } from './microphone-step.js';
import { SpeakerStep } from './speaker-step.js';
import { useDeviceTest } from './use-device-test.js';

interface DeviceTestProps {
  media: LocalMedia;
  purgeDueAt: string;
  /** What it begins with; besides what is said to everybody. */
  note?: string;
  /** What the person wants on; both devices of who comes. */
  wanted?: Wishes;
  /** Told of every result as it comes, where the person may go away without going on; undefined where they go on. */
  onResult: ((result: DeviceCheck) => void) | undefined;
  /** `check` is undefined when nothing was tried, or nothing is taken along of what works. */
  onDone: (wishes: Wishes, check?: DeviceCheck) => void;
}

/**
 * Camera, microphone, loudspeaker and the line tried before the visit, one under the other; all but the loudspeaker try
 * themselves. It can always be passed: nobody is stopped by a device.
 */
export function DeviceTest({ media, purgeDueAt, note, wanted, onResult, onDone }: DeviceTestProps) {
  const { t } = useTexts();
  const test = useDeviceTest(media);
  const { state, started, tried, findings, result } = test;
  useResult(result, onResult);
  const finish = (wishes: Wishes) => {
    for (const kind of ['camera', 'microphone'] as const) {
      if (!wishes[kind]) {
        void media.turn(kind, false);
      }
    }
    onDone(wishes, deviceCheckOf(state, wishes, findings));
  };
  return (
    <Stack surface="card" gap="l" testId="device-test">
      <Stack>
        <PageHeading>{t('deviceTest.heading')}</PageHeading>
        {note !== undefined && <p>{note}</p>}
        {!started && <p>{t('deviceTest.ask')}</p>}
      </Stack>
      {!started && (
        <Button fullWidth onClick={test.start} data-testid="start-device-test">
          {t('deviceTest.start')}
        </Button>
      )}
      {started && (
        <ol className={styles.steps} aria-label={t('deviceTest.steps')}>
          <CameraStep camera={state.camera} opening={state.opening} />
          <MicrophoneStep
            microphone={state.microphone}
            hearing={test.hearing}
            onHearing={test.setHearing}
          />
          <SpeakerStep speaker={findings.speaker} onHeard={test.setSpeaker} />
          <LineStep line={test.line} onAgain={test.testLineAgain} />
        </ol>
      )}
      {tried && <DeviceHelp state={state} onRetry={() => void media.open()} />}
      {started && <DeviceVerdict result={result} />}
      <Stack gap="s">
        {waysOn(state, tried, wanted).map(({ text, wishes }, index) => (
          <Button
            key={text}
            fullWidth
            variant={index === 0 && tried ? 'default' : 'secondaryNoBorder'}
            onClick={() => finish(wishes)}
            data-testid={`device-test-${text}`}
          >
            {t(`deviceTest.${text}`)}
          </Button>
        ))}
      </Stack>
      <DeletionDate purgeDueAt={purgeDueAt} />
    </Stack>
  );
}

/** Tells of a result once, and again when it is another. */
function useResult(result: DeviceCheck | undefined, onResult: DeviceTestProps['onResult']): void {
  const written = result === undefined ? undefined : JSON.stringify(result);
  useEffect(() => {
    if (written !== undefined) {
      onResult?.(JSON.parse(written) as DeviceCheck);
    }
  }, [written, onResult]);
}
