import { localDateOf, type Randomness } from '@tapaamo/common';
import { openBytes, sealBytes } from '../envelope.js';
import type { VisitKey } from './visit-keys.js';

/** Names a key that is to be wrapped. */
export type KeyName = Omit<VisitKey, 'wrappedKey' | 'dueDay'>;

/** Wraps a visit's data key under the day key of its due instant, to which it is bound as well. */
export function wrapKey(
  randomness: Randomness,
  dayKey: Buffer,
  name: KeyName,
  dataKey: Buffer,
): VisitKey {
  const key = { ...name, dueDay: localDateOf(name.dueAt) };
  return { ...key, wrappedKey: wrapFor(randomness, dayKey, key, dataKey) };
}

/** The same for a day that is settled: also when the rules of local time have changed since, it stays with its day. */
export function wrapFor(
  randomness: Randomness,
  dayKey: Buffer,
  key: Omit<VisitKey, 'wrappedKey'>,
  dataKey: Buffer,
): Buffer {
  return sealBytes(randomness, dayKey, placeOf(key), dataKey);
}

/**
 * The visit's data key; null when its day key is destroyed or is not the one that sealed it here. Keys from before the due
 * instant was bound (form 1) open until they are moved: what is bound to an instant opens as no other form.
 */
export function unwrapKey(dayKey: Buffer | null, key: VisitKey): Buffer | null {
  if (dayKey === null) {
    return null;
  }
  return (
    openOrNull(dayKey, placeOf(key), key.wrappedKey) ??
    openOrNull(dayKey, firstPlaceOf(key), key.wrappedKey)
  );
}

/** Opens bytes, or gives null when key, place or a single bit differs. */
export function openOrNull(key: Buffer, place: string, sealed: Buffer): Buffer | null {
  try {
    return openBytes(key, place, sealed);
  } catch {
    return null;
  }
}

const placeOf = (key: Omit<VisitKey, 'wrappedKey'>): string =>
  `${firstPlaceOf(key)}|${String(key.dueAt.getTime())}`;

const firstPlaceOf = (key: Omit<VisitKey, 'wrappedKey'>): string =>
  `visit_key|${key.visitId}|${key.organisationId}|${key.dueDay}|${String(key.generation)}`;
