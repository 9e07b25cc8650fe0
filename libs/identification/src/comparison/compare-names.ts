import { isTypedAs, nameWords } from './name-words.js';

/** A name as the identity provider gives it; not every source gives the parts (OP ISB 9). */
export interface IdentifiedName {
  /** All given names, in the register's order. */
  givenNames: string | null;
  familyName: string | null;
  /** Whole name, by the providers' custom the family name first. */
  displayName: string;
}

/** How a booked name fits; `reversed`: with the family name first only, so that it may be another's the other way round. */
export type NameFit = 'same' | 'reversed' | 'different';

/** Whether a word of the booked name is a word of the identified one. */
type SameWord = (booked: string, identified: string) => boolean;

/** Words that belong to a family name and are often left out. */
const PARTICLES = new Set(
  'af av von vom van de del della der den des dos du la le les zu zum zur ter ten'.split(' '),
);

/** Longer names nobody types: they are another's, and cost nothing. */
const WORDS_MAX = 16;

/**
 * Whether the booked name and the identified name are one person's.
 *
 * Same: the whole family name (its particles may be missing) stands first or last in the booked name, and every other word
 * of it is one of the identified given names, in any order; at least one is written out, others may be initials. Names in
 * other alphabets, patronymics and other transliterations are not guessed at. A hyphenated name counts whole: `Matti` is not
 * `Matti-Pekka`. In doubt the answer is `different`, because the professional then asks, whereas a wrong `same` lets a
 * stranger in.
 *
 * @param expected - Name as the professional typed it.
 * @param options.isOfRegister - Whether the identified name is the Finnish population register's, which has all its letters;
 *   another country's may lack Å, Ä, Ö and Ü.
 */
export function compareNames(
  expected: string,
  identified: IdentifiedName,
  { isOfRegister }: { isOfRegister: boolean },
): NameFit {
  const words = nameWords(expected);
  const { family, given } = partsOf(identified);
  if (words.length > WORDS_MAX || family.length > WORDS_MAX) {
    return 'different';
  }
  const same: SameWord = (booked, known) =>
    isTypedAs(booked, known) || (!isOfRegister && isTypedAs(known, booked));
  const fits = (place: 'first' | 'last'): boolean =>
    familyVariants(family)
      .flatMap((variant) => withoutName(words, variant, place, same))
      .some((rest) => areGivenNames(rest, given, same));
  if (fits('last')) {
    return 'same';
  }
  return fits('first') ? 'reversed' : 'different';
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

/**
 * The family name as it is, and as it is often typed, without its particles. Not where it ends with one: `Le` and `Van` are
 * Vietnamese names. Nor are particles of the booked name passed over: `Van` may be a given name, and the register has them.
 */
function familyVariants(family: string[]): string[][] {
  const bare = family.filter((word) => !PARTICLES.has(word));
  const isBareName = bare.length < family.length && bare.at(-1) === family.at(-1);
  return isBareName ? [family, bare] : [family];
}

/** What is left of the words when a name is taken from their beginning or end; nothing when it is not there. */
function withoutName(
  words: string[],
  name: string[],
  place: 'first' | 'last',
  same: SameWord,
): string[][] {
  return name
    .map((_, index) => index + 1)
    .filter((count) => count <= words.length)
    .map((count) => (place === 'first' ? count : words.length - count))
    .map((at) => [words.slice(0, at), words.slice(at)])
    .map((parts) => (place === 'first' ? parts : parts.toReversed()))
    .flatMap(([part = [], rest = []]) => (isName(part, name, same) ? [rest] : []));
}

/** Whether words are a name, however its parts were joined: `anna liisa`, `anna-liisa`, `annaliisa`. */
function isName(words: string[], name: string[], same: SameWord): boolean {
  return same(words.join(''), name.join(''));
}

/** Whether all words are given names, each used once, at least one of them written out. */
function areGivenNames(words: string[], given: string[][], same: SameWord): boolean {
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
        (lengthsOf(words.slice(at), name, same).some((n) => search(at + n, used | bit, true)) ||
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
function lengthsOf(words: string[], name: string[], same: SameWord): number[] {
  return name
    .map((_, index) => index + 1)
    .filter((count) => count <= words.length && isName(words.slice(0, count), name, same));
}

function isInitialOf(word: string, name: string[]): boolean {
  return word.length === 1 && name[0]?.startsWith(word) === true;
}
