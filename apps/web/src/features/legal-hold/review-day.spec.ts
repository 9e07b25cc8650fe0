import { reviewDayOf, reviewDayProblems, usualReviewDay } from './review-day.js';

const TODAY = '2026-12-14';

describe('the day of the next review', () => {
  it.each([
    ['', 'field.missing'],
    ['14.12.2026', 'hold.review-day'],
    ['15.12.2026', undefined],
    ['14.3.2027', undefined],
    ['15.3.2027', 'hold.review-day'],
    ['31.2.2027', 'hold.review-day'],
    ['soon', 'hold.review-day'],
  ])('written as "%s" has the problem %s', (written, code) => {
    expect(reviewDayProblems(written, TODAY).map((problem) => problem.code)).toEqual(
      code === undefined ? [] : [code],
    );
  });

  it('is sent as a day, whichever way it was written', () => {
    expect(reviewDayOf(' 4.1. ', TODAY)).toBe('2027-01-04');
    expect(reviewDayOf('soon', TODAY)).toBe('soon');
  });

  it('is a month ahead at first', () => {
    expect(usualReviewDay(TODAY)).toBe('13.1.2027');
    expect(reviewDayProblems(usualReviewDay(TODAY), TODAY)).toEqual([]);
  });
});
