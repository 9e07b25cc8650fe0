import { TalkJudge } from './talk-judge.js';

/** What is found at the end of some levels, one after another. */
const judge = (levels: readonly number[]) => {
  const talk = new TalkJudge();
  return levels.map((level) => talk.hear(level)).at(-1);
};
const times = (count: number, ...levels: number[]) =>
  Array.from({ length: count }, () => levels).flat();

describe('whether somebody talks', () => {
  it('is found by words with gaps between them', () => {
    expect(judge(times(10, 0.7, 0.6, 0.1))).toBe(true);
  });

  it('is not found in a cough, nor in the hum of a room', () => {
    expect(judge([...times(6, 0.9), ...times(24, 0.1)])).toBe(false);
    expect(judge(times(300, 0.3))).toBe(false);
  });

  it('is not found in what was said long ago', () => {
    expect(judge([...times(30, 0.8), ...times(30, 0.1)])).toBe(false);
  });
});
