import { addDays } from '@tapaamo/common';
import fc from 'fast-check';
import { holidayOn, holidaysOf } from './holidays.js';

/** Easter Sunday, Midsummer Day and All Saints' Day as calendars print them. */
const PRINTED: readonly [year: number, easter: string, midsummer: string, allSaints: string][] = [
  [2024, '03-31', '06-22', '11-02'],
  [2025, '04-20', '06-21', '11-01'],
  [2026, '04-05', '06-20', '10-31'],
  [2027, '03-28', '06-26', '11-06'],
  [2028, '04-16', '06-24', '11-04'],
  [2029, '04-01', '06-23', '11-03'],
  [2030, '04-21', '06-22', '11-02'],
  [2031, '04-13', '06-21', '11-01'],
  [2032, '03-28', '06-26', '11-06'],
  [2033, '04-17', '06-25', '11-05'],
  [2034, '04-09', '06-24', '11-04'],
  [2035, '03-25', '06-23', '11-03'],
  [2036, '04-13', '06-21', '11-01'],
  [2037, '04-05', '06-20', '10-31'],
  [2038, '04-25', '06-26', '11-06'],
  [2039, '04-10', '06-25', '11-05'],
  [2040, '04-01', '06-23', '11-03'],
];

const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
const dateOf = (year: number, name: string) =>
  holidaysOf(year).find((one) => one.name.fi === name)?.date;
const years = fc.integer({ min: 1900, max: 2200 });

describe('the holidays of Finland', () => {
  it.each(PRINTED)('stand in %i where calendars print them', (year, easter, midsummer, saints) => {
    expect(dateOf(year, 'pääsiäispäivä')).toBe(`${String(year)}-${easter}`);
    expect(dateOf(year, 'juhannuspäivä')).toBe(`${String(year)}-${midsummer}`);
    expect(dateOf(year, 'pyhäinpäivä')).toBe(`${String(year)}-${saints}`);
  });

  it('are these in 2027, in order', () => {
    expect(holidaysOf(2027).map(({ date, name, eve }) => [date, name.fi, eve])).toEqual([
      ['2027-01-01', 'uudenvuodenpäivä', false],
      ['2027-01-06', 'loppiainen', false],
      ['2027-03-26', 'pitkäperjantai', false],
      ['2027-03-28', 'pääsiäispäivä', false],
      ['2027-03-29', 'toinen pääsiäispäivä', false],
      ['2027-05-01', 'vappu', false],
      ['2027-05-06', 'helatorstai', false],
      ['2027-05-16', 'helluntaipäivä', false],
      ['2027-06-25', 'juhannusaatto', true],
      ['2027-06-26', 'juhannuspäivä', false],
      ['2027-11-06', 'pyhäinpäivä', false],
      ['2027-12-06', 'itsenäisyyspäivä', false],
      ['2027-12-24', 'jouluaatto', true],
      ['2027-12-25', 'joulupäivä', false],
      ['2027-12-26', 'tapaninpäivä', false],
    ]);
  });

  it('fall on their weekdays in every year', () => {
    fc.assert(
      fc.property(years, (year) => {
        const weekdays = ['pitkäperjantai', 'pääsiäispäivä', 'toinen pääsiäispäivä', 'helatorstai']
          .concat('helluntaipäivä', 'juhannusaatto', 'juhannuspäivä', 'pyhäinpäivä')
          .map((name) => weekdayOf(dateOf(year, name) ?? ''));
        expect(weekdays).toEqual([5, 0, 1, 4, 0, 5, 6, 6]);
      }),
    );
  });

  it('keep Easter between 22 March and 25 April', () => {
    fc.assert(
      fc.property(years, (year) => {
        const easter = dateOf(year, 'pääsiäispäivä')?.slice(5) ?? '';
        expect(easter >= '03-22' && easter <= '04-25').toBe(true);
      }),
    );
  });

  it('are known of every day, in three languages', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 0, max: 364 }), (year, days) => {
        const date = addDays(`${String(year)}-01-01`, days);
        const found = holidaysOf(year).find((one) => one.date === date);
        expect(holidayOn(date)).toEqual(found ?? null);
        expect(Object.values(found?.name ?? {}).every((name) => name !== '')).toBe(true);
      }),
    );
  });
});
