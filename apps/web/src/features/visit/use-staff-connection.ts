import { useCallback, useEffect, useState } from 'react';
import { LocalMedia } from '../../media/local-media.js';
import { MeetingConnection } from '../meeting/index.js';
import { whenSigningOut } from '../sign-in/index.js';
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
  const [joined, setJoined] = useState(() => wasInMeeting(visitId));
  const [media] = useState(() => new LocalMedia());
  const [connection] = useState(
    () =>
      new MeetingConnection({
        media,
        getAccess: () => meetingAccess(visitId),
        onVisitChanged: refresh,
      }),
  );
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
  useEffect(() => (joined ? whenSigningOut(leave) : undefined), [joined, leave]);
  return { connection, media, joined, join, leave };
}
