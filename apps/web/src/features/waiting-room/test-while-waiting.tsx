import type { DeviceCheck } from '@tapaamo/contracts';
import { useEffect, useState } from 'react';
import { useTexts } from '../../i18n/index.js';
import { LocalMedia } from '../../media/local-media.js';
import { DeviceTest, type Wishes } from '../door/index.js';

interface TestWhileWaitingProps {
  purgeDueAt: string;
  /** What the person would go in with now. */
  wishes: Wishes;
  onDone: (wishes: Wishes, check?: DeviceCheck) => void;
}

/**
 * The device test of who waits already. It has the devices to itself: who is let in meanwhile goes in as they were, and
 * nobody sees a camera that was on for the test alone.
 */
export function TestWhileWaiting({ purgeDueAt, wishes, onDone }: TestWhileWaitingProps) {
  const { t } = useTexts();
  const [media] = useState(() => new LocalMedia());
  useEffect(() => () => media.close(), [media]);
  return (
    <DeviceTest
      media={media}
      purgeDueAt={purgeDueAt}
      note={t('waitingRoom.testing')}
      untried={wishes}
      onResult={undefined}
      onDone={(chosen, check) => {
        // A phone opens no camera twice.
        media.close();
        onDone(chosen, check);
      }}
    />
  );
}
