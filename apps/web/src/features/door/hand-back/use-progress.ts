import type { IdentificationProgress } from '@tapaamo/contracts';
import { useEffect, useState } from 'react';
import { readProgress } from '../door-requests.js';
import { COMING, isWorthAnotherTry, progressAfter, type Progress } from './progress.js';

/** How often it is asked while the person is away, and the page is seen. */
const POLL_MS = 2_000;

/**
 * How far an identification has come that began in this session: asked when the page opens, each time it is seen again (the
 * person comes back from the bank's app, or presses Back), and every two seconds while something is to come.
 *
 * @param onOver - The session is over: nothing comes to this page any more. Always the same function.
 */
export function useProgress(onOver: () => void): Progress {
  const [progress, setProgress] = useState<Progress>({ state: 'none' });
  useEffect(() => {
    let isDone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible' && !isDone) {
        readProgress().then(take, fail);
      }
    };
    const fail = (error: unknown) => {
      if (isWorthAnotherTry(error)) {
        // A line that is bad for a moment changes nothing of what is shown.
        later();
      } else if (!isDone) {
        isDone = true;
        onOver();
      }
    };
    const later = () => {
      clearTimeout(timer);
      timer = isDone ? undefined : setTimeout(look, POLL_MS);
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
      isDone = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('pageshow', look);
    };
  }, [onOver]);
  return progress;
}
