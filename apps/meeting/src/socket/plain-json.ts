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
  const rest: Part[] = [{ value: message, level: 1 }];
  for (let part = rest.pop(); part !== undefined; part = rest.pop()) {
    values += 1;
    characters += sizeOf(part.value);
    if (values > MOST_VALUES || characters > MOST_CHARACTERS || part.level > MOST_LEVELS) {
      return 'too-large';
    }
    if (!isPlain(part.value)) {
      return 'not-plain';
    }
    rest.push(...partsOf(part));
  }
  return 'plain';
}

interface Part {
  value: unknown;
  level: number;
}

/** Characters of a text, or of an object's names; a list's numbers are nobody's choice. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') {
    return value.length;
  }
  return isObject(value) && !Array.isArray(value) ? Object.keys(value).join().length : 1;
}

function isPlain(value: unknown): boolean {
  if (!isObject(value)) {
    return value === null || ['string', 'number', 'boolean'].includes(typeof value);
  }
  const isPlainObject = Object.getPrototypeOf(value) === Object.prototype;
  return Array.isArray(value) || (isPlainObject && !Object.keys(value).some(reachesIntoPrototypes));
}

function partsOf({ value, level }: Part): Part[] {
  return isObject(value)
    ? Object.values(value).map((inner: unknown) => ({ value: inner, level: level + 1 }))
    : [];
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const reachesIntoPrototypes = (name: string): boolean => PROTOTYPE_NAMES.has(name);
