import { correctOutcomeRequestSchema, type Outcome, type Visit } from '@tapaamo/contracts';
import { milliseconds } from '../../time/helsinki.js';

/**
 * Other outcomes that a visit can have by what is known of it: who came was not absent, and what has not begun was neither
 * held nor missed. The server decides.
 */
export function possibleOutcomes(
  { status, startsAt, participants }: Pick<Visit, 'status' | 'startsAt' | 'participants'>,
  now: number,
): readonly Outcome[] {
  const hasBegun = milliseconds(startsAt) <= now;
  const came = participants.some(({ role, arrivedAt }) => role === 'client' && arrivedAt !== null);
  const isPossible: Record<Outcome, boolean> = {
    fulfilled: hasBegun,
    noshow: hasBegun && !came,
    cancelled: true,
  };
  return correctOutcomeRequestSchema.shape.outcome.options.filter(
    (outcome) => outcome !== status && isPossible[outcome],
  );
}
