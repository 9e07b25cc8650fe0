/** Check characters of a henkilötunnus, by remainder (DVV; G, I, O, Q and Z are not used). */
const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** First two digits of the year, by century sign (decree 690/2022, in force from 1 January 2023). */
const CENTURIES: Readonly<Record<string, number>> = {
  '+': 1800,
  ...Object.fromEntries(Array.from('-YXWVU', (sign) => [sign, 1900])),
  ...Object.fromEntries(Array.from('ABCDEF', (sign) => [sign, 2000])),
};

const FORM = /^(\d\d)(\d\d)(\d\d)([-+A-FU-Y])(\d{3})([0-9A-FHJ-NPR-Y])$/;

/** What is typed or pasted for the sign of the last century: any dash of Unicode. */
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu;

/** From this individual number on codes are artificial: test persons, temporary codes of hospitals. */
const FIRST_ARTIFICIAL = 900;

/** Lowest individual number that is given to anybody. */
const FIRST_REAL = 2;

/** Length of the day of birth with the sign of its century: without it a child of 2015 would read as born 1915. */
const BIRTH_LENGTH = 7;

/** A code as it is typed, and a little more. */
export const HETU_TYPED_MAX = 40;

/**
 * Whether a text is a Finnish personal identity code: form, calendar day and check character.
 *
 * @param text - Exactly as received: the century sign distinguishes people and is never mended.
 * @param options.isArtificialAllowed - Whether codes that the population register gives nobody count.
 */
export function isHetu(text: string, options: { isArtificialAllowed: boolean }): boolean {
  const [, day, month, year, , individual, check] = FORM.exec(text) ?? [];
  const number = Number(individual);
  const remainder = Number(`${day}${month}${year}${individual}`) % CHECK_CHARACTERS.length;
  return (
    hetuBirthDate(text) !== null &&
    CHECK_CHARACTERS[remainder] === check &&
    number >= FIRST_REAL &&
    (number < FIRST_ARTIFICIAL || options.isArtificialAllowed)
  );
}

/**
 * The day of birth that a code tells, as a local date; null for a text of another form or a day that is in no calendar.
 * The check character is not looked at.
 */
export function hetuBirthDate(text: string): string | null {
  const [, day, month, years, sign] = FORM.exec(text) ?? [];
  const century = CENTURIES[sign ?? ''];
  if (century === undefined) {
    return null;
  }
  const year = century + Number(years);
  return isDay(year, Number(month), Number(day)) ? `${String(year)}-${month}-${day}` : null;
}

/** A code as people type it in the form in which codes are compared: no space around it, capital letters, a plain dash. */
export function tidyHetu(typed: string): string {
  return typed.trim().toUpperCase().replace(DASHES, '-');
}

/** What is shown of a code that was booked: the day of birth with its century, by which one sees whose it is. */
export function maskedHetu(hetu: string): string {
  return `${hetu.slice(0, BIRTH_LENGTH)}****`;
}

/** What is shown of a code of which nothing is: that one was booked. */
export const HIDDEN_HETU = '******-****';

function isDay(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}
