import type { TimeSpan, WorkingHours } from '@tapaamo/contracts';
import { endOf, minutesOf } from '../spans/local-spans.js';
import { SpanEndsBeforeStartError, SpansOverlapError } from '../availability.errors.js';

type Hours = Pick<WorkingHours, 'weekdays' | 'exceptions'>;

/**
 * Brings working hours into order: spans of a day by time, days by date, and days that are over left out.
 *
 * @param today - `YYYY-MM-DD`.
 * @throws SpanEndsBeforeStartError, SpansOverlapError; each names the day.
 */
export function tidyHours({ weekdays, exceptions }: Hours, today: string): Hours {
  return {
    weekdays: weekdays.map((spans, day) => tidySpans(spans, `weekdays.${String(day)}`)),
    exceptions: exceptions
      .map(({ date, spans }, index) => ({
        date,
        spans: tidySpans(spans, `exceptions.${String(index)}`),
      }))
      .filter(({ date }) => date >= today)
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

function tidySpans(spans: readonly TimeSpan[], field: string): TimeSpan[] {
  if (spans.some(({ from, to }) => endOf(to) <= minutesOf(from))) {
    throw new SpanEndsBeforeStartError(field);
  }
  const inOrder = spans.toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from));
  for (const [index, { from }] of inOrder.entries()) {
    const before = inOrder[index - 1];
    if (before !== undefined && minutesOf(from) < endOf(before.to)) {
      throw new SpansOverlapError(field);
    }
  }
  return inOrder;
}
