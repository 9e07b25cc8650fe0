/** The parts of an ISO 8601 duration in calendar units: `P1M`, `P14D`. */
const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;

/** A retention period as numbers of years, months, weeks and days; empty when it is of another form. */
export function partsOfPeriod(
  period: string,
): { unit: 'years' | 'months' | 'weeks' | 'days'; count: number }[] {
  const [, years, months, weeks, days] = DURATION.exec(period) ?? [];
  return (
    [
      ['years', years],
      ['months', months],
      ['weeks', weeks],
      ['days', days],
    ] as const
  ).flatMap(([unit, count]) => (count === undefined ? [] : [{ unit, count: Number(count) }]));
}
