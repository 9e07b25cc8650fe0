import { useEffect } from 'react';

/** How often it is asked while the page is seen: the client may be on the telephone with the professional meanwhile. */
const POLL_MS = 5_000;

/**
 * Asks whether the person may wait without identification by now: the page has no line yet by which it could be told.
 *
 * @param onNews - Reads it. Always the same function.
 */
export function useNewsOfWaiting(isRequired: boolean, onNews: () => void): void {
  useEffect(() => {
    if (!isRequired) {
      return undefined;
    }
    const look = () => {
      if (document.visibilityState === 'visible') {
        onNews();
      }
    };
    const timer = setInterval(look, POLL_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [isRequired, onNews]);
}
