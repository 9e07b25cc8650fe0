const OF_AGE = 18;

/**
 * Whether somebody is of age on a day (holhoustoimilaki 442/1999, section 2). Who was born on a leap day is on 1 March.
 *
 * @param birthDate - As YYYY-MM-DD, as the day.
 */
export function isOfAge(birthDate: string, day: string): boolean {
  const lastYear = String(Number(day.slice(0, 4)) - OF_AGE);
  return birthDate <= `${lastYear}${day.slice(4)}`;
}
