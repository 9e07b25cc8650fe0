import { useEffect, useState } from 'react';
import { now } from '../../time/clock.js';
import { milliseconds } from '../../time/helsinki.js';

/** Timers sleep with the device and have an upper limit, so the clock is looked at in between. */
const LONGEST_TIMER_MS = 60_000;

/** Whether an instant has passed; turns true by itself when it does. */
export function useInstantPassed(instant: string): boolean {
  const [passed, setPassed] = useState(() => now() >= milliseconds(instant));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const left = milliseconds(instant) - now();
      setPassed(left <= 0);
      if (left > 0) {
        timer = setTimeout(look, Math.min(left, LONGEST_TIMER_MS));
      }
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [instant]);
  return passed;
}
