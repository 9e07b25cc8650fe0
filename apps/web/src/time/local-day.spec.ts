import {
  addDays,
  isLocalDay,
  localDayOf,
  mondayOf,
  readDay,
  readTime,
  weekOf,
} from './local-day.js';

describe('local days', () => {
  it('change at midnight in Finland', () => {
    expect(localDayOf('2026-12-13T21:59:59Z')).toBe('2026-12-13');
    expect(localDayOf('2026-12-13T22:00:00Z')).toBe('2026-12-14');
  });

  it('are counted over months, years and clock changes', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });

  it.each(['2026-12-14', '2026-12-20'])('%s belongs to the week of Monday the 14th', (day) => {
    expect(mondayOf(day)).toBe('2026-12-14');
  });

  it.each([
    ['2026-11-26', 48],
    ['2026-12-31', 53],
    ['2027-01-03', 53],
    ['2027-01-04', 1],
    ['2024-12-30', 1],
    ['2028-01-02', 52],
  ])('%s is in week %i', (day, week) => {
    expect(weekOf(day)).toBe(week);
  });

  it.each(['2026-02-30', '2026-13-01', 'tomorrow', ''])('%s is no day', (text) => {
    expect(isLocalDay(text)).toBe(false);
  });
});

describe('a day as it is written', () => {
  const today = '2026-11-21';

  it.each([
    ['14.12.2026', '2026-12-14'],
    [' 1.2.2027 ', '2027-02-01'],
    ['14.12.', '2026-12-14'],
    ['14.12', '2026-12-14'],
    ['3.1.', '2027-01-03'],
    ['21.11.', '2026-11-21'],
    ['2026-12-14', '2026-12-14'],
  ])('%s is read as %s', (text, day) => {
    expect(readDay(text, today)).toBe(day);
  });

  it.each(['31.2.2027', '14', 'ensi maanantai', '', '14.12.26'])('%s is not read', (text) => {
    expect(readDay(text, today)).toBeUndefined();
  });
});

describe('a time of day as it is written', () => {
  it.each([
    ['10.30', '10:30'],
    ['10:30', '10:30'],
    ['9', '09:00'],
    ['0930', '09:30'],
    [' 8.05 ', '08:05'],
    ['23.59', '23:59'],
  ])('%s is read as %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it.each(['24.00', '10.60', '10.3', 'kymmenen', ''])('%s is not read', (text) => {
    expect(readTime(text)).toBeUndefined();
  });
});
