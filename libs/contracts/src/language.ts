import { z } from 'zod';

/** The languages every user-facing text exists in, in the order they are offered. */
export const LANGUAGES = ['fi', 'sv', 'en'] as const;

/** ISO 639-1 code of a supported language. */
export const languageSchema = z.enum(LANGUAGES);
export type Language = z.infer<typeof languageSchema>;

/** One text in every supported language. */
export const localisedTextSchema = z.object({ fi: z.string(), sv: z.string(), en: z.string() });
export type LocalisedText = z.infer<typeof localisedTextSchema>;

/**
 * Chooses the first supported language of an `Accept-Language` header.
 *
 * @param header - Header value; quality values are ignored because browsers send the list in order.
 * @returns A supported language; Finnish when none matches.
 */
export function languageFromHeader(header: string | undefined): Language {
  for (const part of (header ?? '').split(',')) {
    const [code] = part.trim().toLowerCase().split(/[-;]/);
    const known = LANGUAGES.find((language) => language === code);
    if (known !== undefined) {
      return known;
    }
  }
  return 'fi';
}
