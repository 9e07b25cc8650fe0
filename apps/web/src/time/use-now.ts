import { useEffect, useState } from 'react';
import { now } from './clock.js';

/** The present instant, renewed at intervals and when the page comes back to view. */
export function useNow(intervalMs: number): number {
  const [instant, setInstant] = useState(now);
  useEffect(() => {
    const tick = () => setInstant(now());
    const timer = setInterval(tick, intervalMs);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [intervalMs]);
  return instant;
}
