/** Wall-clock parts of an instant in Europe/Helsinki. */
export interface HelsinkiTime {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  /** 0 is Monday, 6 is Sunday. */
  weekday: number;
  hour: number;
  minute: number;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const inHelsinki = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Helsinki',
  hourCycle: 'h23',
  weekday: 'short',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
});

/**
 * Reads the Finnish wall clock at an instant, whatever time zone the device is set to.
 *
 * @param instant - Milliseconds, or an ISO 8601 instant.
 */
export function helsinkiTime(instant: number | string): HelsinkiTime {
  const parts = new Map<string, string>();
  for (const { type, value } of inHelsinki.formatToParts(milliseconds(instant))) {
    parts.set(type, value);
  }
  const number = (type: string) => Number(parts.get(type));
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    weekday: WEEKDAYS.indexOf(parts.get('weekday') ?? ''),
    hour: number('hour'),
    minute: number('minute'),
  };
}

/** Milliseconds of an instant that may be given as text. */
export function milliseconds(instant: number | string): number {
  return typeof instant === 'number' ? instant : Date.parse(instant);
}
