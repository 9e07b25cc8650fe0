import { useCallback, useEffect, useState } from 'react';
import { LocalMedia } from '../../media/local-media.js';
import { MeetingConnection } from '../meeting/index.js';
import { rememberInMeeting, wasInMeeting } from './in-meeting.js';
import { meetingAccess, useRefreshVisit } from './queries.js';

/** The professional's own way into the meeting. */
export interface StaffMeeting {
  connection: MeetingConnection;
  media: LocalMedia;
  /** Whether the professional wants to be in the meeting. Looking at a visit opens no camera. */
  joined: boolean;
  join: () => void;
  leave: () => void;
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
  const leave = useCallback(() => {
    rememberInMeeting(visitId, false);
    void connection.leave().then(() => setJoined(false));
  }, [connection, visitId]);
  return { connection, media, joined, join, leave };
}
