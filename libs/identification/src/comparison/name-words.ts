/** Letters that no Unicode decomposition takes apart, as they are written in Finland without them. */
const SPELT_OTHERWISE: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ä',
  ø: 'ö',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ŋ: 'n',
  ŧ: 't',
  // Skolt Sámi; what carries a caron is taken apart by its decomposition first.
  ǥ: 'g',
  ʒ: 'z',
  ħ: 'h',
  þ: 'th',
  ı: 'i',
  œ: 'oe',
};

/** Letters that stay letters of their own, with what people type who lack the key: the bare letter or two letters. */
const OWN_LETTERS: Readonly<Record<string, readonly [bare: string, digraph: string]>> = {
  å: ['a', 'aa'],
  ä: ['a', 'ae'],
  ö: ['o', 'oe'],
  ü: ['u', 'ue'],
};

/**
 * Apostrophes in all their forms, the soft sign of Skolt Sámi, and what cannot be seen. Before other forms are made one, too:
 * a lone accent would become a space.
 */
const INNER_SIGNS = /[\p{Cf}'’‘ʼʻʿʾʹʺ′`´]/gu;

const OWN_LETTER = /[åäöü]/u;

/**
 * Lower case, without accents and without signs inside words. Å, Ä, Ö and Ü stay: they make different names.
 */
function fold(text: string): string {
  return text
    .replace(INNER_SIGNS, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(INNER_SIGNS, '')
    .replace(/\p{L}\p{M}*/gu, (letter) => {
      const composed = letter.normalize('NFC');
      if (composed in OWN_LETTERS) {
        return composed;
      }
      const base = letter.normalize('NFD').replace(/\p{M}/gu, '');
      return SPELT_OTHERWISE[base] ?? base;
    });
}

/**
 * Words of a name, comparable with `isTypedAs`. Hyphens, commas and full stops separate words.
 *
 * @param text - Any text; may be empty.
 */
export function nameWords(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * Whether a folded word is how somebody typed a name: letter by letter the same, or wholly without Å, Ä, Ö and Ü
 * (`makinen` or `maekinen` for `mäkinen`). Not the other way: who typed `lång` did not mean `lang`.
 */
export function isTypedAs(typed: string, name: string): boolean {
  return typed === name || isTypedPlainly(typed, name);
}

/**
 * Whether a folded word begins as somebody remembers it, each with or without Å, Ä, Ö and Ü: `mak` and `maek` begin
 * `mäkinen`, and `mäk` begins `makinen`. Wider than `isTypedAs`: who searches would rather see one too many.
 */
export function beginsLike(word: string, remembered: string): boolean {
  const beginnings = spellings(remembered);
  return spellings(word).some((one) => beginnings.some((beginning) => one.startsWith(beginning)));
}

/** The word, and as it is typed without Å, Ä, Ö and Ü. */
function spellings(word: string): string[] {
  return OWN_LETTER.test(word)
    ? [word, withoutOwnLetters(word, 0), withoutOwnLetters(word, 1)]
    : [word];
}

function isTypedPlainly(plain: string, full: string): boolean {
  if (OWN_LETTER.test(plain)) {
    return false;
  }
  return plain === withoutOwnLetters(full, 0) || plain === withoutOwnLetters(full, 1);
}

function withoutOwnLetters(word: string, way: 0 | 1): string {
  return word.replace(/[åäöü]/gu, (letter) => OWN_LETTERS[letter]?.[way] ?? letter);
}
