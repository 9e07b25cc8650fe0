import { bookingTime } from '@tapaamo/booking';
import type { KeptHours } from '../working-hours/hours-of-day.js';
import { warningsOf } from './warnings-of.js';

const NOW = new Date('2027-01-01T00:00:00Z');
const DAY = [
  { from: '08:00', to: '11:30' },
  { from: '12:00', to: '16:00' },
];
/** From Monday to Friday with a break for lunch; away on one day, an evening on another, at work on a holiday. */
const HOURS: KeptHours = {
  weekdays: [DAY, DAY, DAY, DAY, DAY, [], []],
  exceptions: [
    { date: '2027-02-11', spans: [] },
    { date: '2027-02-12', spans: [{ from: '18:00', to: '00:00' }] },
    { date: '2027-05-06', spans: [{ from: '10:00', to: '12:00' }] },
  ],
};
const OUTSIDE = { kind: 'outside-hours', spans: DAY };
const LUNCH = { kind: 'break', from: '11:30', to: '12:00' };

const told = (date: string, time: string, durationMinutes = 45, hours: KeptHours = HOURS) =>
  warningsOf(bookingTime({ date, time, durationMinutes }, NOW), hours);

describe('what speaks against a time', () => {
  it.each([
    ['the first minute of work', '2027-02-10', '08:00', []],
    ['until the break', '2027-02-10', '10:45', []],
    ['until work ends', '2027-02-10', '15:15', []],
    ['before work', '2027-02-10', '07:59', [OUTSIDE]],
    ['past the end of work', '2027-02-10', '15:16', [OUTSIDE]],
    ['across the break', '2027-02-10', '11:00', [LUNCH]],
    ['within the break', '2027-02-10', '11:40', [LUNCH]],
    ['a day without work', '2027-02-13', '10:00', [{ kind: 'outside-hours', spans: [] }]],
    ['away', '2027-02-11', '10:00', [{ kind: 'away' }]],
    ['an evening of its own', '2027-02-12', '23:15', []],
    [
      'not as usual on it',
      '2027-02-12',
      '10:00',
      [{ kind: 'outside-hours', spans: [{ from: '18:00', to: '00:00' }] }],
    ],
  ])('is on %s: %s %s', (_, date, time, warnings) => {
    expect(told(date, time)).toEqual(warnings);
  });

  it('is both the break and the end of work for a long visit', () => {
    expect(told('2027-02-10', '11:00', 400)).toEqual([OUTSIDE, LUNCH]);
  });

  it('is the holiday, also for who keeps no hours, and then nothing else', () => {
    const holiday = {
      kind: 'holiday',
      name: { fi: 'pitkäperjantai', sv: 'långfredagen', en: 'Good Friday' },
    };
    expect(told('2027-03-26', '10:00')).toEqual([holiday]);
    expect(told('2027-03-26', '10:00', 45, null)).toEqual([holiday]);
    expect(told('2027-03-25', '10:00', 45, null)).toEqual([]);
  });

  it('is the eve as well as its hours', () => {
    const eve = expect.objectContaining({ kind: 'holiday' }) as object;
    expect(told('2027-12-24', '10:00')).toEqual([eve]);
    expect(told('2027-12-24', '17:00')).toEqual([eve, OUTSIDE]);
  });

  it('is the holiday and the hours of who works on it', () => {
    const names = (time: string) => told('2027-05-06', time).map(({ kind }) => kind);
    expect(names('10:00')).toEqual(['holiday']);
    expect(names('13:00')).toEqual(['holiday', 'outside-hours']);
  });

  it('is nothing across a midnight that is worked through, and the day that is not', () => {
    const night: KeptHours = {
      weekdays: [[{ from: '22:00', to: '00:00' }], [{ from: '00:00', to: '06:00' }]].concat(
        Array.from({ length: 5 }, () => []),
      ),
      exceptions: [],
    };
    expect(told('2027-02-08', '23:30', 60, night)).toEqual([]);
    expect(told('2027-02-09', '23:30', 60, night).map(({ kind }) => kind)).toEqual([
      'outside-hours',
      'outside-hours',
    ]);
  });

  it('is nothing on the days of who says only when they are away', () => {
    const away: KeptHours = {
      weekdays: Array.from({ length: 7 }, () => []),
      exceptions: [{ date: '2027-02-11', spans: [] }],
    };
    expect(told('2027-02-10', '03:00', 45, away)).toEqual([]);
    expect(told('2027-02-11', '10:00', 45, away)).toEqual([{ kind: 'away' }]);
  });
});
