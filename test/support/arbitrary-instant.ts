import fc from 'fast-check';

const HOUR_MS = 3_600_000;

/** Nights on which Helsinki changes its clocks, at 01:00 UTC, and month ends: where calendars go wrong. */
const TRAPS = [2026, 2027, 2028].flatMap((year) => [
  ...[2, 9].map((month) => {
    const last = new Date(Date.UTC(year, month + 1, 0, 1));
    return last.getTime() - last.getUTCDay() * 24 * HOUR_MS;
  }),
  ...Array.from({ length: 12 }, (_, month) => Date.UTC(year, month + 1, 1) - 2 * HOUR_MS),
  Date.UTC(year, 1, 28, 22),
  Date.UTC(year, 0, 28, 22),
]);

/** Instants from 2025 to 2099, half of them within two days of a trap of the calendar. */
export const arbitraryInstant = fc.oneof(
  fc
    .integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2099, 11, 31) })
    .map((milliseconds) => new Date(milliseconds)),
  fc
    .tuple(fc.constantFrom(...TRAPS), fc.integer({ min: -48 * HOUR_MS, max: 48 * HOUR_MS }))
    .map(([trap, distance]) => new Date(trap + distance)),
);
