import type { VisitChange } from '@tapaamo/contracts';
import { useEffect, useState } from 'react';

/** How often a closed stream is opened again. While it is open the browser reconnects by itself. */
const REOPEN_MS = 15_000;

/** How often pages read again while there is no live stream. */
export const FALLBACK_INTERVAL_MS = 10_000;

/**
 * Hears which visits changed, as it happens.
 *
 * @param onChange - Told the visit's id; undefined when the stream has just opened or ended and anything may have changed.
 * @returns Whether the stream is open. When it is not, the page reads again at intervals.
 */
export function useVisitChanges(onChange: (visitId: string | undefined) => void): boolean {
  const [live, setLive] = useState(false);
  useEffect(() => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOpen = false;
    const open = () => {
      source = new EventSource('/api/visit-changes');
      source.addEventListener('open', () => {
        isOpen = true;
        setLive(true);
        onChange(undefined);
      });
      source.addEventListener('error', () => {
        setLive(false);
        // The server closes the stream of whoever may not listen any more: what the page reads now tells why, at once.
        if (isOpen) {
          isOpen = false;
          onChange(undefined);
        }
        if (source?.readyState === EventSource.CLOSED) {
          timer = setTimeout(open, REOPEN_MS);
        }
      });
      source.addEventListener('message', ({ data }: MessageEvent<string>) => {
        onChange(visitIdOf(data));
      });
    };
    open();
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, [onChange]);
  return live;
}

function visitIdOf(data: string): string | undefined {
  try {
    return (JSON.parse(data) as Partial<VisitChange>).visitId;
  } catch {
    return undefined;
  }
}
