import { seriesDays } from './series.js';

describe('the days of a series', () => {
  it('come each week or every second week, over the end of a year', () => {
    expect(seriesDays('2026-12-21', '1', '3')).toEqual(['2026-12-21', '2026-12-28', '2027-01-04']);
    expect(seriesDays('2026-12-21', '2', '2')).toEqual(['2026-12-21', '2027-01-04']);
  });

  it.each([
    [undefined, '1', '3'],
    ['2026-12-21', '', '3'],
    ['2026-12-21', '1', ''],
    ['2026-12-21', '1', '1'],
    ['2026-12-21', '1', '53'],
    ['2026-12-21', '1', 'x'],
  ])('are none while they are not written in full: %s %s %s', (first, weeks, times) => {
    expect(seriesDays(first, weeks, times)).toEqual([]);
  });
});
