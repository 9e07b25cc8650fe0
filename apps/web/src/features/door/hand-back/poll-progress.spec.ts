import { jest } from '@jest/globals';
import type { IdentificationProgress } from '@tapaamo/contracts';
import { ApiProblem } from '../../../api/api-problem.js';
import { pollProgress } from './poll-progress.js';

const AWAY = { state: 'away' } as const;
const OVER = new ApiProblem('door.session-required');

beforeEach(() => jest.useFakeTimers());

afterEach(() => jest.useRealTimers());

/** A page that asks, is answered so one after the other, and tells what it heard. */
async function heard(...answers: (IdentificationProgress | Error)[]): Promise<string[]> {
  const told: string[] = [];
  const { look } = pollProgress({
    read: () => {
      const answer = answers.shift();
      told.push('asks');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? AWAY);
    },
    isSeen: () => true,
    onFound: ({ state }) => told.push(state),
    onRefused: () => told.push('refused'),
  });
  look();
  await jest.advanceTimersByTimeAsync(4_000);
  return told;
}

describe('a page that asks how far an identification has come', () => {
  it('goes on after one refusal: it may have asked with the cookie of before', async () => {
    const told = await heard(OVER, AWAY, AWAY);
    expect(told).toEqual(['asks', 'refused', 'asks', 'away', 'asks', 'away']);
  });

  it('asks no more after two in a row', async () => {
    expect(await heard(OVER, OVER)).toEqual(['asks', 'refused', 'asks', 'refused']);
  });

  it('counts anew after an answer', async () => {
    const told = await heard(OVER, AWAY, OVER);
    expect(told).toEqual(['asks', 'refused', 'asks', 'away', 'asks', 'refused']);
  });

  it('asks again whatever the line did, and not when nothing is to come', async () => {
    const lost = new ApiProblem('offline');
    expect(await heard(lost, { state: 'none' })).toEqual(['asks', 'asks', 'none']);
  });
});
