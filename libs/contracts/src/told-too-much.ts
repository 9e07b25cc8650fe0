/**
 * A Finnish identity code (henkilötunnus): day, month and year of birth, sign of the century, individual number, check
 * character (Government decree 128/2010; signs of 2023). The check character is not computed: a code with a slip in it
 * tells as much.
 */
const IDENTITY_CODE =
  /(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}\s?[-+\u2010-\u2015\u2212A-FU-Y]\s?\d{3}[0-9A-FHJ-NPR-Y](?![\p{L}\d])/iu;

/** Whether a text holds a Finnish identity code, which has no place in any text of ours. */
export function holdsIdentityCode(text: string): boolean {
  return IDENTITY_CODE.test(text);
}

/** Beginnings of words that tell of health or social care, in the three languages, in small letters. */
const CARE_WORDS = [
  // Finnish
  'päihde',
  'päihte',
  'lastensuojel',
  'mielenterv',
  'masennu',
  'diagnoo',
  'sairau',
  'lääk',
  'terapi',
  'huostaan',
  'väkival',
  'toimeentulo',
  'asunnott',
  'vammai',
  'sosiaal',
  'psyki',
  // Swedish
  'missbruk',
  'barnskydd',
  'psyk',
  'depression',
  'sjukdom',
  'medicin',
  'våld',
  'bostadslös',
  'utkomst',
  'funktionsneds',
  // English
  'substance',
  'abuse',
  'addict',
  'child protection',
  'therap',
  'disorder',
  'illness',
  'medication',
  'violence',
  'homeless',
  'disab',
] as const;

/** Whether a text has a word of health or social care in it: worth a second look, not a refusal. */
export function hasCareWord(text: string): boolean {
  const words = text.normalize('NFC').toLocaleLowerCase('fi');
  return CARE_WORDS.some((word) => new RegExp(`(?<!\\p{L})${word}`, 'u').test(words));
}
