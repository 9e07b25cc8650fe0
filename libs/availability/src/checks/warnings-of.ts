import { localDateOf } from '@tapaamo/common';
import type { BookingWarning, TimeSpan } from '@tapaamo/contracts';
import { holidayOn } from '../holidays/holidays.js';
import { daysBetween, spansOn } from '../spans/local-spans.js';
import { gapsIn, overlap, type Span } from '../spans/spans.js';
import { hoursOn, workingSpans, type KeptHours } from '../working-hours/hours-of-day.js';

/**
 * What speaks against a time, by the calendar and by the hours that the professional keeps. Holidays come first: who
 * hears of one need not hear that it is no working day.
 */
export function warningsOf(time: Span, hours: KeptHours): BookingWarning[] {
  const days = daysOf(time);
  const holidays = days.flatMap((date): BookingWarning[] => {
    const holiday = holidayOn(date);
    return holiday === null ? [] : [{ kind: 'holiday', name: holiday.name }];
  });
  const isWorking = gapsIn(time, workingSpans(hours, time)).length === 0;
  return isWorking ? holidays : [...holidays, ...days.flatMap((day) => ofDay(day, time, hours))];
}

/** What of one day's hours speaks against the part of a time that is on it. */
function ofDay(date: string, time: Span, hours: KeptHours): BookingWarning[] {
  const spans = hoursOn(hours, date);
  const isHoliday = holidayOn(date)?.eve === false;
  if (spans === null || (spans.length === 0 && isHoliday)) {
    return [];
  }
  if (spans.length === 0 && hours?.exceptions.some((one) => one.date === date) === true) {
    return [{ kind: 'away' }];
  }
  const breaks = spans.slice(1).map((span, index): TimeSpan => {
    const before = spans[index];
    return { from: before?.to ?? span.from, to: span.from };
  });
  const met = breaks.filter((one) => spansOn(date, [one]).some((span) => overlap(span, time)));
  const [first, last] = [spans[0], spans.at(-1)];
  const whole = first && last ? spansOn(date, [{ from: first.from, to: last.to }]) : [];
  const onDay = spansOn(date, [{ from: '00:00', to: '00:00' }]);
  const isOutside = onDay.some((day) =>
    gapsIn(day, whole).some((outside) => overlap(outside, time)),
  );
  return [
    ...(isOutside ? [{ kind: 'outside-hours' as const, spans: [...spans] }] : []),
    ...met.map((one) => ({ kind: 'break' as const, ...one })),
  ];
}

/** Local days that a time is on. */
function daysOf({ startsAt, endsAt }: Span): string[] {
  return daysBetween(localDateOf(startsAt), localDateOf(new Date(endsAt.getTime() - 1)));
}
