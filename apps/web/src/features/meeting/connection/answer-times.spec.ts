import { AnswerTimes } from './answer-times.js';

describe('the patience with a line that may be gone', () => {
  const after = (...answers: number[]) => {
    const times = new AnswerTimes();
    answers.forEach((tookMs) => times.answered(tookMs));
    return times.patienceMs(8_000);
  };

  it('is half a second for a line that has not answered yet or answers quickly', () => {
    expect(after()).toBe(500);
    expect(after(20)).toBe(500);
    expect(after(166)).toBe(500);
  });

  it('is three times the quickest answer of a slow line', () => {
    expect(after(900, 600, 4_000)).toBe(1_800);
  });

  it('ends with that of any other request', () => {
    expect(after(5_000)).toBe(8_000);
  });
});
