/** Letters of the ordinary alphabet of text messages, seven bits each (3GPP TS 23.038, 6.2.1). */
const GSM =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';

/** Letters of its extension, which take two places (6.2.1.1). */
const GSM_EXTENDED = '\f^{}\\[~]|€';

const ordinary = new Set(GSM);
const extended = new Set(GSM_EXTENDED);

/** Places of a text message that stands alone, and of a part of a longer one (3GPP TS 23.040, 9.2.3.24.1). */
const PLACES = { gsm: { alone: 160, part: 153 }, ucs2: { alone: 70, part: 67 } } as const;

/** How a text message travels. */
export interface TextMessageLength {
  /** `ucs2` when one letter at least is outside of the ordinary alphabet: then every letter takes more than double. */
  alphabet: 'gsm' | 'ucs2';
  /** Places it takes. */
  places: number;
  /** Parts that it is sent and charged as. */
  parts: number;
  /** Places left in the last part. */
  left: number;
  /** The letters outside of the ordinary alphabet, each once. */
  foreign: string[];
}

/** Counts a text message as operators do. What takes two places is not divided between two parts. */
export function textMessageLength(text: string): TextMessageLength {
  const letters = [...text];
  const foreign = letters.filter((letter) => !ordinary.has(letter) && !extended.has(letter));
  const alphabet = foreign.length === 0 ? 'gsm' : 'ucs2';
  // A letter outside the basic plane is a pair in UCS-2.
  const sizes = letters.map((letter) =>
    alphabet === 'ucs2' ? letter.length : ordinary.has(letter) ? 1 : 2,
  );
  const places = sizes.reduce((sum, size) => sum + size, 0);
  const { alone, part } = PLACES[alphabet];
  const unique = [...new Set(foreign)];
  return places <= alone
    ? { alphabet, places, parts: places === 0 ? 0 : 1, left: alone - places, foreign: unique }
    : { alphabet, places, ...divided(sizes, part), foreign: unique };
}

function divided(sizes: readonly number[], part: number): { parts: number; left: number } {
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > part) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return { parts, left: part - used };
}
