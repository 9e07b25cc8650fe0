import type { IdentificationProgress } from '@tapaamo/contracts';
import { useEffect, useState } from 'react';
import { readProgress } from '../door-requests.js';

/** How often it is asked while the person is away, and the page is seen. */
const POLL_MS = 2_000;

/** States in which something is to come by itself. */
const COMING: readonly IdentificationProgress['state'][] = ['away', 'returned'];

/** What the door knows of an identification that began here; `lost` when one was under way and came to nothing. */
export type Progress = IdentificationProgress | { state: 'lost' };

/**
 * How far an identification has come that began in this session: asked when the page opens, each time it is seen again (the
 * person comes back from the bank's app, or presses Back), and every two seconds while something is to come.
 */
export function useProgress(): Progress {
  const [progress, setProgress] = useState<Progress>({ state: 'none' });
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A line that is bad for a moment changes nothing of what is shown: it is asked again.
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') {
        readProgress().then(take, later);
      }
    };
    const later = () => {
      clearTimeout(timer);
      timer = isGone ? undefined : setTimeout(look, POLL_MS);
    };
    const take = (found: IdentificationProgress) => {
      setProgress((before) => progressAfter(before, found));
      if (COMING.includes(found.state)) {
        later();
      }
    };
    look();
    document.addEventListener('visibilitychange', look);
    addEventListener('pageshow', look);
    return () => {
      isGone = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('pageshow', look);
    };
  }, []);
  return progress;
}

/** What is known after an answer, given what was known before. */
export function progressAfter(before: Progress, found: IdentificationProgress): Progress {
  const wasComing = COMING.some((state) => state === before.state) || before.state === 'lost';
  return found.state === 'none' && wasComing ? { state: 'lost' } : found;
}
