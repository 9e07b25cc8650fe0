import { helsinkiTime } from './helsinki.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const LOCAL_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Local day (`YYYY-MM-DD`) of an instant in Europe/Helsinki. */
export function localDayOf(instant: number | string): string {
  const { year, month, day } = helsinkiTime(instant);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Whether a text is a local day that exists. */
export function isLocalDay(text: string): boolean {
  return LOCAL_DAY.test(text) && !Number.isNaN(startOf(text)) && fromUtc(startOf(text)) === text;
}

/** The day that is `count` days later (or earlier, when negative). */
export function addDays(day: string, count: number): string {
  return fromUtc(startOf(day) + count * DAY_MS);
}

/** The Monday of the day's week. */
export function mondayOf(day: string): string {
  return addDays(day, -weekdayOf(day));
}

/** Weekday of a local day: 0 is Monday. */
export function weekdayOf(day: string): number {
  return (new Date(startOf(day)).getUTCDay() + 6) % 7;
}

/** Number of the day's week as it stands in Finnish calendars (ISO 8601): the week with the year's first Thursday is 1. */
export function weekOf(day: string): number {
  const thursday = addDays(mondayOf(day), 3);
  const dayOfYear = (startOf(thursday) - startOf(`${thursday.slice(0, 4)}-01-01`)) / DAY_MS;
  return Math.floor(dayOfYear / 7) + 1;
}

/**
 * Reads a day as people write it in Finland: `14.12.2026`, also `14.12.` of the coming twelve months.
 *
 * @returns The local day, or undefined when the text is not a day that exists.
 */
export function readDay(text: string, today: string): string | undefined {
  const match = /^\s*(\d{1,2})[./-](\d{1,2})[./-]?(\d{4})?\s*$/.exec(text);
  if (match === null) {
    return isLocalDay(text.trim()) ? text.trim() : undefined;
  }
  const written = (year: string) =>
    `${year}-${twoDigits(Number(match[2]))}-${twoDigits(Number(match[1]))}`;
  const thisYear = today.slice(0, 4);
  let day = written(match[3] ?? thisYear);
  if (match[3] === undefined && day < today) {
    day = written(String(Number(thisYear) + 1));
  }
  return isLocalDay(day) ? day : undefined;
}

/**
 * Reads a time of day: `10.30`, `10:30`, `1030` or `9`.
 *
 * @returns `HH:MM`, or undefined when the text is not a time.
 */
export function readTime(text: string): string | undefined {
  const match = /^\s*(\d{1,2})(?:[.:,\s]?([0-5]\d))?\s*$/.exec(text);
  if (match === null || Number(match[1]) > 23) {
    return undefined;
  }
  return `${twoDigits(Number(match[1]))}:${match[2] ?? '00'}`;
}

/** A number with a leading zero when it has one digit. */
export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function fromUtc(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
