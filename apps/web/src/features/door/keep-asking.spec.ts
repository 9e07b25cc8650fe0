import { ApiProblem } from '../../api/api-problem.js';
import type { Door } from './door-state.js';
import { isForNow, keepAsking } from './keep-asking.js';

const failed = (code: 'service.database-unavailable' | 'offline' | 'service.unexpected'): Door => ({
  at: 'failed',
  error: new ApiProblem(code),
});

describe('a door that does not answer', () => {
  it('is asked again until it does', async () => {
    const answers: Door[] = [
      failed('offline'),
      failed('service.database-unavailable'),
      { at: 'no-session' },
    ];
    const waits: number[] = [];
    const found = await keepAsking(
      () => Promise.resolve(answers.shift() ?? { at: 'code' }),
      new AbortController().signal,
      (ms) => Promise.resolve(void waits.push(ms)),
    );
    expect(found).toEqual({ at: 'no-session' });
    expect(waits).toHaveLength(3);
    expect(waits[2]).toBeGreaterThan(waits[0] ?? Infinity);
  });

  it('is asked no more once somebody else has found out', async () => {
    const over = new AbortController();
    const found = await keepAsking(
      () => {
        over.abort();
        return Promise.resolve({ at: 'code' });
      },
      over.signal,
      () => Promise.resolve(),
    );
    expect(found).toBeNull();
  });

  it('is asked again for what passes only', () => {
    expect(isForNow(failed('service.database-unavailable'))).toBe(true);
    expect(isForNow({ at: 'failed', error: new Error() })).toBe(false);
    expect(isForNow({ at: 'broken-link' })).toBe(false);
  });
});
