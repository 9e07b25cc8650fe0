/**
 * Easter Sunday of a year: the Sunday after the first ecclesiastical full moon of spring.
 *
 * @param year - Gregorian, four digits.
 * @returns `YYYY-MM-DD`.
 * @see J. Meeus, Astronomical Algorithms, chapter 8 (the anonymous algorithm of 1876).
 */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leaps = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leaps - correction + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  const [month, day] = [Math.floor(days / 31), (days % 31) + 1];
  return `${String(year)}-0${String(month)}-${String(day).padStart(2, '0')}`;
}
