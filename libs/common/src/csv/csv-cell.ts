/** A mark by which spreadsheets know UTF-8. */
export const CSV_MARK = '\uFEFF';

/** A cell that a spreadsheet takes for text: one that begins like a formula gets an apostrophe (OWASP, CSV injection). */
export function csvCell(value: string | number | null): string {
  if (typeof value !== 'string') {
    return value === null ? '' : String(value);
  }
  const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
