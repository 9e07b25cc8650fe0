import { comesByLink, isHeard, type ParticipantRole } from '@tapaamo/contracts';

/** How long people who came by a link may go on without a professional whose line was lost, in milliseconds. */
export const UNATTENDED_AFTER_MS = 10_000;

/** What the rules look at of a seat. */
export interface InCompany {
  readonly participantId: string;
  readonly role: ParticipantRole;
  readonly isAdmitted: boolean;
}

/** The same, and how long its line has been lost; 0 while it is there. */
export interface Attending extends Omit<InCompany, 'participantId'> {
  readonly withoutLineMs: number;
}

/**
 * Whether anything of one participant may reach another: sound, picture, screen and text alike. The one rule about who may
 * hear whom.
 *
 * Both take part; nothing comes from who only looks on; and two who came by a link reach each other only while the meeting
 * is attended, so that nobody is alone with somebody else's client (features.md, pain 20).
 *
 * @param attended - Whether a professional is there (`isAttended`).
 */
export function mayReach(from: InCompany, to: InCompany, attended: boolean): boolean {
  const isSelf = from.participantId === to.participantId;
  const areGuests = comesByLink(from.role) && comesByLink(to.role);
  return (
    !isSelf && from.isAdmitted && to.isAdmitted && isHeard(from.role) && (attended || !areGuests)
  );
}

/** Whether a professional takes part whose line is there, or was lost a moment ago. Who left has no seat. */
export function isAttended(seats: readonly Attending[]): boolean {
  return attendedForMs(seats) > 0;
}

/**
 * For how long a meeting is attended if nothing changes, in milliseconds: infinitely while a professional has a line, 0
 * when it is not attended.
 */
export function attendedForMs(seats: readonly Attending[]): number {
  const left = seats
    .filter(({ role, isAdmitted }) => !comesByLink(role) && isAdmitted)
    .map(({ withoutLineMs }) =>
      withoutLineMs === 0 ? Number.POSITIVE_INFINITY : UNATTENDED_AFTER_MS - withoutLineMs,
    );
  return Math.max(0, ...left);
}
