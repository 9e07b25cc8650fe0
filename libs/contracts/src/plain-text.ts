import { z } from 'zod';
import type { ErrorCode } from './error-codes.js';
import { holdsIdentityCode } from './told-too-much.js';

/** Signs that cannot be seen or that turn the reading direction (controls, format signs), and letters of double width. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\uFF00-\uFFEF]/u;

/** A letter of another alphabet: in a name it mostly stands for a Latin one that it looks like. */
const OTHER_ALPHABET = /[^\P{L}\p{Script=Latin}]/u;

/** More marks on one letter than any language of ours has: they spill over the lines around. */
const HEAPED_MARKS = /\p{M}{3}/u;

/** Whether everybody sees a text as it is: no hidden signs, no look-alike letters. */
export function isPlain(text: string): boolean {
  return !UNSEEN.test(text) && !OTHER_ALPHABET.test(text) && !HEAPED_MARKS.test(text);
}

const IDENTITY_CODE_REFUSED = { params: { code: 'field.identity-code' satisfies ErrorCode } };

/** One line of text: trimmed, composed letters, nothing hidden in it, and nobody's identity code. */
export function plainText(longest: number): z.ZodString {
  return z
    .string()
    .trim()
    .normalize('NFC')
    .min(1)
    .max(longest)
    .refine(isPlain)
    .refine((text) => !holdsIdentityCode(text), IDENTITY_CODE_REFUSED);
}
