import type { IdentificationProgress } from '@tapaamo/contracts';
import { progressAfter, type Progress } from './progress.js';

const RETURNED = {
  state: 'returned',
  number: '47',
  expiresAt: '2027-01-01T00:00:00.000Z',
} as const;

describe('what is known of an identification', () => {
  it.each<[Progress, IdentificationProgress, Progress['state']]>([
    [{ state: 'none' }, { state: 'none' }, 'none'],
    [{ state: 'none' }, RETURNED, 'returned'],
    [RETURNED, { state: 'none' }, 'lost'],
    [{ state: 'away' }, { state: 'none' }, 'lost'],
    [{ state: 'lost' }, { state: 'none' }, 'lost'],
    [{ state: 'lost' }, { state: 'away' }, 'away'],
    [RETURNED, { state: 'refused' }, 'refused'],
  ])('%p, then %p, is %s', (before, found, after) => {
    expect(progressAfter(before, found).state).toBe(after);
  });
});
