import type { Standing } from './standing.js';

/** What was last seen of an installation. The same text lies in both databases and in the key store. */
export interface Mark {
  /** Grows by one each time. */
  epoch: number;
  main: Standing;
  keys: Standing;
}

/** The mark as it lies somewhere; null when there is none, or none that can be read. */
export function readMark(text: string | null | undefined): Mark | null {
  try {
    const mark = JSON.parse(text ?? '') as Partial<Mark>;
    return Number.isSafeInteger(mark.epoch) && mark.main !== undefined && mark.keys !== undefined
      ? (mark as Mark)
      : null;
  } catch {
    return null;
  }
}
