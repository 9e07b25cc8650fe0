import { addDays, isLocalDay, readDay } from '../../time/local-day.js';

/** What the log is narrowed by, as the form holds it: empty means not narrowed. */
export interface AuditFilters {
  from: string;
  to: string;
  person: string;
  event: string;
  visit: string;
}

export const NOT_NARROWED: AuditFilters = { from: '', to: '', person: '', event: '', visit: '' };

const DAYS = ['from', 'to'] as const;

/** How far back a day without a year may lie: the log is of what was. */
const YEAR_DAYS = 365;

/** The filters with their days as the contract has them, where they can be read. */
export function withDaysRead(filters: AuditFilters, today: string): AuditFilters {
  const earliest = addDays(today, -YEAR_DAYS);
  const read = (text: string) => readDay(text, earliest) ?? text.trim();
  return { ...filters, from: read(filters.from), to: read(filters.to) };
}

/** Days that could not be read. */
export function unreadableDays(filters: AuditFilters): readonly (typeof DAYS)[number][] {
  return DAYS.filter((name) => filters[name] !== '' && !isLocalDay(filters[name]));
}

/** The filters as a query, without those that are empty. @param more - Added to them. */
export function queryOf(filters: AuditFilters, more: Record<string, string> = {}): string {
  const given = Object.entries({ ...filters, ...more })
    .map(([name, value]): [string, string] => [name, value.trim()])
    .filter(([, value]) => value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
