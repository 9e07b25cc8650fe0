import type { NotificationBody, SignallingNotification } from '@tapaamo/contracts';

/** A participant's live line to this node, as the meeting sees it; what carries it is the application's business. */
export interface MeetingConnection {
  readonly id: string;
  /** Tells the browser a fact. Who may be told what is decided by the seat. */
  notify<N extends SignallingNotification>(notification: N, body: NotificationBody<N>): void;
  /** Ends the line. */
  disconnect(): void;
}
