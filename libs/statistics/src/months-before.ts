/** First day of a month so many months before that of a local day: `YYYY-MM-01`. */
export function monthsBefore(localDay: string, months: number): string {
  const [year = 0, month = 0] = localDay.split('-').map(Number);
  const since = year * 12 + (month - 1) - months;
  return `${Math.floor(since / 12)}-${String((since % 12) + 1).padStart(2, '0')}-01`;
}
