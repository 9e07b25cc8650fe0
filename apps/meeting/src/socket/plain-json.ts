/** Most of what one message may hold: characters of all texts and names, values, and levels. */
const MOST_CHARACTERS = 32 * 1024;
const MOST_VALUES = 4_000;
const MOST_LEVELS = 16;

/** Names that reach into prototypes. No message of ours has them. */
const PROTOTYPE_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/** What became of looking through a message. */
export type PlainJsonVerdict = 'plain' | 'too-large' | 'not-plain';

/**
 * Looks whether a message is plain JSON of a bearable size: objects, lists, texts, numbers, booleans and null; no
 * attached bytes, no names that reach into prototypes. Looks at nothing beyond the limits.
 */
export function judgeJson(message: unknown): PlainJsonVerdict {
  let characters = 0;
  let values = 0;
  const rest: { value: unknown; level: number }[] = [{ value: message, level: 1 }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { value, level } = next;
    values += 1;
    characters += typeof value === 'string' ? value.length : 1;
    if (values > MOST_VALUES || characters > MOST_CHARACTERS || level > MOST_LEVELS) {
      return 'too-large';
    }
    if (typeof value !== 'object' || value === null) {
      if (!isPlainLeaf(value)) {
        return 'not-plain';
      }
      continue;
    }
    if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) {
      return 'not-plain';
    }
    for (const name of Object.keys(value)) {
      if (PROTOTYPE_NAMES.has(name)) {
        return 'not-plain';
      }
      characters += Array.isArray(value) ? 0 : name.length;
      rest.push({ value: (value as Record<string, unknown>)[name], level: level + 1 });
    }
  }
  return 'plain';
}

function isPlainLeaf(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
