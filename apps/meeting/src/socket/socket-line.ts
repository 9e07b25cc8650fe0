import type { Meeting, Seat } from '@tapaamo/meeting';
import type { MeetingClaims } from '@tapaamo/visit';
import { LimitedLine, type SocketWith } from './limited-line.js';

/** What the handshake found out about a socket. */
export interface SocketData {
  claims: MeetingClaims;
  meeting: Meeting;
  /** Epoch of the media that the browser still has, after its line alone was lost. */
  keptEpoch: number | undefined;
}

/** A socket of who takes part in a meeting. */
export type MeetingSocket = SocketWith<SocketData>;

/** One socket as the meeting's line to a participant. */
export class SocketLine extends LimitedLine {
  /** The seat that this line serves; `null` before it is taken and when there is none. */
  seat: Seat | null = null;

  constructor(
    socket: MeetingSocket,
    readonly claims: MeetingClaims,
    readonly meeting: Meeting,
  ) {
    super(socket);
  }

  /** Whether this line still serves its seat; another tab or the visit's end may have taken it. */
  get isSeated(): boolean {
    return this.seat !== null && this.seat.connection === this && this.meeting.seats.has(this.seat);
  }
}
