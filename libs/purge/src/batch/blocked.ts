import { isDatabaseUnavailable, sqlState } from '@tapaamo/database';

/** Why a visit cannot be forgotten. A constraint of `purge_item` has the same list. */
export const BLOCKED = ['refused', 'busy', 'too-slow', 'damaged'] as const;

/** One of them. */
export type Blocked = (typeof BLOCKED)[number];

/** Visits one after the other are held or too slow: a sweep tries no more of them. */
export class VisitsHeldError extends Error {
  constructor() {
    super('Visits one after the other are held by somebody.');
    this.name = 'VisitsHeldError';
  }
}

/** SQLSTATEs that may be one visit's own (PostgreSQL, appendix A). */
const OF_A_VISIT: readonly [RegExp, Blocked][] = [
  // Its rows do not fit, or a trigger says no.
  [/^(22|23|44|P0)/, 'refused'],
  // Somebody else has a row of it.
  [/^(40|55)/, 'busy'],
  [/^57014$/, 'too-slow'],
  // An index or a page cannot be read.
  [/^XX/, 'damaged'],
];

/**
 * What of a visit may have kept a batch from being erased; null where it is none of theirs, but for instance a full disk, a
 * server that goes or a table that is not as it should be: no other batch would fare better.
 */
export function blockedBy(error: unknown): Blocked | null {
  const state = sqlState(error);
  if (state === undefined || isDatabaseUnavailable(error)) {
    return null;
  }
  return OF_A_VISIT.find(([states]) => states.test(state))?.[1] ?? null;
}
