import { addDays, addPeriod, instantOfLocal, localDateOf } from '@tapaamo/common';
import {
  RELATIONSHIP_CEILING,
  RELATIONSHIP_REVIEW,
  type RetentionChoice,
} from '@tapaamo/contracts';
import { purgeDueAt, type EndOfVisit, type RetentionRule } from './purge-due-at.js';

/** Time in which a confirmed shortening can be seen before it erases anything (forgetting.md 5.2). */
const SEEN_FOR = 'P1D';

/** Local time of night at which what a shorter policy no longer keeps is due. */
const NIGHT = '02:00';

/** Every day of four years: whatever the months' lengths, one of them tells two periods apart. */
const DAYS = 4 * 366;
const FIRST_DAY = '2027-01-01';

/** The rule that an organisation chooses: until the end of a relationship is known there are a review and a ceiling. */
export function ruleOf<Choice extends RetentionChoice>(
  choice: Choice,
): Choice & { reviewPeriod: string | null; ceilingPeriod: string | null } {
  const counts = choice.anchor === 'relationship-end';
  return {
    ...choice,
    reviewPeriod: counts ? RELATIONSHIP_REVIEW : null,
    ceilingPeriod: counts ? RELATIONSHIP_CEILING : null,
  };
}

/** For how long a rule keeps a visit at most, after it. */
export function longestOf({ period, ceilingPeriod = null }: RetentionRule): string {
  return ceilingPeriod ?? period;
}

/** Whether a period ends earlier than another, counted from any day: that is a shortening, whatever it does on others. */
export function isShorter(period: string, than: string): boolean {
  if (period === than) {
    return false;
  }
  // Day by day: the first that tells is most often the first of all, and all of them take a tenth of a second.
  for (let index = 0; index < DAYS; index += 1) {
    const noon = instantOfLocal(addDays(FIRST_DAY, index), '12:00') ?? new Date(Number.NaN);
    if (addPeriod(noon, period) < addPeriod(noon, than)) {
      return true;
    }
  }
  return false;
}

/** The first 02:00 in Helsinki that is at least a day ahead: nothing is due sooner by a policy that is confirmed now. */
export function nightOfShortening(now: Date): Date {
  const earliest = addPeriod(now, SEEN_FOR);
  const day = localDateOf(earliest);
  const night = instantOfLocal(day, NIGHT);
  if (night !== null && night >= earliest) {
    return night;
  }
  return instantOfLocal(addDays(day, 1), NIGHT) ?? earliest;
}

/**
 * When a visit is due once its service has another policy. The ratchet: never later than it was.
 *
 * @param present - Its due instant until now.
 * @param from - Before this the new policy makes nothing due.
 */
export function dueUnder(
  rule: RetentionRule,
  end: EndOfVisit,
  { present, from }: { present: Date; from: Date },
): Date {
  const due = purgeDueAt(rule, end);
  const noSooner = due < from ? from : due;
  return noSooner < present ? noSooner : present;
}
