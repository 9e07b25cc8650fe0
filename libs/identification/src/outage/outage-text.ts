import { LANGUAGES, OUTAGE_TEXT_MAX, type Language } from '@tapaamo/contracts';
import { z } from 'zod';

/** What a provider says of its outages, by language; null where it says nothing. */
export type OutageTexts = Record<Language, string | null>;

const OP_ANSWER = z.object({
  disturbanceInfo: z
    .object({ header: z.string().optional(), text: z.string().optional() })
    .nullish(),
});

/** Order of the languages in Telia's file. */
const BARS: readonly Language[] = ['fi', 'sv', 'en'];

/**
 * Telia's `maintenance.txt`: one line with Finnish, Swedish and English between bars, empty when all is well. What is not
 * said in a language is said in the next best.
 */
export function textsOfBars(body: string): OutageTexts {
  const parts = body.split('|').map(plainText);
  const said = (language: Language) => parts[BARS.indexOf(language)] ?? null;
  const any = parts.find((part) => part !== null) ?? null;
  return byLanguage((language) => said(language) ?? said('fi') ?? any);
}

/**
 * `disturbanceInfo` of OP's `/api/embedded-ui/{client_id}`, in the language that was asked for.
 *
 * @throws SyntaxError or ZodError when the answer is something else.
 */
export function textsOfOp(body: string): OutageTexts {
  const { disturbanceInfo } = OP_ANSWER.parse(JSON.parse(body));
  const { header = '', text = '' } = disturbanceInfo ?? {};
  const parts = [plainText(header), plainText(text)].filter((part) => part !== null);
  const told = plainText(parts.join(': '));
  return byLanguage(() => told);
}

/** UTF-8, or what is none is read as the old Nordic encoding, which such files still come in. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * Somebody else's text as it may stand on our page: without markup, control and direction characters, on one line, and short.
 *
 * @returns Null when nothing is left.
 */
export function plainText(raw: string): string | null {
  const text = raw
    .replace(/<[^>]*>?/g, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Co}\p{Cn}\p{Z}>]+/gu, ' ')
    .trim();
  const letters = [...text];
  const short =
    letters.length > OUTAGE_TEXT_MAX ? `${letters.slice(0, OUTAGE_TEXT_MAX - 1).join('')}…` : text;
  return short === '' ? null : short;
}

function byLanguage(text: (language: Language) => string | null): OutageTexts {
  return Object.fromEntries(LANGUAGES.map((one) => [one, text(one)])) as OutageTexts;
}
