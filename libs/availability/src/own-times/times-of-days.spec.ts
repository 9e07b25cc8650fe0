import { instantOfLocal } from '@tapaamo/common';
import { wholeDays } from '../spans/local-spans.js';
import { timesOfDays } from './times-of-days.js';

const DAY = [
  { from: '08:00', to: '11:30' },
  { from: '12:00', to: '16:00' },
];
const WEEK = [DAY, DAY, DAY, DAY, DAY, [], []];

const at = (date: string, time: string) => instantOfLocal(date, time);
const times = (
  date: string,
  weekdays: typeof WEEK,
  exceptions: { date: string; spans: typeof DAY }[] = [],
) =>
  timesOfDays({ weekdays, exceptions }, wholeDays(date, date)).times.map(
    ({ kind, startsAt, endsAt }) => [kind, startsAt.toISOString(), endsAt.toISOString()],
  );

describe('the days of a calendar', () => {
  it('are drawn with what is outside of working hours, and breaks', () => {
    const { work, times: drawn } = timesOfDays(
      { weekdays: WEEK, exceptions: [] },
      wholeDays('2027-02-11', '2027-02-11'),
    );
    expect(work).toEqual([
      { startsAt: at('2027-02-11', '08:00'), endsAt: at('2027-02-11', '11:30') },
      { startsAt: at('2027-02-11', '12:00'), endsAt: at('2027-02-11', '16:00') },
    ]);
    expect(drawn).toEqual([
      {
        kind: 'outside-hours',
        startsAt: at('2027-02-11', '00:00'),
        endsAt: at('2027-02-11', '08:00'),
      },
      { kind: 'break', startsAt: at('2027-02-11', '11:30'), endsAt: at('2027-02-11', '12:00') },
      {
        kind: 'outside-hours',
        startsAt: at('2027-02-11', '16:00'),
        endsAt: at('2027-02-12', '00:00'),
      },
    ]);
  });

  it.each([
    ['a free weekday', '2027-02-13', [], 'outside-hours'],
    ['a holiday', '2027-01-06', [], 'holiday'],
    ['a day away', '2027-02-11', [{ date: '2027-02-11', spans: [] }], 'away'],
    ['a holiday on which one is away', '2027-01-06', [{ date: '2027-01-06', spans: [] }], 'away'],
  ])('are one whole on %s', (_, date, exceptions, kind) => {
    const { startsAt, endsAt } = wholeDays(date, date);
    expect(times(date, WEEK, exceptions)).toEqual([
      [kind, startsAt.toISOString(), endsAt.toISOString()],
    ]);
  });

  it('are of nothing but holidays for who keeps no hours', () => {
    expect(timesOfDays(null, wholeDays('2027-01-05', '2027-01-07'))).toEqual({
      work: [],
      times: [{ kind: 'holiday', ...wholeDays('2027-01-06', '2027-01-06') }],
    });
  });

  it('have nothing before work from midnight, and nothing after work until it', () => {
    const night = [
      { from: '00:00', to: '06:00' },
      { from: '22:00', to: '00:00' },
    ];
    expect(
      times(
        '2027-02-11',
        WEEK.map(() => night),
      ),
    ).toEqual([['break', '2027-02-11T04:00:00.000Z', '2027-02-11T20:00:00.000Z']]);
  });

  it.each([
    // In spring the hour from three to four does not come, in autumn it comes twice.
    [
      'of 23 hours',
      '2026-03-29',
      '2026-03-28T22',
      '2026-03-29T01:00',
      '2026-03-29T13',
      '2026-03-29T21',
    ],
    [
      'of 25 hours',
      '2027-10-31',
      '2027-10-30T21',
      '2027-10-31T00:30',
      '2027-10-31T14',
      '2027-10-31T22',
    ],
  ])('are those of the clocks on a day %s', (_, date, midnight, begin, end, next) => {
    const night = WEEK.map(() => [{ from: '03:30', to: '16:00' }]);
    expect(times(date, night)).toEqual([
      ['outside-hours', `${midnight}:00:00.000Z`, `${begin}:00.000Z`],
      ['outside-hours', `${end}:00:00.000Z`, `${next}:00:00.000Z`],
    ]);
  });
});
