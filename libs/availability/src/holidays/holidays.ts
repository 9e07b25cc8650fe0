import { addDays } from '@tapaamo/common';
import type { Holiday } from '@tapaamo/contracts';
import { easterSunday } from './easter-sunday.js';

type Name = Holiday['name'];

const SATURDAY = 6;

/** Holidays of a fixed date, as `MM-DD`. */
const FIXED: readonly [day: string, name: Name][] = [
  ['01-01', { fi: 'uudenvuodenpäivä', sv: 'nyårsdagen', en: 'New Year’s Day' }],
  ['01-06', { fi: 'loppiainen', sv: 'trettondagen', en: 'Epiphany' }],
  ['05-01', { fi: 'vappu', sv: 'första maj', en: 'May Day' }],
  ['12-06', { fi: 'itsenäisyyspäivä', sv: 'självständighetsdagen', en: 'Independence Day' }],
  ['12-25', { fi: 'joulupäivä', sv: 'juldagen', en: 'Christmas Day' }],
  ['12-26', { fi: 'tapaninpäivä', sv: 'annandag jul', en: 'Boxing Day' }],
];

/** Holidays by their distance from Easter Sunday, in days. */
const BY_EASTER: readonly [days: number, name: Name][] = [
  [-2, { fi: 'pitkäperjantai', sv: 'långfredagen', en: 'Good Friday' }],
  [0, { fi: 'pääsiäispäivä', sv: 'påskdagen', en: 'Easter Sunday' }],
  [1, { fi: 'toinen pääsiäispäivä', sv: 'annandag påsk', en: 'Easter Monday' }],
  [39, { fi: 'helatorstai', sv: 'Kristi himmelsfärdsdag', en: 'Ascension Day' }],
  [49, { fi: 'helluntaipäivä', sv: 'pingstdagen', en: 'Whit Sunday' }],
];

const MIDSUMMER_DAY: Name = { fi: 'juhannuspäivä', sv: 'midsommardagen', en: 'Midsummer Day' };
const ALL_SAINTS: Name = { fi: 'pyhäinpäivä', sv: 'alla helgons dag', en: 'All Saints’ Day' };
const MIDSUMMER_EVE: Name = { fi: 'juhannusaatto', sv: 'midsommarafton', en: 'Midsummer Eve' };
const CHRISTMAS_EVE: Name = { fi: 'jouluaatto', sv: 'julafton', en: 'Christmas Eve' };

/**
 * Public holidays of Finland in a year, and the two eves on which offices are closed, in order.
 *
 * @param year - Gregorian, four digits.
 * @see Kirkkojärjestys 657/2023 (church holidays, midsummer and All Saints' on their Saturdays), laki 388/1937
 *   (Independence Day), laki 272/1944 (May Day).
 */
export function holidaysOf(year: number): Holiday[] {
  const easter = easterSunday(year);
  const midsummer = saturdayFrom(`${String(year)}-06-20`);
  const holidays: Holiday[] = [
    ...FIXED.map(([day, name]) => ({ date: `${String(year)}-${day}`, name, eve: false })),
    ...BY_EASTER.map(([days, name]) => ({ date: addDays(easter, days), name, eve: false })),
    { date: addDays(midsummer, -1), name: MIDSUMMER_EVE, eve: true },
    { date: midsummer, name: MIDSUMMER_DAY, eve: false },
    { date: saturdayFrom(`${String(year)}-10-31`), name: ALL_SAINTS, eve: false },
    { date: `${String(year)}-12-24`, name: CHRISTMAS_EVE, eve: true },
  ];
  return holidays.sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The holiday that a local day is (`YYYY-MM-DD`), or null. */
export function holidayOn(date: string): Holiday | null {
  return holidaysOf(Number(date.slice(0, 4))).find((one) => one.date === date) ?? null;
}

/** The first Saturday on a local day or after it. */
function saturdayFrom(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, (SATURDAY - weekday + 7) % 7);
}
