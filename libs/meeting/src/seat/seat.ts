import {
  comesByLink,
  type Admission,
  type Delay,
  type InterpreterLanguage,
  type NotificationBody,
  type ParticipantRole,
  type SignallingNotification,
  type StandingReason,
} from '@tapaamo/contracts';
import type { MeetingClaims } from '@tapaamo/visit';
import { SeatLine } from '../line/seat-line.js';
import type { SeatMedia } from '../media/seat-media.js';
import type { MeetingConnection } from './meeting-connection.js';
import { mayBeTold, type SeatedParticipant } from './seat-rules.js';

const NO_DELAY = JSON.stringify(null);

/** A participant's place in a meeting, with at most one live connection and, once admitted, media of their own. */
export class Seat implements SeatedParticipant {
  readonly participantId: string;
  /** The session that sits here now: a professional may go on with another of their own. */
  sessionId: string;
  readonly role: ParticipantRole;
  /** The live line; `null` while it is lost. */
  connection: MeetingConnection | null = null;
  /** Transports, producers and consumers; `null` until admitted and while they are built anew. */
  media: SeatMedia | null = null;
  /** How the participant's line is, as far as it is known. */
  readonly line = new SeatLine();
  /** Monotonic instant, in milliseconds, at which the line was lost. */
  lineLostAt: number | null = null;
  /** Monotonic instant, in milliseconds, from which the participant has waited for their media. */
  joinBeganAt = 0;
  /** Monotonic instant, in milliseconds, at which they raised their hand; `null` while it is down. */
  handRaisedAt: number | null = null;
  readonly #interpreterLanguage: InterpreterLanguage | undefined;
  /** Why they stand so, where it is not plain. */
  because: StandingReason | null = null;
  /** What this line was told of a delay, as it was written. */
  #toldDelay = NO_DELAY;
  /** What this line was told of whether a professional is there; `null` for nothing yet. */
  #toldAttendance: boolean | null = null;
  /** What this line was told of who reads what the participant writes, as it was written; `null` for nothing yet. */
  #toldReaders: string | null = null;

  constructor(
    claims: MeetingClaims,
    public admission: Admission,
  ) {
    this.participantId = claims.participantId;
    this.sessionId = claims.sessionId;
    this.role = claims.role;
    this.#interpreterLanguage = claims.interpreterLanguage;
  }

  get isAdmitted(): boolean {
    return this.admission === 'admitted';
  }

  /** How others may see the participant. */
  get description(): NotificationBody<'participantJoined'> {
    return {
      participantId: this.participantId,
      role: this.role,
      connected: this.connection !== null,
      ...(this.#interpreterLanguage && { interpreterLanguage: this.#interpreterLanguage }),
    };
  }

  /**
   * Gives the seat a live line. One that was still there is told and ended: a second tab, or a tab that lost its line and
   * is back before the node noticed.
   *
   * @param sessionId - Session that the line belongs to.
   * @returns The line that was there before.
   */
  connect(connection: MeetingConnection, sessionId: string): MeetingConnection | null {
    const previous = this.connection;
    this.sessionId = sessionId;
    // First of all: the end of the previous line must not be taken for the end of this one.
    this.connection = connection;
    this.#toldDelay = NO_DELAY;
    this.#toldAttendance = null;
    this.#toldReaders = null;
    this.lineLostAt = null;
    this.joinBeganAt = performance.now();
    previous?.notify('connectionReplaced', {});
    previous?.disconnect();
    return previous;
  }

  /** Whether the line has been lost for at least so many milliseconds. */
  hasBeenWithoutLine(milliseconds: number): boolean {
    return this.lineLostAt !== null && performance.now() - this.lineLostAt >= milliseconds;
  }

  /** How long the line has been lost, in milliseconds; 0 while it is there. */
  get withoutLineMs(): number {
    return this.lineLostAt === null ? 0 : Math.max(1, performance.now() - this.lineLostAt);
  }

  /** Tells the participant something, unless they may not be told or have no line. */
  tell<N extends SignallingNotification>(notification: N, body: NotificationBody<N>): void {
    if (notification === 'admissionChanged') {
      // A browser forgets the rest with it, and is told anew.
      this.#toldDelay = NO_DELAY;
      this.#toldAttendance = null;
    }
    if (mayBeTold(this.admission, notification)) {
      this.connection?.notify(notification, body);
    }
  }

  /** Tells the participant where they stand, and why where it is not plain. */
  tellStanding(): void {
    const { admission, because } = this;
    this.tell('admissionChanged', { admission, ...(because === null ? {} : { because }) });
  }

  /** Tells who waits of the delay, once until it is another. */
  tellDelay(delay: Delay | null): void {
    const told = JSON.stringify(delay);
    if (told !== this.#toldDelay && comesByLink(this.role) && this.admission === 'waiting') {
      this.#toldDelay = told;
      this.tell('delayChanged', { delay });
    }
  }

  /** Tells who came by a link whether a professional is there, once until that changes. */
  tellAttendance(attended: boolean): void {
    if (attended !== this.#toldAttendance && comesByLink(this.role) && this.isAdmitted) {
      this.#toldAttendance = attended;
      this.tell('attendanceChanged', { attended });
    }
  }

  /** Tells who writes whose browsers read it, once until that changes. */
  tellReaders(readers: string[]): void {
    const told = JSON.stringify(readers);
    if (told !== this.#toldReaders) {
      this.#toldReaders = told;
      this.tell('readersChanged', { readers });
    }
  }

  /** Ends everything the participant sends and receives. */
  dropMedia(): void {
    const media = this.media;
    this.media = null;
    this.#toldReaders = null;
    media?.close();
  }

  /** Ends the line. */
  disconnect(): void {
    const connection = this.connection;
    this.connection = null;
    connection?.disconnect();
  }
}
