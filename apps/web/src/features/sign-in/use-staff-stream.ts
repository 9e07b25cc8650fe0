import type { StaffRole } from '@tapaamo/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { LiveStream } from '../../api/live-stream.js';
import { ME } from './queries.js';
import { MEETS_CLIENTS } from './staff-places.js';

/**
 * Opens the tab's stream for whoever is signed in. Whenever it opens or ends, who is signed in is asked anew: a session
 * that has ended, a closed account and a role that was taken away are noticed at once, without a press.
 *
 * @param roles - Of the signed-in person, once they are known.
 */
export function useStaffStream(roles: readonly StaffRole[] | undefined): LiveStream | undefined {
  const client = useQueryClient();
  const meetsClients = roles && MEETS_CLIENTS.some((role) => roles.includes(role));
  const stream = useMemo(
    () => (meetsClients === undefined ? undefined : streamOf(meetsClients)),
    [meetsClients],
  );
  useEffect(
    () =>
      stream?.hear((visitId) => {
        if (visitId === undefined) {
          void client.invalidateQueries({ queryKey: ME });
        }
      }),
    [stream, client],
  );
  useEffect(() => stream?.open(), [stream]);
  return stream;
}

/** Arrivals of clients are heard in a tab that nobody sees; that a session ended is soon enough as the tab is looked at. */
function streamOf(meetsClients: boolean): LiveStream {
  return meetsClients
    ? new LiveStream('/api/visit-changes', { restsUnseen: false })
    : new LiveStream('/api/me/changes', { restsUnseen: true });
}
