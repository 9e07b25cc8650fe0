import { newBookingPath, wishedFields } from './wished-time.js';

const fieldsOf = (path: string) => wishedFields(new URL(path, 'https://x.example').searchParams);

describe('a time chosen in the calendar', () => {
  it('comes to the form by the address', () => {
    const path = newBookingPath({ day: '2026-12-14', time: '08:15', minutes: 45 });
    expect(fieldsOf(path)).toEqual({ date: '14.12.2026', time: '08.15', durationMinutes: '45' });
  });

  it('may be a day alone', () => {
    expect(fieldsOf(newBookingPath({ day: '2026-12-14' }))).toEqual({ date: '14.12.2026' });
  });

  it.each(['', '?date=2026-02-30&time=25:00&minutes=x', '?date=&time=&minutes=-5'])(
    'is none in %s',
    (query) => {
      expect(fieldsOf(`/bookings/new${query}`)).toEqual({});
    },
  );
});
