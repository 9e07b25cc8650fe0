import { jest } from '@jest/globals';
import { Readiness } from './readiness.js';

describe('readiness of who is written to', () => {
  let changes: number;
  let readiness: Readiness;

  beforeEach(() => {
    jest.useFakeTimers();
    changes = 0;
    readiness = new Readiness(() => {
      changes += 1;
    });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const set = (participantIds: string[], readers?: string[]) => {
    readiness.set({ participantIds, readers });
    return readiness.isReached;
  };

  it('waits for everybody who is there, and tells once nobody is waited for', () => {
    expect([set(['a', 'b'], []), set(['a', 'b'], ['a'])]).toEqual([false, false]);
    expect(changes).toBe(0);
    expect(set(['a', 'b'], ['b', 'a'])).toBe(true);
    expect(set(['a', 'b'], ['a', 'b'])).toBe(true);
    expect(changes).toBe(1);
  });

  it('waits no more for who has left, and for who comes from then on', () => {
    set(['a', 'b'], ['a']);
    expect([set(['a'], ['a']), set(['a', 'c'], ['a'])]).toEqual([true, false]);
  });

  it('gives one up who does not get ready in five seconds, and nobody else', () => {
    set(['a'], []);
    jest.advanceTimersByTime(4_000);
    set(['a', 'b'], []);
    jest.advanceTimersByTime(4_999);
    expect([readiness.isReached, changes]).toEqual([false, 0]);
    jest.advanceTimersByTime(1);
    expect([readiness.isReached, changes]).toEqual([true, 1]);
    // Who got ready after all, and then has to anew, is waited for anew.
    expect([set(['a', 'b'], ['a']), set(['a', 'b'], [])]).toEqual([true, false]);
  });

  it('gives nobody up while there is no channel in which they could get ready', () => {
    expect(set(['a'])).toBe(false);
    jest.advanceTimersByTime(60_000);
    expect(readiness.isReached).toBe(false);
    set(['a'], []);
    jest.advanceTimersByTime(4_000);
    set(['a']);
    jest.advanceTimersByTime(60_000);
    expect([readiness.isReached, changes]).toEqual([false, 0]);
    expect(set(['a'], ['a'])).toBe(true);
  });

  it('is not there when nobody is', () => {
    expect([set([]), set([], []), set(['a'], ['a']), set([], [])]).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });
});
