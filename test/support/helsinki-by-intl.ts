const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Helsinki',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** Winter and summer time; Helsinki has had no other since 1921. */
const OFFSETS_MS = [2 * 3_600_000, 3 * 3_600_000] as const;

/** A wall-clock time as milliseconds since 1970 would be, were Helsinki on UTC. */
export type WallMs = number;

/**
 * What clocks in Helsinki show, found with Intl.DateTimeFormat alone: an oracle that shares no code with the product.
 *
 * @param instant - Any instant from 1921 on.
 */
export function wallOf(instant: Date): WallMs {
  const parts = Object.fromEntries(
    FORMAT.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
  const { year, month, day, hour, minute, second } = parts;
  const milliseconds = ((instant.getTime() % 1_000) + 1_000) % 1_000;
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
}

/** All instants at which clocks in Helsinki show a time: none in a skipped hour, two in a repeated one. */
export function instantsOf(wall: WallMs): Date[] {
  return OFFSETS_MS.map((offset) => new Date(wall - offset))
    .filter((instant) => wallOf(instant) === wall)
    .sort((a, b) => a.getTime() - b.getTime());
}

/** The rule of forgetting for a wall-clock time: the earlier instant where there is a choice, so never late. */
export function earliestInstantOf(wall: WallMs): Date {
  return instantsOf(wall)[0] ?? new Date(wall - Math.max(...OFFSETS_MS));
}

/** The same wall-clock time some calendar months later; a day that the month lacks becomes its last. */
export function monthsLater(instant: Date, months: number): Date {
  const wall = new Date(wallOf(instant));
  const month = wall.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(wall.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const target = new Date(wall);
  target.setUTCDate(1);
  target.setUTCMonth(month);
  target.setUTCDate(Math.min(wall.getUTCDate(), lastDay));
  return earliestInstantOf(target.getTime());
}

/** `YYYY-MM-DD` of a wall-clock time. */
export function dayOf(wall: WallMs): string {
  return new Date(wall).toISOString().slice(0, 10);
}

/** `HH:MM` of a wall-clock time. */
export function timeOf(wall: WallMs): string {
  return new Date(wall).toISOString().slice(11, 16);
}
