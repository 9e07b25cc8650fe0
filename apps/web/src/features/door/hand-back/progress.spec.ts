import type { IdentificationProgress } from '@tapaamo/contracts';
import { ApiProblem } from '../../../api/api-problem.js';
import { isWorthAnotherTry, progressAfter, type Progress } from './progress.js';

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

it.each([
  [new ApiProblem('offline'), true],
  [new ApiProblem('service.database-unavailable'), true],
  [new ApiProblem('request.too-many'), true],
  [new TypeError('failed to fetch'), true],
  [new ApiProblem('door.session-required'), false],
  [new ApiProblem('visit.ended'), false],
  [new ApiProblem('identification.locked'), false],
  [new ApiProblem('vault.sealed'), false],
])('after %p it is %s that it is asked again', (error, isWorth) => {
  expect(isWorthAnotherTry(error)).toBe(isWorth);
});
