import fc from 'fast-check';
import { reminderTimes } from './reminder-times.js';

const startsAt = new Date('2027-02-12T08:00:00Z');
const at = (now: string, leads: readonly number[] = [1440, 60]) =>
  reminderTimes(startsAt, leads, new Date(now)).map(({ sendAt, expiresAt }) => [
    sendAt.toISOString(),
    expiresAt.toISOString(),
  ]);

const DAY_BEFORE = ['2027-02-11T08:00:00.000Z', '2027-02-12T07:00:00.000Z'];
const HOUR_BEFORE = ['2027-02-12T07:00:00.000Z', '2027-02-12T08:00:00.000Z'];

describe('reminders of a visit', () => {
  it.each([
    ['days ahead', '2027-02-08T08:00:00Z', [DAY_BEFORE, HOUR_BEFORE]],
    ['a day and a half ahead', '2027-02-10T20:00:00Z', [DAY_BEFORE, HOUR_BEFORE]],
    ['little more than a day ahead', '2027-02-11T07:00:00Z', [HOUR_BEFORE]],
    ['the same morning', '2027-02-12T06:30:00Z', [HOUR_BEFORE]],
    ['an hour ahead', '2027-02-12T06:31:00Z', []],
    ['too late', '2027-02-12T08:00:00Z', []],
  ])('booked %s come when they help', (_, now, times) => {
    expect(at(now)).toEqual(times);
  });

  it('do not come where the service has none', () => {
    expect(at('2027-02-01T08:00:00Z', [])).toEqual([]);
  });

  it('never overlap, never come after the start, and follow the booking at a distance', () => {
    const leads = fc.subarray([2880, 1440, 120, 60, 15]);
    fc.assert(
      fc.property(leads, fc.integer({ min: 0, max: 10_000 }), (minutes, ahead) => {
        const now = new Date(startsAt.getTime() - ahead * 60_000);
        const times = reminderTimes(startsAt, minutes, now);
        times.forEach(({ sendAt, expiresAt }, index) => {
          expect(sendAt > now && sendAt < expiresAt && expiresAt <= startsAt).toBe(true);
          expect(times[index + 1]?.sendAt ?? startsAt).toEqual(expiresAt);
        });
      }),
    );
  });
});
