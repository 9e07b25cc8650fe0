import { addDays } from '@tapaamo/common';
import {
  HOLD_ALARM_DAYS,
  HOLD_EXTENSIONS,
  HOLD_REVIEW_DAYS,
  type HoldKind,
  type MissedReview,
} from '@tapaamo/contracts';
import {
  ExtendedEnoughError,
  HoldStateChangedError,
  ReviewDayError,
  SecondPersonError,
  TellFirstError,
} from './legal-hold.errors.js';

/** `requested` holds nothing yet; `releasing` is held until the job runner has given the key back. */
export type HoldState = 'requested' | 'withdrawn' | 'held' | 'releasing' | 'released';

/** States in which a hold is not over. */
export const LIVING: readonly HoldState[] = ['requested', 'held', 'releasing'];

/** What of a hold its rules look at. */
export interface HoldFacts {
  kind: HoldKind;
  state: HoldState;
  requestedBy: string;
  reviewBy: string;
  extensions: number;
  onMissed: MissedReview;
  alarms: number;
  alarmedOn: string | null;
}

/** What of it an act changes. */
export type HoldChange = Partial<
  HoldFacts & {
    reviewedOn: string;
    confirmedBy: string;
    confirmedAt: Date;
    personToldAt: Date | null;
    releasedBy: string | null;
    releasedAt: Date;
  }
>;

/** Who acts, and when. @param today - `YYYY-MM-DD`, Europe/Helsinki. */
export interface Act {
  by: string;
  now: Date;
  today: string;
}

/** Days from one review to the next. @throws ReviewDayError unless it is between tomorrow and 90 days ahead */
export function reviewFrom(
  today: string,
  reviewBy: string,
): { reviewedOn: string; reviewBy: string } {
  if (reviewBy <= today || reviewBy > addDays(today, HOLD_REVIEW_DAYS)) {
    throw new ReviewDayError();
  }
  return { reviewedOn: today, reviewBy };
}

/** @throws HoldStateChangedError, SecondPersonError; ReviewDayError when it would be to be reviewed at once */
export function confirmed(hold: HoldFacts, { by, now, today }: Act): HoldChange {
  requireState(hold, 'requested');
  if (hold.reviewBy <= today) {
    throw new ReviewDayError();
  }
  if (by === hold.requestedBy) {
    throw new SecondPersonError();
  }
  return { state: 'held', confirmedBy: by, confirmedAt: now };
}

/** @throws HoldStateChangedError */
export function withdrawn(hold: HoldFacts): HoldChange {
  requireState(hold, 'requested');
  return { state: 'withdrawn' };
}

/** A review that says that it goes on; alarms begin anew. @throws HoldStateChangedError, ExtendedEnoughError, ReviewDayError */
export function extended(hold: HoldFacts, { today }: Act, reviewBy: string): HoldChange {
  requireState(hold, 'held');
  if (hold.extensions >= HOLD_EXTENSIONS) {
    throw new ExtendedEnoughError();
  }
  const { extensions } = hold;
  return { ...reviewFrom(today, reviewBy), extensions: extensions + 1, alarms: 0, alarmedOn: null };
}

/** @throws HoldStateChangedError, TellFirstError */
export function released(hold: HoldFacts, { by, now }: Act, personTold: boolean): HoldChange {
  requireState(hold, 'held');
  if (hold.kind === 'restriction' && !personTold) {
    throw new TellFirstError();
  }
  const personToldAt = personTold ? now : null;
  return { state: 'releasing', releasedBy: by, releasedAt: now, personToldAt };
}

/** Whether the review of a hold is missed. */
export function isReviewMissed(
  { state, reviewBy }: Pick<HoldFacts, 'state' | 'reviewBy'>,
  today: string,
): boolean {
  return state === 'held' && reviewBy < today;
}

/**
 * What a missed review does today: an alarm a day, and after 14 days of them the end, where the organisation chose that. A
 * restriction does not end by itself: whoever asked for it is to be told before (GDPR, article 18(3)).
 *
 * @returns Null when there is nothing to do (any more) today.
 */
export function afterMissedReview(
  hold: HoldFacts,
  { now, today }: Omit<Act, 'by'>,
): HoldChange | null {
  if (!isReviewMissed(hold, today) || hold.alarmedOn === today) {
    return null;
  }
  const mayEnd = hold.onMissed === 'release' && hold.kind === 'legal-hold';
  return mayEnd && hold.alarms >= HOLD_ALARM_DAYS
    ? { state: 'releasing', releasedBy: null, releasedAt: now }
    : { alarms: hold.alarms + 1, alarmedOn: today };
}

function requireState(hold: HoldFacts, state: HoldState): void {
  if (hold.state !== state) {
    throw new HoldStateChangedError();
  }
}
