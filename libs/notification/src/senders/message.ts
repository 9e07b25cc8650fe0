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
  /** For how long it is worth delivering, in seconds: what hangs in a network for longer would tell what is not true any more. */
  validSeconds?: number | undefined;
  /** What the operator names the message by when it tells what became of it; none where nobody asks. */
  reference?: string | undefined;
}
