import type { MeetingAccess, NotificationBody, SignallingNotification } from '@tapaamo/contracts';
import type { LocalMedia } from '../../../media/local-media.js';

/** What a meeting's connection works with. */
export interface MeetingConnectionOptions {
  /** Asks the API where the visit's node is and for a fresh token. @param nodeSilent - The node of before gave no answer. */
  getAccess: (nodeSilent: boolean) => Promise<MeetingAccess>;
  media: LocalMedia;
  /** Somebody else's admission, connection or arrival changed. */
  onVisitChanged?: () => void;
  /** False for who only looks on: they read, and write nothing. */
  writes?: boolean;
}

/** What is done with each thing that the node tells. */
export type NotificationHandlers = {
  [N in SignallingNotification]: (body: NotificationBody<N>) => void;
};
