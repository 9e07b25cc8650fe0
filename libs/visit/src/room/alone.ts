import { PLACE_KEPT_MS, type Admission, type StandingReason } from '@tapaamo/contracts';
import type { Participant } from '../participant.entity.js';
import type { VisitRow } from '../visit.entity.js';

/** With whom of a visit somebody speaks alone. */
export type Alone = Pick<VisitRow, 'aloneWith' | 'aloneBy'>;

/** Nobody speaks alone. */
export const NOT_ALONE: Alone = { aloneWith: null, aloneBy: null };

/** Where somebody stands, and why where it is not plain. */
export interface Standing {
  admission: Admission;
  because: StandingReason | null;
}

/**
 * Whether somebody waits while one of the staff speaks with one person alone: everybody but these two, other staff too. Who
 * asks a child or a victim must be able to keep out anybody.
 */
export function isSetApart({ aloneWith, aloneBy }: Alone, participantId: string): boolean {
  return aloneWith !== null && participantId !== aloneWith && participantId !== aloneBy;
}

/**
 * Where somebody stands in the meeting by what is written. Who is set apart waits, though they were let in: a meeting node
 * sees them as it sees all who wait.
 *
 * @param admission - What their own row allows.
 */
export function standingOf(
  { id, sentBack }: Pick<Participant, 'id' | 'sentBack'>,
  admission: Admission,
  alone: Alone,
): Standing {
  if (admission === 'admitted' && isSetApart(alone, id)) {
    return { admission: 'waiting', because: 'set-apart' };
  }
  if (admission === 'admitted' && alone.aloneWith !== null) {
    return { admission, because: 'alone' };
  }
  return { admission, because: admission === 'waiting' && sentBack ? 'sent-back' : null };
}

/**
 * Whether one of the staff may end it, or speak alone with another: who began, and anybody else once who began does not
 * reach the visit any more or has been without a line for as long as a place is kept. A lost line alone lets nobody hear.
 *
 * @param beginnerWithoutLineMs - Of who began; null when they do not reach the visit.
 */
export function mayEndAlone(
  { aloneBy }: Alone,
  ownParticipantId: string | null,
  beginnerWithoutLineMs: number | null,
): boolean {
  return (
    aloneBy === ownParticipantId ||
    beginnerWithoutLineMs === null ||
    beginnerWithoutLineMs >= PLACE_KEPT_MS
  );
}
