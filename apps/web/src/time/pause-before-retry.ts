/**
 * Waits, or less when the line or the page comes back: then there is reason to believe that trying again helps.
 *
 * @param ms - Longest wait in milliseconds.
 * @param signal - Ends the wait at once.
 */
export function pauseBeforeRetry(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      document.removeEventListener('visibilitychange', whenVisible);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const whenVisible = () => {
      if (document.visibilityState === 'visible') {
        done();
      }
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
    document.addEventListener('visibilitychange', whenVisible);
    signal.addEventListener('abort', done);
    if (signal.aborted) {
      done();
    }
  });
}
