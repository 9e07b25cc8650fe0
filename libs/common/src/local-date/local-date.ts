import { Temporal } from 'temporal-polyfill';

/** Time zone of everything people see and of every rule about days. */
export const TIME_ZONE = 'Europe/Helsinki';

/**
 * Local calendar day of an instant.
 *
 * @returns `YYYY-MM-DD` in Europe/Helsinki.
 */
export function localDateOf(instant: Date): string {
  return zoned(instant).toPlainDate().toString();
}

/**
 * First instant of a local day.
 *
 * @param date - `YYYY-MM-DD` in Europe/Helsinki.
 */
export function startOfLocalDate(date: string): Date {
  return toDate(Temporal.PlainDate.from(date).toZonedDateTime(TIME_ZONE));
}

/**
 * Adds days to a local day.
 *
 * @param date - `YYYY-MM-DD`.
 * @param days - May be negative.
 */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/**
 * Instant of a local wall-clock time.
 *
 * @param date - `YYYY-MM-DD`.
 * @param time - `HH:MM`, both in Europe/Helsinki.
 * @returns The instant, the earlier one in a repeated hour; `null` for a time that daylight saving skips.
 */
export function instantOfLocal(date: string, time: string): Date | null {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  const instant = wall.toZonedDateTime(TIME_ZONE, { disambiguation: 'earlier' });
  return instant.toPlainDateTime().equals(wall) ? toDate(instant) : null;
}

/**
 * Adds an ISO 8601 period to the wall-clock time of an instant.
 * A day that the target month lacks becomes its last one; in a repeated hour the earlier instant is taken, never the later.
 *
 * @param period - `P1M`, `P14D`, ...
 */
export function addPeriod(instant: Date, period: string): Date {
  const wall = zoned(instant).toPlainDateTime().add(Temporal.Duration.from(period));
  return toDate(wall.toZonedDateTime(TIME_ZONE, { disambiguation: 'earlier' }));
}

/**
 * The zone in which calendar files say times: of everything people see. Only what lies in a repeated hour is said in UTC: a
 * local time means its first pass (RFC 5545, 3.3.5), but not every program reads it so.
 */
export function zoneOfCalendarFile(instants: readonly Date[]): typeof TIME_ZONE | 'UTC' {
  const isRepeated = (instant: Date) => {
    const wall = zoned(instant).toPlainDateTime();
    const first = wall.toZonedDateTime(TIME_ZONE, { disambiguation: 'earlier' });
    return !first.equals(wall.toZonedDateTime(TIME_ZONE, { disambiguation: 'later' }));
  };
  return instants.some(isRepeated) ? 'UTC' : TIME_ZONE;
}

/** An instant with a time zone; a plain Date tells the machine's own. */
export function zoned(instant: Date, zone: string = TIME_ZONE): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}

function toDate(value: Temporal.ZonedDateTime): Date {
  return new Date(value.epochMilliseconds);
}
