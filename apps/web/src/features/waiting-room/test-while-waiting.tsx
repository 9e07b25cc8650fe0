import type { DeviceCheck } from '@tapaamo/contracts';
import { useEffect, useState, type ReactNode } from 'react';
import { useTexts } from '../../i18n/index.js';
import { LocalMedia } from '../../media/local-media.js';
import { Stack } from '../../ui/stack.js';
import { DeviceTest, type Wishes } from '../door/index.js';

interface TestWhileWaitingProps {
  purgeDueAt: string;
  /** How their waiting goes on meanwhile. */
  news: ReactNode;
  /** Whether their place is known to be kept. */
  isKept: boolean;
  /** What the person would go in with now. */
  wishes: Wishes;
  onDone: (wishes: Wishes, check?: DeviceCheck) => void;
}

/**
 * The device test of who waits already. It has the devices to itself: who is let in meanwhile goes in as they were, and
 * nobody sees a camera that was on for the test alone.
 */
export function TestWhileWaiting(props: TestWhileWaitingProps) {
  const { purgeDueAt, news, isKept, wishes, onDone } = props;
  const { t } = useTexts();
  const [media] = useState(() => new LocalMedia());
  useEffect(() => () => media.close(), [media]);
  return (
    <Stack gap="l">
      {news}
      <DeviceTest
        media={media}
        purgeDueAt={purgeDueAt}
        {...(isKept && { note: t('waitingRoom.testing') })}
        wanted={wishes}
        onResult={undefined}
        onDone={(chosen, check) => {
          // A phone opens no camera twice.
          media.close();
          onDone(chosen, check);
        }}
      />
    </Stack>
  );
}
