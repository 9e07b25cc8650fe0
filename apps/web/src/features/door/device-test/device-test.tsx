import type { DeviceCheck } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../../i18n/index.js';
import type { LocalMedia } from '../../../media/local-media.js';
import { useStore } from '../../../media/use-store.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { Stack } from '../../../ui/stack.js';
import { DeletionDate } from '../../../ui/deletion-date.js';
import { deviceCheckOf, waysOn, type Wishes } from './device-check.js';
import { DeviceHelp } from './device-help.js';
import { SoundLevel } from './sound-level.js';
import { SpeakerTest } from './speaker-test.js';
import { Preview } from './preview.js';

interface DeviceTestProps {
  media: LocalMedia;
  purgeDueAt: string;
  /** `check` is undefined when nothing was tried, or nothing is taken along of what works. */
  onDone: (wishes: Wishes, check?: DeviceCheck) => void;
}

/** Camera, microphone and loudspeaker tried before the visit. It can always be passed: nobody is stopped by a device. */
export function DeviceTest({ media, purgeDueAt, onDone }: DeviceTestProps) {
  const { t } = useTexts();
  const state = useStore(media.store);
  const [started, setStarted] = useState(false);
  const start = () => {
    setStarted(true);
    void media.open();
  };
  const finish = (wishes: Wishes) => {
    for (const kind of ['camera', 'microphone'] as const) {
      if (!wishes[kind]) {
        void media.turn(kind, false);
      }
    }
    onDone(wishes, deviceCheckOf(state, wishes));
  };
  const tried = started && !state.opening && state.camera.state !== 'unknown';
  return (
    <Stack surface="card" gap="l" testId="device-test">
      <Stack>
        <PageHeading>{t('deviceTest.heading')}</PageHeading>
        {!started && <p>{t('deviceTest.ask')}</p>}
        {state.camera.state === 'works' && <p>{t('deviceTest.look')}</p>}
      </Stack>
      {!started && (
        <Button fullWidth onClick={start} data-testid="start-device-test">
          {t('deviceTest.start')}
        </Button>
      )}
      {started && <Preview camera={state.camera} opening={state.opening} />}
      {started && <SoundLevel microphone={state.microphone} />}
      {tried && <DeviceHelp state={state} onRetry={() => void media.open()} />}
      {started && <SpeakerTest />}
      <Stack gap="s">
        {waysOn(state, tried).map(({ text, wishes }, index) => (
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
