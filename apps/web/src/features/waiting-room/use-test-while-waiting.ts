import type { DeviceCheck } from '@tapaamo/contracts';
import { useEffect, useRef, useState } from 'react';
import type { LocalMedia } from '../../media/local-media.js';
import type { Wishes } from '../door/index.js';

/** The device test of who waits. */
export interface TestOfWhoWaits {
  isOpen: boolean;
  open: () => void;
  done: (wishes: Wishes, check?: DeviceCheck) => void;
}

/**
 * Lends the devices to a test while the person waits, and takes them back when it is done or the waiting is over.
 *
 * @param waits - Whether they wait now.
 * @param goesIn - Whether they are in the meeting now.
 * @param onTested - Told what they chose, and what was found.
 */
export function useTestWhileWaiting(
  media: LocalMedia,
  { waits, goesIn }: { waits: boolean; goesIn: boolean },
  onTested: TestOfWhoWaits['done'],
): TestOfWhoWaits {
  const [asked, setAsked] = useState(false);
  const isLent = useRef(false);
  if (asked && !waits) {
    setAsked(false);
  }
  useEffect(() => {
    if (isLent.current && !waits) {
      isLent.current = false;
      if (goesIn) {
        void media.open();
      }
    }
  }, [waits, goesIn, media]);
  return {
    isOpen: asked && waits,
    open: () => {
      isLent.current = true;
      media.close();
      setAsked(true);
    },
    done: (wishes, check) => {
      isLent.current = false;
      setAsked(false);
      void media.wish(wishes);
      onTested(wishes, check);
    },
  };
}
