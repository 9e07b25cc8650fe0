import {
  WAITING_NOTIFICATIONS,
  comesByLink,
  type Admission,
  type SignallingNotification,
  type StandingReason,
} from '@tapaamo/contracts';
import type { MeetingVisit } from '@tapaamo/visit';

/** Participants a meeting takes at most. */
export const MOST_SEATS = 12;

/**
 * What a reading of the visit means for somebody's seat:
 * `keep` it as it is; `admit` or `return-to-waiting` (their admission changed); `replaced`: the place belongs to another
 * session of the same participant; `removed`: they have no place any more.
 */
export type SeatFate = 'keep' | 'admit' | 'return-to-waiting' | 'replaced' | 'removed';

/** What the rules look at. */
export interface SeatedParticipant {
  readonly participantId: string;
  readonly sessionId: string;
  readonly admission: Admission;
}

/** Decides a seat's fate by the visit as it stands in the database. The seat's own opinion counts for nothing. */
export function fateOf(seat: SeatedParticipant, visit: MeetingVisit): SeatFate {
  const now = visit.participants.find(({ participantId }) => participantId === seat.participantId);
  if (now === undefined || !hasPlace(now.admission) || now.sessionIds.length === 0) {
    return 'removed';
  }
  if (!now.sessionIds.includes(seat.sessionId)) {
    // The place of who came by a link went to another browser. A professional's session is over, whatever others they have.
    return comesByLink(now.role) ? 'replaced' : 'removed';
  }
  if (now.admission === seat.admission) {
    return 'keep';
  }
  return now.admission === 'admitted' ? 'admit' : 'return-to-waiting';
}

/** What who has no place is told of themselves: that they are outside, though their participant may still be let in. */
export function admissionOfRemoved(participantId: string, visit: MeetingVisit): Admission {
  const admission = admissionIn(visit, participantId);
  return hasPlace(admission) ? 'outside' : admission;
}

/** Why a participant stands where they do, where it is not plain. */
export function becauseIn(visit: MeetingVisit, participantId: string): StandingReason | null {
  return visit.participants.find((one) => one.participantId === participantId)?.because ?? null;
}

/** Where a participant stands; `outside` when the visit does not know them. */
export function admissionIn(visit: MeetingVisit, participantId: string): Admission {
  return (
    visit.participants.find((participant) => participant.participantId === participantId)
      ?.admission ?? 'outside'
  );
}

/** Whether somebody with this admission has a place on the node at all. */
export function hasPlace(admission: Admission): boolean {
  return admission === 'waiting' || admission === 'admitted';
}

/** Whether a participant may be told something; who is not admitted learns of themselves and of the end only. */
export function mayBeTold(admission: Admission, notification: SignallingNotification): boolean {
  return admission === 'admitted' || WAITING_NOTIFICATIONS.includes(notification);
}

/** What was answered about the students of a visit; another word for each state. */
export function answersIn({ participants }: MeetingVisit): string {
  return participants
    .filter(({ role }) => role === 'observer')
    .map(({ participantId, agreed }) => `${participantId} ${String(agreed)}`)
    .sort()
    .join(',');
}
