import { readDays } from './new-days-values.js';

const TODAY = '2026-12-14';

describe('days that differ', () => {
  it.each([
    ['one', { firstDay: '5.1.2027', lastDay: '' }, ['2027-01-05']],
    ['one without its year', { firstDay: ' 5.1. ', lastDay: '' }, ['2027-01-05']],
    [
      'some over the end of the year',
      { firstDay: '31.12.2026', lastDay: '1.1.2027' },
      ['2026-12-31', '2027-01-01'],
    ],
  ])('are %s', (_, written, days) => {
    expect(readDays(written, TODAY)).toEqual({ days });
  });

  it.each([
    [{ firstDay: '', lastDay: '' }, 'firstDay', 'unreadable'],
    [{ firstDay: '31.2.2027', lastDay: '' }, 'firstDay', 'unreadable'],
    [{ firstDay: '5.1.2027', lastDay: 'huomenna' }, 'lastDay', 'unreadable'],
    [{ firstDay: '13.12.2026', lastDay: '' }, 'firstDay', 'daysInPast'],
    [{ firstDay: '5.1.2027', lastDay: '4.1.2027' }, 'lastDay', 'daysInOrder'],
    [{ firstDay: '5.1.2027', lastDay: '5.1.2028' }, 'lastDay', 'tooManyDays'],
  ])('are not those of %j', (written, field, what) => {
    expect(readDays(written, TODAY)).toEqual({ problem: { field, what } });
  });
});
