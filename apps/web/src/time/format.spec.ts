import {
  formatDateAndTime,
  formatDay,
  formatDayHeading,
  formatMoment,
  formatShortDay,
  formatTime,
  formatTimeSpan,
  minutesBetween,
} from './format.js';

const TODAY = Date.parse('2026-11-21T12:00:00Z');
const VISIT = '2026-12-14T08:00:00.000Z';

describe('times as people read them', () => {
  it.each([
    ['fi', 'maanantaina 14.12. klo\u00a010.00'],
    ['sv', 'måndag 14.12 kl.\u00a010.00'],
    ['en', 'Monday 14 December at\u00a010:00'],
  ] as const)('say when a visit is, in %s', (language, text) => {
    expect(formatMoment(VISIT, language, TODAY)).toBe(text);
  });

  it('say the year when it is another one', () => {
    expect(formatMoment('2027-01-04T08:00:00Z', 'fi', TODAY)).toBe(
      'maanantaina 4.1.2027 klo\u00a010.00',
    );
  });

  it.each([
    ['fi', '14.1.2027 klo\u00a010.30'],
    ['sv', '14.1.2027 kl.\u00a010.30'],
    ['en', '14 January 2027 at\u00a010:30'],
  ] as const)('say exactly when data is gone, in %s', (language, text) => {
    expect(formatDateAndTime('2027-01-14T08:30:00Z', language)).toBe(text);
  });

  it('follow summer time in Finland, wherever the device is', () => {
    expect(formatTime('2026-07-01T08:00:00Z', 'fi')).toBe('11.00');
    expect(formatTime('2026-12-01T08:00:00Z', 'fi')).toBe('10.00');
  });

  it('tell the two three o’clocks of an autumn night by their instants', () => {
    const times = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'];
    expect(times.map((time) => formatTime(time, 'fi'))).toEqual(['3.30', '3.30']);
  });

  it('say midnight as 0.05', () => {
    expect(formatTime('2026-12-13T22:05:00Z', 'fi')).toBe('0.05');
  });

  it('name a day of a list', () => {
    expect(formatDayHeading('2026-12-14', 'fi')).toBe('Maanantai 14.12.');
    expect(formatShortDay('2026-12-14', 'sv')).toBe('mån 14.12');
    expect(formatDay('2027-03-14', 'fi')).toBe('14.3.2027');
  });

  it('span from one time to another', () => {
    expect(formatTimeSpan(VISIT, '2026-12-14T08:45:00Z', 'fi')).toBe('10.00–10.45');
  });

  it('count minutes that have passed, never less than none', () => {
    expect(minutesBetween(VISIT, Date.parse(VISIT) + 119_000)).toBe(1);
    expect(minutesBetween(VISIT, TODAY)).toBe(0);
  });
});
