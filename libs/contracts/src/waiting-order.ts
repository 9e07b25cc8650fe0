import type { Presence } from './words.js';

/** How long who waits keeps their place without a line: through sleep, a reload, another app or address, a node that died. */
export const PLACE_KEPT_MS = 120_000;

/** What is known of somebody's line. */
export interface KnownLine {
  readonly presence: Presence | null;
  /** When their line was lost; null while it is there. */
  readonly lineLostAt: string | null;
}

/** Somebody who waits, as a list shows them. */
export interface KnownPlace extends KnownLine {
  readonly id: string;
  readonly admission: string;
  readonly waitingSince: string | null;
}

/** How somebody's line has been for so many milliseconds without one. */
export function presenceAfter(withoutLineMs: number): Presence {
  return withoutLineMs === 0 ? 'here' : withoutLineMs < PLACE_KEPT_MS ? 'lost' : 'away';
}

/** How somebody is there at an instant (milliseconds): what was read as lost becomes away by itself. */
export function presenceAt({ presence, lineLostAt }: KnownLine, instant: number): Presence | null {
  return presence === 'lost' && lineLostAt !== null
    ? presenceAfter(Math.max(1, instant - Date.parse(lineLostAt)))
    : presence;
}

/**
 * Ids of those who wait, whose turn it is first: by since when they wait. A line that is lost keeps its place; who is away
 * does not wait.
 */
export function waitingOrder(participants: readonly KnownPlace[], instant: number): string[] {
  const sinceOf = ({ waitingSince }: KnownPlace) =>
    waitingSince === null ? Number.POSITIVE_INFINITY : Date.parse(waitingSince);
  return participants
    .filter((one) => one.admission === 'waiting' && presenceAt(one, instant) !== 'away')
    .toSorted((a, b) => sinceOf(a) - sinceOf(b) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
