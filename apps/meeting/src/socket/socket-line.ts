import type { NotificationBody, SignallingNotification } from '@tapaamo/contracts';
import type { Meeting, MeetingConnection, Seat } from '@tapaamo/meeting';
import type { MeetingClaims } from '@tapaamo/visit';
import type { DefaultEventsMap, Socket } from 'socket.io';
import { LineLimits } from './line-limits.js';

/** What the handshake found out about a socket. */
export interface SocketData {
  claims: MeetingClaims;
  meeting: Meeting;
  /** Epoch of the media that the browser still has, after its line alone was lost. */
  keptEpoch: number | undefined;
}

/** A socket of this server. */
export type MeetingSocket = Socket<
  DefaultEventsMap,
  DefaultEventsMap,
  DefaultEventsMap,
  Partial<SocketData>
>;

/** One socket as the meeting's line to a participant, with the limits that hold for it. */
export class SocketLine implements MeetingConnection {
  readonly limits = new LineLimits();
  readonly #socket: MeetingSocket;
  /** The seat that this line serves; `null` before it is taken and when there is none. */
  seat: Seat | null = null;

  constructor(
    socket: MeetingSocket,
    readonly claims: MeetingClaims,
    readonly meeting: Meeting,
  ) {
    this.#socket = socket;
  }

  get id(): string {
    return this.#socket.id;
  }

  /** Whether this line still serves its seat; another tab or the visit's end may have taken it. */
  get isSeated(): boolean {
    return this.seat !== null && this.seat.connection === this && this.meeting.seats.has(this.seat);
  }

  notify<N extends SignallingNotification>(notification: N, body: NotificationBody<N>): void {
    this.#socket.emit(notification, body);
  }

  disconnect(): void {
    this.#socket.disconnect(true);
  }
}
