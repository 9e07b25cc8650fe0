import type { VerdictResult } from '@tapaamo/contracts';
import { nameWords, sameSpelling } from './name-words.js';

/** A name as the identity provider gives it; not every source gives the parts (OP ISB 9). */
export interface IdentifiedName {
  /** All given names, in the register's order. */
  givenNames: string | null;
  familyName: string | null;
  /** Whole name, by the providers' custom the family name first. */
  displayName: string;
}

/** Words that belong to a family name and are often left out. */
const PARTICLES = new Set(
  'af av von vom van de del della der den des dos du la le les zu zum zur ter ten'.split(' '),
);

/** Longer names nobody types: they are another's, and cost nothing. */
const WORDS_MAX = 16;

/**
 * Whether the booked name and the identified name are one person's.
 *
 * Same: the whole family name (particles before it may be missing, or be too many) stands first or last in the booked name,
 * and every other word of it is one of the identified given names, in any order; at least one is written out, others may be
 * initials. Names in other alphabets, patronymics and other transliterations are not guessed at.
 * A hyphenated name counts whole: `Matti` is not `Matti-Pekka`. In doubt the answer is `different-name`, because the
 * professional then asks, whereas a wrong `same-person` lets a stranger in.
 *
 * @param expected - Name as the professional typed it.
 */
export function compareNames(expected: string, identified: IdentifiedName): VerdictResult {
  const words = nameWords(expected);
  const { family, given } = partsOf(identified);
  const isSame =
    words.length <= WORDS_MAX &&
    family.length > 0 &&
    family.length <= WORDS_MAX &&
    given.length > 0 &&
    familyVariants(family)
      .flatMap((variant) => withoutName(words, variant))
      .some((rest) => areGivenNames(rest, given));
  return isSame ? 'same-person' : 'different-name';
}

/** More given names than anybody has are not looked at, which bounds the work of the comparison. */
const GIVEN_NAMES_MAX = 8;

/** Family name as words; each given name as its words, so that a hyphenated one stays one name. */
function partsOf(identified: IdentifiedName): { family: string[]; given: string[][] } {
  const shown = identified.displayName.trim().split(/\s+/);
  const familyLength = shown.findIndex((part) => !PARTICLES.has(part.toLowerCase())) + 1;
  const known = { family: identified.familyName?.trim(), given: identified.givenNames?.trim() };
  const family =
    known.family ||
    (known.given ? without(shown, known.given) : shown.slice(0, familyLength).join(' '));
  const given =
    known.given ||
    (known.family ? without(shown, known.family) : shown.slice(familyLength).join(' '));
  return {
    family: nameWords(family),
    given: given
      .split(/\s+/)
      .map((name) => nameWords(name))
      .filter((name) => name.length > 0)
      .slice(0, GIVEN_NAMES_MAX),
  };
}

/** What a shown name holds beside the part of it that is known. */
function without(shown: string[], part: string): string {
  const words = nameWords(part);
  return shown.filter((each) => !nameWords(each).every((word) => words.includes(word))).join(' ');
}

/** The family name as it is, and without its particles: what stands last is no particle, as in `Nguyen Le`. */
function familyVariants(family: string[]): string[][] {
  const bare = family.filter((word, at) => at === family.length - 1 || !PARTICLES.has(word));
  return bare.length === family.length ? [family] : [family, bare];
}

/** What is left of the words when a name is taken from their beginning or end; nothing when it is at neither. */
function withoutName(words: string[], name: string[]): string[][] {
  const rests: string[][] = [];
  for (let count = 1; count <= Math.min(name.length, words.length); count += 1) {
    if (isName(words.slice(0, count), name)) {
      rests.push(words.slice(count));
    }
    if (isName(words.slice(-count), name)) {
      rests.push(...withoutParticles(words.slice(0, -count)));
    }
  }
  return rests;
}

/** What stands before a family name: as it is, and without the particles of it that the register does not have. */
function withoutParticles(words: string[]): string[][] {
  const rests = [words];
  for (let end = words.length; PARTICLES.has(words[end - 1] ?? ''); end -= 1) {
    rests.push(words.slice(0, end - 1));
  }
  return rests;
}

/** Whether words are a name, however its parts were joined: `anna liisa`, `anna-liisa`, `annaliisa`. */
function isName(words: string[], name: string[]): boolean {
  return sameSpelling(words.join(''), name.join(''));
}

/** Whether all words are given names, each used once, at least one of them written out. */
function areGivenNames(words: string[], given: string[][]): boolean {
  const failed = new Set<string>();
  const search = (at: number, used: number, isNamed: boolean): boolean => {
    const word = words[at];
    if (word === undefined) {
      return isNamed;
    }
    const place = `${String(at)} ${String(used)} ${String(isNamed)}`;
    if (failed.has(place)) {
      return false;
    }
    const isFound = given.some((name, index) => {
      const bit = 1 << index;
      return (
        (used & bit) === 0 &&
        (lengthsOf(words.slice(at), name).some((n) => search(at + n, used | bit, true)) ||
          (isInitialOf(word, name) && search(at + 1, used | bit, isNamed)))
      );
    });
    if (!isFound) {
      failed.add(place);
    }
    return isFound;
  };
  return search(0, 0, false);
}

/** How many words from the first on make up the name; several counts are possible, mostly none is. */
function lengthsOf(words: string[], name: string[]): number[] {
  return name
    .map((_, index) => index + 1)
    .filter((count) => count <= words.length && isName(words.slice(0, count), name));
}

function isInitialOf(word: string, name: string[]): boolean {
  return word.length === 1 && name[0]?.startsWith(word) === true;
}
