/** What the log is narrowed by, as the form holds it: empty means not narrowed. */
export interface AuditFilters {
  from: string;
  to: string;
  person: string;
  event: string;
  visit: string;
}

export const NOT_NARROWED: AuditFilters = { from: '', to: '', person: '', event: '', visit: '' };

/** The filters as a query, without those that are empty. @param more - Added to them. */
export function queryOf(filters: AuditFilters, more: Record<string, string> = {}): string {
  const given = Object.entries({ ...filters, ...more })
    .map(([name, value]): [string, string] => [name, value.trim()])
    .filter(([, value]) => value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
