/** A sequence of numbers in [0, 1) that is the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Values that programs stumble over. */
const AWKWARD: readonly unknown[] = [
  null,
  '',
  'x'.repeat(300),
  -1,
  0.5,
  1e300,
  2 ** 32,
  Number.MAX_SAFE_INTEGER,
  true,
  [],
  {},
  [[[[[[]]]]]],
  { length: 1e9 },
  { toString: 'x', valueOf: 'y' },
  '\u0000\ud800',
  'audio/opus',
];

/** Changes one place somewhere in a message: another value, a missing one, or one too many. */
export function mutate(message: unknown, random: () => number): unknown {
  if (typeof message !== 'object' || message === null || random() < 0.08) {
    return AWKWARD[Math.floor(random() * AWKWARD.length)];
  }
  const names = Object.keys(message);
  const name = names[Math.floor(random() * names.length)];
  const copy = structuredClone(message) as Record<string, unknown>;
  if (name === undefined || random() < 0.1) {
    copy[random() < 0.5 ? 'surplus' : '0'] = AWKWARD[Math.floor(random() * AWKWARD.length)];
  } else if (random() < 0.1) {
    return Object.fromEntries(Object.entries(copy).filter(([key]) => key !== name));
  } else {
    copy[name] = mutate(copy[name], random);
  }
  return copy;
}
