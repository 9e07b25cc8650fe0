import fc from 'fast-check';
import { addDays } from '@tapaamo/common';
import { dayOf, wallOf } from '../../../../test/support/helsinki-by-intl.js';
import { spansOn, wholeDays } from './local-spans.js';
import { merged } from './spans.js';

const HOUR_MS = 3_600_000;
const hoursOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
  (endsAt.getTime() - startsAt.getTime()) / HOUR_MS;
const only = (date: string, from: string, to: string) => spansOn(date, [{ from, to }])[0]!;
const days = fc.integer({ min: 0, max: 3_650 }).map((count) => addDays('2024-01-01', count));
const minutes = fc.integer({ min: 0, max: 1_439 });
const timeOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

describe('local times of a day, as instants', () => {
  it.each([
    ['an ordinary day', '2027-02-10', '08:00', '16:00', 8],
    ['the night that has an hour less', '2027-03-28', '00:00', '08:00', 7],
    ['the night that has an hour more', '2027-10-31', '00:00', '08:00', 9],
    ['a start that the clocks skip', '2027-03-28', '03:30', '05:00', 1],
    ['an end that the clocks skip', '2027-03-28', '02:00', '03:30', 1],
    ['the hour that the clocks skip', '2027-03-28', '03:00', '04:00', 0],
    ['the hour that comes twice', '2027-10-31', '03:00', '04:00', 2],
    ['until midnight', '2027-02-10', '22:00', '00:00', 2],
    ['the whole of a short day', '2027-03-28', '00:00', '00:00', 23],
    ['the whole of a long day', '2027-10-31', '00:00', '00:00', 25],
  ])('last on %s as long as they do', (_, date, from, to, hours) => {
    expect(hoursOf(only(date, from, to))).toBe(hours);
  });

  it('begin and end when clocks in Helsinki show them, or at the jump over them', () => {
    fc.assert(
      fc.property(days, minutes, minutes, (date, from, to) => {
        fc.pre(from < to);
        const { startsAt, endsAt } = only(date, timeOf(from), timeOf(to));
        for (const [instant, minute] of [
          [startsAt, from],
          [endsAt, to],
        ] as const) {
          const wall = wallOf(instant);
          const shown = (wall / 60_000) % 1_440;
          expect(dayOf(wall)).toBe(date);
          expect(shown === minute || (shown > minute && shown === 240)).toBe(true);
        }
        expect(startsAt <= endsAt).toBe(true);
      }),
    );
  });

  it('fill their day when they follow each other from midnight to midnight', () => {
    fc.assert(
      fc.property(days, minutes, (date, minute) => {
        fc.pre(minute > 0);
        const noon = timeOf(minute);
        const halves = spansOn(date, [
          { from: '00:00', to: noon },
          { from: noon, to: '00:00' },
        ]);
        expect(merged(halves)).toEqual([wholeDays(date, date)]);
      }),
    );
  });
});
