import {
  correctOutcomeRequestSchema,
  standsForClient,
  type Outcome,
  type Visit,
} from '@tapaamo/contracts';
import { milliseconds } from '../../time/helsinki.js';

/**
 * Other outcomes that a visit can have by what is known of it: what was held was held, who came was not absent, and what has not begun was neither
 * held nor missed. The server decides.
 */
export function possibleOutcomes(
  {
    status,
    startsAt,
    participants,
    wasHeld,
  }: Pick<Visit, 'status' | 'startsAt' | 'participants' | 'wasHeld'>,
  now: number,
): readonly Outcome[] {
  const hasBegun = milliseconds(startsAt) <= now;
  const came = participants.some(
    ({ role, arrivedAt }) => standsForClient(role) && arrivedAt !== null,
  );
  const isPossible: Record<Outcome, boolean> = {
    fulfilled: hasBegun,
    noshow: hasBegun && !came && !wasHeld,
    cancelled: !wasHeld,
  };
  return correctOutcomeRequestSchema.shape.outcome.options.filter(
    (outcome) => outcome !== status && isPossible[outcome],
  );
}
