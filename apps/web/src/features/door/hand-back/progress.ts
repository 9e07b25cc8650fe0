import type { IdentificationProgress } from '@tapaamo/contracts';

/** States in which something is to come by itself. */
export const COMING: readonly IdentificationProgress['state'][] = ['away', 'returned'];

/** What the door knows of an identification that began here; `lost` when one was under way and came to nothing. */
export type Progress = IdentificationProgress | { state: 'lost' };

/** What is known after an answer, given what was known before. */
export function progressAfter(before: Progress, found: IdentificationProgress): Progress {
  const wasComing = COMING.some((state) => state === before.state) || before.state === 'lost';
  return found.state === 'none' && wasComing ? { state: 'lost' } : found;
}
