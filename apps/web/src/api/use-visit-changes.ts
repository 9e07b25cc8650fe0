import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { ChangeListener, LiveStream } from './live-stream.js';

/** How often pages read again while there is no live stream. */
export const FALLBACK_INTERVAL_MS = 10_000;

/** The tab's stream, which every page of staff has (`features/sign-in/staff-page`). */
export const TabStream = createContext<LiveStream | undefined>(undefined);

/**
 * Hears which visits changed, as it happens.
 *
 * @param onChange - Told the visit's id; undefined when the stream has just opened or ended and anything may have changed.
 * @returns Whether the stream is open. When it is not, the page reads again at intervals.
 */
export function useVisitChanges(onChange: ChangeListener): boolean {
  const stream = useContext(TabStream);
  useEffect(() => stream?.hear(onChange), [stream, onChange]);
  return useSyncExternalStore(stream?.watch ?? watchNothing, stream?.isOpen ?? isNeverOpen);
}

function watchNothing(): () => void {
  return () => undefined;
}

function isNeverOpen(): boolean {
  return false;
}
