import { useCallback, useEffect, useState } from 'react';
import type { LocalMedia } from '../../../media/local-media.js';
import { Store } from '../../../media/store.js';
import { useStore } from '../../../media/use-store.js';
import type { LineTest, LineTestState } from '../../meeting/index.js';
import { beginDeviceTest } from '../door-requests.js';

const NOTHING = new Store<LineTestState>({ phase: 'idle', result: null, echo: {} });

/** Code of the meeting, which the test shares: it travels anyway before the person comes in. */
const loadMeeting = () => import('../../meeting/index.js');

/**
 * The test of the line, begun by itself as soon as it is wanted and ended with the page.
 *
 * @returns How it goes, and the way to begin anew.
 */
export function useLineTest(media: LocalMedia, wanted: boolean): [LineTestState, () => void] {
  const [test, setTest] = useState<LineTest>();
  useEffect(() => {
    if (!wanted) {
      return undefined;
    }
    let made: LineTest | undefined;
    let isOver = false;
    loadMeeting().then(
      ({ LineTest: Test }) => {
        if (!isOver) {
          made = new Test({ getAccess: beginDeviceTest, media });
          made.start();
          setTest(made);
        }
      },
      // Without it the devices are tested all the same.
      () => undefined,
    );
    return () => {
      isOver = true;
      made?.stop();
    };
  }, [media, wanted]);
  const again = useCallback(() => test?.start(), [test]);
  return [useStore(test?.store ?? NOTHING), again];
}
