import fc from 'fast-check';
import { arbitraryInstant } from '../../../test/support/arbitrary-instant.js';
import {
  dayOf,
  instantsOf,
  monthsLater,
  timeOf,
  wallOf,
} from '../../../test/support/helsinki-by-intl.js';
import { bookingTime, movedTime } from './booking-time.js';
import {
  BookAnewError,
  BookingStartInPastError,
  BookingStartTooFarError,
  BookingTimeDoesNotExistError,
} from './booking.errors.js';

const NOW = new Date('2027-02-10T08:00:30.500Z');
const wish = (date: string, time: string, durationMinutes = 30) => ({
  date,
  time,
  durationMinutes,
});

describe('bookingTime', () => {
  it.each([
    ['later today', '2027-02-10', '10:15', '2027-02-10T08:15:00.000Z'],
    ['the minute that is running', '2027-02-10', '10:00', '2027-02-10T08:00:00.000Z'],
    ['before the clocks go forward', '2027-03-28', '02:59', '2027-03-28T00:59:00.000Z'],
    ['after the clocks went forward', '2027-03-28', '04:00', '2027-03-28T01:00:00.000Z'],
    ['a repeated hour, the first time', '2027-10-31', '03:30', '2027-10-31T00:30:00.000Z'],
    ['a year ahead to the minute', '2028-02-10', '10:00', '2028-02-10T08:00:00.000Z'],
    ['leap day', '2028-02-29', '10:00', '2028-02-29T08:00:00.000Z', '2027-12-01T08:00:00Z'],
  ])('takes %s', (_, date, time, startsAt, now = NOW.toISOString()) => {
    expect(bookingTime(wish(date, time), new Date(now)).startsAt.toISOString()).toBe(startsAt);
  });

  it.each([
    ['the minute before', '2027-02-10', '09:59'],
    ['yesterday', '2027-02-09', '23:59'],
    ['a year ago', '2026-02-10', '10:15'],
    ['a repeated hour whose first round is over', '2027-10-31', '03:30', '2027-10-31T00:31:00Z'],
  ])('refuses %s as past', (_, date, time, now = NOW.toISOString()) => {
    expect(() => bookingTime(wish(date, time), new Date(now))).toThrow(BookingStartInPastError);
  });

  it.each(['03:00', '03:30', '03:59'])('refuses %s on the night that skips it', (time) => {
    expect(() => bookingTime(wish('2027-03-28', time), NOW)).toThrow(BookingTimeDoesNotExistError);
  });

  it.each([
    ['2028-02-10', '10:01'],
    ['2028-02-11', '00:00'],
    ['2031-01-01', '10:00'],
    ['9999-12-31', '23:59'],
  ])('refuses %s %s as too far', (date, time) => {
    expect(() => bookingTime(wish(date, time), NOW)).toThrow(BookingStartTooFarError);
  });

  it('ends after the wished minutes, whatever clocks do meanwhile', () => {
    const { startsAt, endsAt } = bookingTime(wish('2027-03-28', '02:30', 60), NOW);
    expect(startsAt.toISOString()).toBe('2027-03-28T00:30:00.000Z');
    expect(endsAt.toISOString()).toBe('2027-03-28T01:30:00.000Z');
  });

  it('gives the first instant at which clocks in Helsinki show the wished time', () => {
    fc.assert(
      fc.property(arbitraryInstant, (near) => {
        const wall = Math.floor(wallOf(near) / 60_000) * 60_000;
        const [first] = instantsOf(wall);
        fc.pre(first !== undefined);
        const now = new Date(near.getTime() - 48 * 3_600_000);
        expect(bookingTime(wish(dayOf(wall), timeOf(wall)), now).startsAt).toEqual(first);
      }),
    );
  });
});

describe('movedTime', () => {
  it('gives the first instant at which clocks show the new time, wherever it was before', () => {
    fc.assert(
      fc.property(arbitraryInstant, arbitraryInstant, (before, near) => {
        const wall = Math.floor(wallOf(near) / 60_000) * 60_000;
        const [first] = instantsOf(wall);
        fc.pre(first !== undefined && first.getTime() !== before.getTime());
        const now = new Date(near.getTime() - 48 * 3_600_000);
        const present = { startsAt: before, createdAt: now };
        const moved = movedTime(wish(dayOf(wall), timeOf(wall), 45), present, now);
        expect(moved).toEqual({
          startsAt: first,
          endsAt: new Date(first.getTime() + 45 * 60_000),
        });
      }),
    );
  });

  it('keeps a start that stays, in the repeated hour too, for as long as its end is ahead', () => {
    fc.assert(
      fc.property(arbitraryInstant, fc.integer({ min: 0, max: 29 }), (near, minutes) => {
        const wall = Math.floor(wallOf(near) / 60_000) * 60_000;
        const [startsAt] = instantsOf(wall);
        fc.pre(startsAt !== undefined);
        const now = new Date(startsAt.getTime() + minutes * 60_000);
        const present = { startsAt, createdAt: now };
        const longer = movedTime(wish(dayOf(wall), timeOf(wall)), present, now);
        expect(longer.startsAt).toEqual(startsAt);
      }),
    );
  });

  it.each([
    ['to the minute', '2028-01-10', '10:00', '2028-01-10T08:00:00.000Z'],
    ['and not a minute later', '2028-01-10', '10:01', null],
  ])('goes 13 months beyond its making at most, %s', (_, date, time, startsAt) => {
    const present = { startsAt: NOW, createdAt: new Date('2026-12-10T08:00:00Z') };
    const move = () => movedTime(wish(date, time), present, NOW).startsAt.toISOString();
    if (startsAt === null) {
      expect(move).toThrow(BookAnewError);
    } else {
      expect(move()).toBe(startsAt);
    }
  });

  it('is made longer where it is, however long ago it was made', () => {
    const startsAt = new Date('2027-02-10T08:00:00Z');
    const present = { startsAt, createdAt: new Date('2025-01-01T08:00:00Z') };
    expect(movedTime(wish('2027-02-10', '10:00', 60), present, NOW).startsAt).toEqual(startsAt);
  });

  it('never begins more than 13 months after its making, however often it is moved', () => {
    const createdAt = new Date('2027-02-10T08:00:00Z');
    const days = fc.array(fc.integer({ min: 1, max: 360 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(days, (steps) => {
        let startsAt = createdAt;
        for (const step of steps) {
          const to = new Date(startsAt.getTime() + step * 86_400_000);
          const target = wish(dayOf(wallOf(to)), '10:00');
          try {
            ({ startsAt } = movedTime(target, { startsAt, createdAt }, startsAt));
          } catch (error) {
            expect(error).toBeInstanceOf(BookAnewError);
          }
        }
        expect(startsAt <= monthsLater(createdAt, 13)).toBe(true);
      }),
    );
  });
});
