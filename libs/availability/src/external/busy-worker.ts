import { parentPort, workerData } from 'node:worker_threads';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';

/** A stretch of time in milliseconds since 1970. */
export type BusySpan = readonly [startsAtMs: number, endsAtMs: number];

/** What is to be read: the text of a calendar, and the stretch of time that matters. */
export interface BusyWork {
  text: string;
  fromMs: number;
  toMs: number;
}

/** What came of it: busy times, or why there are none. */
export type BusyOutcome = { busy: BusySpan[] } | { failure: 'not-a-calendar' | 'too-complex' };

/** Time zone of what names none that is known. */
const TIME_ZONE = 'Europe/Helsinki';

/** Repetitions of one event that are looked at, back to its first: a daily one of fifty years. */
const REPETITIONS_MAX = 20_000;

/** Busy times that are kept of a calendar. */
const BUSY_MAX = 5_000;

/** How long before the time that matters a repetition may lie that reaches into it: it is long, or was moved. */
const NEAR_MS = 62 * 24 * 3_600_000;

const MOST_OFTEN = /^(SECONDLY|MINUTELY|HOURLY)$/;

/** One repetition of an event. */
interface Occurrence {
  item: ICAL.Event;
  startDate: ICAL.Time;
  endDate: ICAL.Time;
}

/** A calendar that asks for more than any person's has. */
class TooComplexError extends Error {}

/**
 * When the owner of a calendar (RFC 5545) is busy. Only times are read: titles, places and people are never looked at. It
 * runs in a thread of its own (`BusyReader`), because some rules of repetition never come to an end.
 */
export function busyIn({ text, fromMs, toMs }: BusyWork): BusyOutcome {
  try {
    const busy = calendarsIn(text).flatMap((calendar) => busyOf(calendar, fromMs, toMs));
    return busy.length > BUSY_MAX ? { failure: 'too-complex' } : { busy };
  } catch (error) {
    return { failure: error instanceof TooComplexError ? 'too-complex' : 'not-a-calendar' };
  }
}

function calendarsIn(text: string): ICAL.Component[] {
  const parsed = ICAL.parse(text) as unknown[];
  const roots = Array.isArray(parsed[0]) ? (parsed as unknown[][]) : [parsed];
  const calendars = roots.map((root) => new ICAL.Component(root));
  if (calendars.length === 0 || calendars.some(({ name }) => name !== 'vcalendar')) {
    throw new Error('Not a calendar.');
  }
  return calendars;
}

function busyOf(calendar: ICAL.Component, fromMs: number, toMs: number): BusySpan[] {
  const components = calendar.getAllSubcomponents('vevent');
  const changed = components.filter((one) => one.hasProperty('recurrence-id'));
  const whole = components.filter((one) => !one.hasProperty('recurrence-id'));
  const uids = new Set(whole.map((one) => one.getFirstPropertyValue('uid')));
  // Who is invited to one time of a series has only that one.
  const alone = changed.filter((one) => !uids.has(one.getFirstPropertyValue('uid')));
  return [...whole, ...alone]
    .flatMap((one) => {
      const uid = one.getFirstPropertyValue('uid');
      const exceptions = changed.filter((other) => other.getFirstPropertyValue('uid') === uid);
      return occurrencesOf(
        new ICAL.Event(one, { exceptions, strictExceptions: true }),
        fromMs,
        toMs,
      );
    })
    .filter(([startsAt, endsAt]) => startsAt < endsAt && endsAt > fromMs && startsAt < toMs);
}

function occurrencesOf(event: ICAL.Event, fromMs: number, toMs: number): BusySpan[] {
  if (!event.isRecurring()) {
    return isBusy(event) ? [spanOf(event.startDate, event.endDate)] : [];
  }
  const rules = event.component.getAllProperties('rrule');
  if (rules.some((rule) => MOST_OFTEN.test((rule.getFirstValue() as ICAL.Recur).freq))) {
    throw new TooComplexError();
  }
  const spans: BusySpan[] = [];
  const repetitions = event.iterator();
  for (let count = 0; ; count += 1) {
    const next = repetitions.next() as ICAL.Time | null | undefined;
    if (next === undefined || next === null || toMs <= instantOf(next)) {
      return spans;
    }
    if (count >= REPETITIONS_MAX) {
      throw new TooComplexError();
    }
    if (Date.UTC(next.year, next.month - 1, next.day) > fromMs - NEAR_MS) {
      const { item, startDate, endDate } = event.getOccurrenceDetails(next) as Occurrence;
      if (isBusy(item)) {
        spans.push(spanOf(startDate, endDate));
      }
    }
  }
}

function isBusy({ component }: ICAL.Event): boolean {
  const value = (name: string) => String(component.getFirstPropertyValue(name) ?? '').toUpperCase();
  return (
    value('transp') !== 'TRANSPARENT' &&
    value('status') !== 'CANCELLED' &&
    value('x-microsoft-cdo-busystatus') !== 'FREE'
  );
}

function spanOf(start: ICAL.Time, end: ICAL.Time): BusySpan {
  return [instantOf(start), instantOf(end)];
}

/** The instant of a time. Days, and times of no zone that is known, are those of Helsinki. */
function instantOf(time: ICAL.Time): number {
  const zone = time.zone as ICAL.Timezone | null;
  const isKnown = zone !== null && (zone.tzid === 'UTC' || Boolean(zone.component));
  if (!time.isDate && isKnown && zone.tzid !== 'floating') {
    return time.toUnixTime() * 1_000;
  }
  const { year, month, day, hour, minute, second } = time;
  const wall = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second });
  return wall.toZonedDateTime(zoneOf(time)).epochMilliseconds;
}

/** A zone that the calendar only names. */
function zoneOf(time: ICAL.Time): string {
  const named = (time as unknown as { timezone?: unknown }).timezone;
  try {
    return typeof named === 'string' && named !== 'floating' && !time.isDate
      ? Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(named).timeZoneId
      : TIME_ZONE;
  } catch {
    return TIME_ZONE;
  }
}

// In a thread: answers once, and is over. Imported, it does nothing.
parentPort?.postMessage(busyIn(workerData as BusyWork));
