/** Somebody must speak for so long before the stage turns to them: a "yes" in between is no reason. */
const SPEAKS_FOR_MS = 2_500;

/** The stage stays with somebody for so long at least. */
const STAYS_MS = 8_000;

/** Who is drawn larger, and who may be next. */
export interface Stage {
  readonly large: string | undefined;
  readonly since: number;
  readonly next: { readonly id: string; readonly since: number } | undefined;
}

export const EMPTY_STAGE: Stage = { large: undefined, since: -Infinity, next: undefined };

/**
 * Whom the stage turns to, calmly.
 *
 * @param others - Ids of everybody else who is there.
 * @param speaker - Id of who speaks most; undefined in a silence, or when it is the person themself.
 * @param nowMs - Monotonic milliseconds.
 * @returns The same stage when nothing changed.
 */
export function nextStage(
  stage: Stage,
  others: readonly string[],
  speaker: string | undefined,
  nowMs: number,
): Stage {
  const large = others.find((id) => id === stage.large);
  const next = candidate(stage, large, others.includes(speaker ?? '') ? speaker : undefined, nowMs);
  const mayTurn = large === undefined || nowMs - stage.since >= STAYS_MS;
  if (next !== undefined && mayTurn && nowMs - next.since >= SPEAKS_FOR_MS) {
    return { large: next.id, since: nowMs, next: undefined };
  }
  return large === stage.large && next === stage.next ? stage : { ...stage, large, next };
}

/** Who may be next: who speaks and is not large already, since they began. */
function candidate(
  { next }: Stage,
  large: string | undefined,
  speaker: string | undefined,
  nowMs: number,
): Stage['next'] {
  if (speaker === undefined || speaker === large) {
    return undefined;
  }
  return next?.id === speaker ? next : { id: speaker, since: nowMs };
}
