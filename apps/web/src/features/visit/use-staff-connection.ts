import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { ApiProblem, hasCode } from '../../api/api-problem.js';
import { LocalMedia } from '../../media/local-media.js';
import { MeetingConnection, type MeetingState } from '../meeting/index.js';
import { ME, whenSigningOut, whileGoingOn } from '../sign-in/index.js';
import { rememberInMeeting, wasInMeeting } from './in-meeting.js';
import { meetingAccess, useRefreshVisit } from './queries.js';

/** The professional's own way into the meeting. */
export interface StaffMeeting {
  connection: MeetingConnection;
  media: LocalMedia;
  /** Whether the professional wants to be in the meeting. Looking at a visit opens no camera. */
  joined: boolean;
  join: () => void;
  leave: () => Promise<void>;
}

/** Keeps the professional's connection for as long as the visit's page is open. */
export function useStaffConnection(visitId: string): StaffMeeting {
  const refresh = useRefreshVisit(visitId);
  const client = useQueryClient();
  const [joined, setJoined] = useState(() => wasInMeeting(visitId));
  const [media] = useState(() => new LocalMedia());
  const [connection] = useState(() => {
    const made: MeetingConnection = new MeetingConnection({
      media,
      getAccess: (nodeSilent) =>
        meetingAccess(visitId, { nodeSilent }).catch((error: unknown) => {
          if (made.session === undefined || !hasCode(error, 'access.sign-in-required')) {
            throw error;
          }
          // The call goes on without a line for a while: long enough to sign in again in another tab.
          void client.invalidateQueries({ queryKey: ME });
          throw new ApiProblem('offline');
        }),
      onVisitChanged: refresh,
    });
    return made;
  });
  useEffect(() => {
    if (!joined) {
      return undefined;
    }
    connection.start();
    void media.open();
    return () => {
      connection.stop();
      media.close();
    };
  }, [joined, connection, media]);
  const join = useCallback(() => {
    rememberInMeeting(visitId, true);
    setJoined(true);
  }, [visitId]);
  const leave = useCallback(async () => {
    rememberInMeeting(visitId, false);
    await connection.leave();
    setJoined(false);
  }, [connection, visitId]);
  const isInCall = useSyncExternalStore(connection.store.subscribe, () =>
    isCall(connection.store.get()),
  );
  useEffect(
    () => (joined && isInCall ? whileGoingOn(() => connection.renewLine()) : undefined),
    [joined, isInCall, connection],
  );
  useEffect(() => (joined ? whenSigningOut(leave) : undefined), [joined, leave]);
  return { connection, media, joined, join, leave };
}

/** Whether the person is in the call, or their line to it is being mended. */
function isCall({ path, stoppedBy, ended }: MeetingState): boolean {
  return path !== 'none' && stoppedBy === undefined && ended === undefined;
}
