import { monthsBefore } from './months-before.js';

it.each([
  ['2027-02-10', 0, '2027-02-01'],
  ['2027-02-10', 1, '2027-01-01'],
  ['2027-02-10', 2, '2026-12-01'],
  ['2027-12-31', 23, '2026-01-01'],
])('the month of %s, %i months before, begins on %s', (day, months, first) => {
  expect(monthsBefore(day, months)).toBe(first);
});
