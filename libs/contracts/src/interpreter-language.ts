import { z } from 'zod';

/** Sign languages that are interpreted (ISO 639-3): Finnish, Finland-Swedish, and International Sign. */
export const SIGNED_LANGUAGES = ['fse', 'fss', 'ils'] as const;

/** Spoken languages that are interpreted in Finland (BCP 47). */
export const SPOKEN_LANGUAGES = [
  'am',
  'ar',
  'az',
  'bg',
  'bn',
  'bs',
  'cs',
  'de',
  'el',
  'en',
  'es',
  'et',
  'fa',
  'fa-AF',
  'fi',
  'fil',
  'fr',
  'ha',
  'he',
  'hi',
  'hr',
  'hu',
  'id',
  'it',
  'ja',
  'ka',
  'ckb',
  'kmr',
  'ko',
  'ln',
  'lt',
  'lv',
  'mk',
  'ml',
  'mn',
  'my',
  'ne',
  'nl',
  'ps',
  'pl',
  'pt',
  'ro',
  'ru',
  'rw',
  'se',
  'si',
  'sk',
  'smn',
  'sms',
  'so',
  'sq',
  'sr',
  'sv',
  'sw',
  'ta',
  'te',
  'th',
  'ti',
  'tr',
  'uk',
  'ur',
  'uz',
  'vi',
  'yo',
  'zh',
] as const;

/** The language that an interpreter interprets. A word of a list: free text could tell about the client. */
export const interpreterLanguageSchema = z.enum([...SIGNED_LANGUAGES, ...SPOKEN_LANGUAGES]);
export type InterpreterLanguage = z.infer<typeof interpreterLanguageSchema>;

/** Whether a language is signed: then the interpreter has to be seen well. */
export function isSigned(language: InterpreterLanguage): boolean {
  return SIGNED_LANGUAGES.some((signed) => signed === language);
}
