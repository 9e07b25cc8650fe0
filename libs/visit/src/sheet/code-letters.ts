/** Crockford's base 32: no I, L, O and U, which look like others or make words. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Letters of a code; five random bits each, sixty in all. */
const LENGTH = 12;

const GROUP = 4;

/** How the letters that are not used are read. */
const READ_AS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** @param bytes - Random, one for each letter at least. @returns A code as it is stored: without groups. */
export function codeOf(bytes: Buffer): string {
  // 256 is eight times 32: every letter is as likely as any other.
  return Array.from(bytes.subarray(0, LENGTH), (byte) => LETTERS.charAt(byte % 32)).join('');
}

/** The code as it is printed: `7KQ2-M9XD-4RTA`. */
export function groupedCode(code: string): string {
  return Array.from({ length: LENGTH / GROUP }, (_, index) =>
    code.slice(index * GROUP, (index + 1) * GROUP),
  ).join('-');
}

/** What somebody typed, as it is stored: groups, case and look-alikes do not matter. @returns Null for no code. */
export function readCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}.]/gu, '')
    .replaceAll(/[OIL]/g, (letter) => READ_AS[letter] ?? letter);
  return code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter))
    ? code
    : null;
}
