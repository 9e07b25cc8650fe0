import { HOLD_REVIEW_DAYS, type FieldProblem } from '@tapaamo/contracts';
import { formatDay } from '../../time/format.js';
import { addDays, readDay } from '../../time/local-day.js';

/** Days to the first review unless it is said otherwise: nothing is held for long without being looked at. */
const USUAL_DAYS = 30;

/** The day that stands in the field at first, as it is written. @param today - `YYYY-MM-DD` */
export function usualReviewDay(today: string): string {
  return formatDay(addDays(today, USUAL_DAYS), 'fi');
}

/** The day as it is sent; what cannot be read as it was written. */
export function reviewDayOf(written: string, today: string): string {
  return readDay(written, today) ?? written.trim();
}

/** What is wrong with a written day: it is to be between tomorrow and 90 days ahead. */
export function reviewDayProblems(written: string, today: string): FieldProblem[] {
  if (written.trim() === '') {
    return [{ field: 'reviewBy', code: 'field.missing' }];
  }
  const day = readDay(written, today);
  const isGood = day !== undefined && day > today && day <= addDays(today, HOLD_REVIEW_DAYS);
  return isGood ? [] : [{ field: 'reviewBy', code: 'hold.review-day' }];
}
