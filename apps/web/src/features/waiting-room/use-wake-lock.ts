import { useEffect } from 'react';

/** Keeps the screen awake: a phone that falls asleep loses its place in the meeting. Browsers without it do without. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let over = false;
    const request = () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) {
        return;
      }
      navigator.wakeLock.request('screen').then(
        (given) => {
          lock = given;
          if (over) {
            void given.release();
          }
        },
        () => undefined,
      );
    };
    request();
    // The browser takes the lock away whenever the page is hidden.
    document.addEventListener('visibilitychange', request);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', request);
      void lock?.release();
    };
  }, []);
}
