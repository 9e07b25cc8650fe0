/** Letters of any script with their marks, and what stands between them in names. No digits: a name is no code. */
const PERSON_NAME = /^[\p{L}\p{M}][\p{L}\p{M}'’´`.\- ]*$/u;

/** Whether a tidy text can be a person's name. */
export function isPersonName(text: string): boolean {
  return PERSON_NAME.test(text);
}

/** One form for names that look the same: composed letters, single spaces, and one hyphen for all that word processors make. */
export function tidyName(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/\p{Pd}/gu, '-')
    .trim();
}
