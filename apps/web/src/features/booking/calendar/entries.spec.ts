import { hoursOf, wallTime } from './entries.js';

const visit = (startsAt: string, endsAt: string) => ({ startsAt, endsAt });

describe('the hours that are drawn', () => {
  it('are the usual ones', () => {
    expect(hoursOf([])).toEqual({ slotMinTime: '07:00', slotMaxTime: '18:00' });
  });

  it('hold whatever is booked outside of them', () => {
    const early = visit('2026-12-14T04:30:00Z', '2026-12-14T05:00:00Z');
    const late = visit('2026-12-15T17:00:00Z', '2026-12-15T17:45:00Z');
    expect(hoursOf([early, late])).toEqual({ slotMinTime: '06:00', slotMaxTime: '20:00' });
  });

  it('end at midnight for what goes over it', () => {
    expect(hoursOf([visit('2026-12-14T21:30:00Z', '2026-12-14T22:15:00Z')])).toEqual({
      slotMinTime: '07:00',
      slotMaxTime: '24:00',
    });
  });
});

it('a moment of the picture is read as it stands on the wall', () => {
  expect(wallTime('2026-12-14T08:15:00+02:00')).toEqual({ day: '2026-12-14', time: '08:15' });
});
