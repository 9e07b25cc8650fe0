import { freeTimesOn, isBusyDuring } from './free-times.js';

const DAY = '2027-02-11';
const busy = (...spans: [string, string][]) => ({
  busy: spans.map(([startsAt, endsAt]) => ({ startsAt, endsAt })),
});
const at = (hour: string) => `2027-02-11T${hour}:00.000Z`;

describe('free times of a colleague', () => {
  it('are the rest of the day from 7 to 20', () => {
    expect(freeTimesOn(DAY, busy())).toEqual([{ from: '07:00', to: '20:00' }]);
    expect(freeTimesOn(DAY, busy([at('08:00'), at('09:30')], [at('09:33'), at('11:00')]))).toEqual([
      { from: '07:00', to: '10:00' },
      { from: '13:00', to: '20:00' },
    ]);
  });

  it('are none of a time that lasts from another day to another', () => {
    const away = busy(['2027-02-10T22:00:00.000Z', '2027-02-12T22:00:00.000Z']);
    expect(freeTimesOn(DAY, away)).toEqual([]);
    const night = busy(['2027-02-10T16:00:00.000Z', at('06:00')], [at('14:00'), at('23:00')]);
    expect(freeTimesOn(DAY, night)).toEqual([{ from: '08:00', to: '16:00' }]);
    expect(freeTimesOn(DAY, busy([at('19:00'), at('20:00')]))).toEqual([
      { from: '07:00', to: '20:00' },
    ]);
  });

  it('tell whether a visit fits: what only touches it leaves it free', () => {
    const visit = { startsAt: at('10:00'), endsAt: at('10:45') };
    expect(isBusyDuring(visit, busy([at('09:00'), at('10:00')], [at('10:45'), at('11:00')]))).toBe(
      false,
    );
    expect(isBusyDuring(visit, busy([at('10:44'), at('11:00')]))).toBe(true);
  });
});
