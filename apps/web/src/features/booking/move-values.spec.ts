import type { Booking } from '@tapaamo/contracts';
import {
  movedTimeOf,
  moveProblems,
  moveRequestOf,
  movesStart,
  writtenTime,
} from './move-values.js';

const booking = {
  startsAt: '2026-12-14T08:15:00.000Z',
  endsAt: '2026-12-14T09:00:00.000Z',
} as Booking;
const today = '2026-11-26';

describe('a new time for a visit', () => {
  it('begins with the time as it is', () => {
    expect(writtenTime(booking)).toEqual({
      date: '14.12.2026',
      time: '10.15',
      durationMinutes: '45',
    });
  });

  it('is asked for in local time, with the version that was read', () => {
    const request = moveRequestOf({ date: '3.1.', time: '9', durationMinutes: '30' }, 4, today);
    expect(request).toEqual({ version: 4, date: '2027-01-03', time: '09:00', durationMinutes: 30 });
  });

  it('names each field that cannot be read', () => {
    const problems = moveProblems({ date: '', time: '25', durationMinutes: '' }, today);
    expect(problems).toEqual([
      { field: 'date', code: 'field.missing' },
      { field: 'time', code: 'field.invalid' },
      { field: 'durationMinutes', code: 'field.missing' },
    ]);
  });

  it.each([
    [{ date: '14.12.2026', time: '10:15', durationMinutes: '60' }, false],
    [{ date: '14.12.2026', time: '10.30', durationMinutes: '45' }, true],
    [{ date: '15.12.2026', time: '10.15', durationMinutes: '45' }, true],
  ])('tells the client only of another start: %j', (values, expected) => {
    expect(movesStart(values, booking, today)).toBe(expected);
  });

  it('is looked at for what speaks against it once it is read whole and another', () => {
    const written = writtenTime(booking);
    expect(movedTimeOf(written, booking, today)).toBeNull();
    expect(movedTimeOf({ ...written, time: '25' }, booking, today)).toBeNull();
    expect(movedTimeOf({ ...written, durationMinutes: '60' }, booking, today)).toEqual({
      date: '2026-12-14',
      time: '10:15',
      durationMinutes: 60,
    });
  });
});
