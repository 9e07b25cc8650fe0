import type { ChangeWorkingHoursRequest, TimeSpan, WorkingHours } from '@tapaamo/contracts';
import { addDays, readTime } from '../../time/local-day.js';

/** A working time as it is written. */
export interface SpanDraft {
  from: string;
  to: string;
}

/** Working times by weekday (`0` is Monday) and by day that differs (`YYYY-MM-DD`). */
export type HoursValues = Readonly<Record<string, readonly SpanDraft[]>>;

/** What is wrong with a day. */
export type DayProblem = 'time' | 'order' | 'overlap';

/** The midnight that ends a day, as the contract has it. */
const MIDNIGHT = '00:00';

/** Keys of the weekdays, Monday first. */
export const WEEKDAY_KEYS = ['0', '1', '2', '3', '4', '5', '6'] as const;

/** Whether a key is one of a day that differs. */
export function isDate(key: string): boolean {
  return key.includes('-');
}

/** What is saved, as it is written in the form. */
export function valuesOf(
  { weekdays, exceptions }: Pick<WorkingHours, 'weekdays' | 'exceptions'>,
  format: (time: string) => string,
): HoursValues {
  const drafts = (spans: readonly TimeSpan[]) =>
    spans.map(({ from, to }) => ({
      from: format(from),
      to: format(to === MIDNIGHT ? '24:00' : to),
    }));
  return Object.fromEntries([
    ...weekdays.map((spans, day) => [String(day), drafts(spans)]),
    ...exceptions.map(({ date, spans }) => [date, drafts(spans)]),
  ]) as HoursValues;
}

/** What was written, as a request. Only for values without problems. */
export function requestOf(values: HoursValues, version: number): ChangeWorkingHoursRequest {
  const spans = (key: string) => (values[key] ?? []).map(spanOf);
  return {
    weekdays: WEEKDAY_KEYS.map(spans),
    exceptions: datesOf(values).map((date) => ({ date, spans: spans(date) })),
    version,
  };
}

/** Days that differ, in order. */
export function datesOf(values: HoursValues): string[] {
  return Object.keys(values).filter(isDate).sort();
}

/** What is wrong with the working times of a day; null when nothing is. */
export function problemOf(drafts: readonly SpanDraft[]): DayProblem | null {
  if (drafts.some(isUnreadable)) {
    return 'time';
  }
  if (drafts.some((draft) => isBackwards(spanOf(draft)))) {
    return 'order';
  }
  return overlapping(drafts) === undefined ? null : 'overlap';
}

/** The first field of a day that has to be written anew: which working time, and its beginning or end. */
export interface WrongField {
  index: number;
  end: keyof SpanDraft;
}

/** The field that leads to what is wrong with a day; null when nothing is. */
export function wrongFieldOf(drafts: readonly SpanDraft[]): WrongField | null {
  switch (problemOf(drafts)) {
    case 'time': {
      const index = drafts.findIndex(isUnreadable);
      return { index, end: readTime(drafts[index]?.from ?? '') === undefined ? 'from' : 'to' };
    }
    case 'order':
      return { index: drafts.findIndex((draft) => isBackwards(spanOf(draft))), end: 'to' };
    case 'overlap':
      return { index: overlapping(drafts) ?? 0, end: 'from' };
    case null:
      return null;
  }
}

function isUnreadable({ from, to }: SpanDraft): boolean {
  return readTime(from) === undefined || readEnd(to) === undefined;
}

function isBackwards(span: TimeSpan): boolean {
  return endOf(span) <= span.from;
}

/** Which working time begins before the one before it has ended. */
function overlapping(drafts: readonly SpanDraft[]): number | undefined {
  const spans = drafts
    .map((draft, index) => ({ ...spanOf(draft), index }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const found = spans.find((span, place) => {
    const before = spans[place - 1];
    return before !== undefined && span.from < endOf(before);
  });
  return found?.index;
}

function endOf({ to }: TimeSpan): string {
  return to === MIDNIGHT ? '24:00' : to;
}

/** Breaks of a day: what lies between its working times, where those can be read. */
export function breaksOf(drafts: readonly SpanDraft[]): TimeSpan[] {
  if (problemOf(drafts) !== null) {
    return [];
  }
  const spans = drafts.map(spanOf).sort((a, b) => (a.from < b.from ? -1 : 1));
  return spans.flatMap((span, index) => {
    const before = spans[index - 1];
    const isBreak = before !== undefined && before.to !== span.from;
    return isBreak ? [{ from: before.to, to: span.from }] : [];
  });
}

/** Days away that follow each other, as one; every other day that differs by itself. */
export function groupedDates(values: HoursValues): string[][] {
  const groups: string[][] = [];
  for (const date of datesOf(values)) {
    const last = groups.at(-1)?.at(-1);
    const isAway = values[date]?.length === 0;
    if (last !== undefined && isAway && values[last]?.length === 0 && addDays(last, 1) === date) {
      groups.at(-1)?.push(date);
    } else {
      groups.push([date]);
    }
  }
  return groups;
}

function spanOf({ from, to }: SpanDraft): TimeSpan {
  return { from: readTime(from) ?? '', to: readEnd(to) ?? '' };
}

/** An end may be the midnight that ends the day, which people write as 24. */
function readEnd(text: string): string | undefined {
  return /^\s*24([.:]?00)?\s*$/.test(text) ? MIDNIGHT : readTime(text);
}
