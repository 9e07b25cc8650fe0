import {
  arrivalFindingOf,
  isProvedAs,
  verdictSchema,
  type ArrivalFinding,
  type Verdict,
} from '@tapaamo/contracts';
import type { SealedIdentification } from '../identification.entity.js';

/** What was found of one browser that came by a link. */
export interface FoundBySession {
  participantId: string;
  sessionId: string;
  finding: SealedIdentification;
}

/** What the door found of somebody, as the professional sees it. */
export interface VerdictAtTheDoor {
  verdict: Verdict;
  /** Whether it is another browser's than the one that stands there. */
  isOther: boolean;
}

const NO_DOUBT = Infinity;

/** How sure it is that it is not the booked person, the surest first. */
const DOUBTS: Record<ArrivalFinding, number> = {
  'different-code': 1,
  'different-birth-date': 2,
  'other-participant': 3,
  'different-name': 4,
  guardian: 5,
  'same-name': 6,
  'birth-date-differs': 7,
  'same-person': NO_DOUBT,
  'not-identified': NO_DOUBT,
};

/**
 * What is said of whoever stands at the door by a link. A browser that was identified as the booked person has proved it;
 * otherwise the most doubtful finding counts of all that came by the link. Who was found to be somebody else does not
 * become nobody by opening the link again.
 *
 * @param sessionId - Door session that stands there; null for nobody.
 * @returns Null when nothing was found.
 */
export function verdictAtTheDoor(
  sessionId: string | null,
  found: readonly FoundBySession[],
): VerdictAtTheDoor | null {
  const own = found.find((one) => one.sessionId === sessionId);
  const isProved = own !== undefined && isProvedAs('same-person', own.finding);
  const [worst] = found
    .filter(({ finding }) => doubtOf(finding) !== NO_DOUBT)
    .toSorted((one, other) => doubtOf(one.finding) - doubtOf(other.finding));
  // Of equal findings the own one is told: it is of now.
  const isWorse =
    worst !== undefined && (own === undefined || doubtOf(worst.finding) < doubtOf(own.finding));
  const told = isProved || !isWorse ? own : worst;
  return told === undefined
    ? null
    : { verdict: verdictSchema.parse(told.finding), isOther: told !== own };
}

function doubtOf(finding: SealedIdentification): number {
  return DOUBTS[arrivalFindingOf(finding)];
}
