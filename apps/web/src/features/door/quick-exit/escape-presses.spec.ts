import { EscapePresses } from './escape-presses.js';

describe('presses of Escape', () => {
  const outcomes = (...times: number[]) => {
    const presses = new EscapePresses();
    return times.map((time) => presses.press(time));
  };

  it.each([
    ['three at once', [0, 10, 20], [false, false, true]],
    ['three in two seconds', [500, 1_500, 2_500], [false, false, true]],
    ['two', [0, 10], [false, false]],
    ['three in more than two seconds', [0, 1_000, 2_001], [false, false, false]],
    ['one long ago and three now', [0, 60_000, 60_100, 60_200], [false, false, false, true]],
  ])('%s', (_, times, expected) => {
    expect(outcomes(...times)).toEqual(expected);
  });
});
