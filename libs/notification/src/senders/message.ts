import type { CalendarEntry } from '../calendar/calendar-entry.js';

/** A message ready to go. */
export interface OutgoingMessage {
  /** Id of the outbox row; a sender uses it so that a repeated attempt is not a second message. */
  id: string;
  to: string;
  /** Name that it comes from; null for the installation's own. */
  sender: string | null;
  subject: string;
  text: string;
  /** For the receiver's own calendar; of e-mail only. */
  calendar?: CalendarEntry | undefined;
}
