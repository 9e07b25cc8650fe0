import { jest } from '@jest/globals';
import type { Ask } from '../connection/sender.js';
import { Hands, OWN } from './hands.js';

const answering = (answer: () => Promise<unknown>) => new Hands(answer as unknown as Ask);

describe('Hands', () => {
  it('keeps the order of the node, and nobody whose place is gone', () => {
    const hands = answering(() => Promise.resolve({}));
    hands.set(['b', 'a']);
    hands.forget('b');
    hands.forget('c');
    expect(hands.store.get().hands).toEqual(['a']);
    hands.clear();
    expect(hands.store.get().hands).toEqual([]);
  });

  it('shows one reaction a person, the newest, for a while', () => {
    jest.useFakeTimers();
    try {
      const hands = answering(() => Promise.resolve({}));
      hands.show('a', 'thumb');
      jest.advanceTimersByTime(4_000);
      hands.show('a', 'heart');
      jest.advanceTimersByTime(4_000);
      expect(hands.store.get().reactions).toMatchObject([{ from: 'a', reaction: 'heart' }]);
      jest.advanceTimersByTime(4_000);
      expect(hands.store.get().reactions).toEqual([]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('shows one’s own reaction once it went out, and none that did not', async () => {
    const hands = answering(() => Promise.resolve({}));
    expect(await hands.react('clap')).toBe(true);
    expect(hands.store.get().reactions).toMatchObject([{ from: OWN, reaction: 'clap' }]);
    const refused = answering(() => Promise.reject(new Error('request.too-many')));
    expect(await refused.react('clap')).toBe(false);
    expect(refused.store.get().reactions).toEqual([]);
  });
});
