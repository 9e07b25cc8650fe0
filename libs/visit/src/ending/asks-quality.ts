import type { DoorActor } from '@tapaamo/access';
import type { DoorView } from '@tapaamo/contracts';
import type { Participant } from '../participant.entity.js';

/**
 * Whether somebody is asked how it went: they were in the meeting, in this browser, it is over, and they have not said.
 * Whoever else has the link was not there.
 */
export function asksQuality(
  view: DoorView,
  { joinedAt, admittedSessionId, qualityTold }: Participant,
  { sessionId }: Pick<DoorActor, 'sessionId'>,
): boolean {
  const isOver = view.state === 'ended' && !view.cancelled;
  return isOver && joinedAt !== null && admittedSessionId === sessionId && !qualityTold;
}
