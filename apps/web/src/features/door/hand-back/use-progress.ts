import { useEffect, useState } from 'react';
import { readProgress } from '../door-requests.js';
import { pollProgress } from './poll-progress.js';
import { progressAfter, type Progress } from './progress.js';

/**
 * How far an identification has come that began in this session: asked when the page opens, each time it is seen again (the
 * person comes back from the bank's app, or presses Back), and every two seconds while something is to come.
 *
 * @param onRefused - The session may be over, and then nothing comes to this page any more. Always the same function.
 */
export function useProgress(onRefused: () => void): Progress {
  const [progress, setProgress] = useState<Progress>({ state: 'none' });
  useEffect(() => {
    const { look, stop } = pollProgress({
      read: readProgress,
      isSeen: () => document.visibilityState === 'visible',
      onFound: (found) => setProgress((before) => progressAfter(before, found)),
      onRefused,
    });
    look();
    document.addEventListener('visibilitychange', look);
    addEventListener('pageshow', look);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', look);
      removeEventListener('pageshow', look);
    };
  }, [onRefused]);
  return progress;
}
