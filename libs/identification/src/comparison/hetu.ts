/** Check characters of a henkilötunnus, by remainder (DVV; G, I, O, Q and Z are not used). */
const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** First two digits of the year, by century sign (decree 690/2022, in force from 1 January 2023). */
const CENTURIES: Readonly<Record<string, number>> = {
  '+': 1800,
  ...Object.fromEntries(Array.from('-YXWVU', (sign) => [sign, 1900])),
  ...Object.fromEntries(Array.from('ABCDEF', (sign) => [sign, 2000])),
};

const FORM = /^(\d\d)(\d\d)(\d\d)([-+A-FU-Y])(\d{3})([0-9A-FHJ-NPR-Y])$/;

/** From this individual number on codes are artificial: test persons, temporary codes of hospitals. */
const FIRST_ARTIFICIAL = 900;

/** Lowest individual number that is given to anybody. */
const FIRST_REAL = 2;

/**
 * Whether a text is a Finnish personal identity code: form, calendar day and check character.
 *
 * @param text - Exactly as received: the century sign distinguishes people and is never mended.
 * @param options.isArtificialAllowed - Whether codes that the population register gives nobody count.
 */
export function isHetu(text: string, options: { isArtificialAllowed: boolean }): boolean {
  const [, day, month, year, sign, individual, check] = FORM.exec(text) ?? [];
  const century = CENTURIES[sign ?? ''];
  if (century === undefined) {
    return false;
  }
  const number = Number(individual);
  const remainder = Number(`${day}${month}${year}${individual}`) % CHECK_CHARACTERS.length;
  return (
    isDay(century + Number(year), Number(month), Number(day)) &&
    CHECK_CHARACTERS[remainder] === check &&
    number >= FIRST_REAL &&
    (number < FIRST_ARTIFICIAL || options.isArtificialAllowed)
  );
}

function isDay(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}
