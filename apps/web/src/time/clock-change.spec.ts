import { clockChangeOn } from './clock-change.js';

describe('the change of clocks', () => {
  it.each([
    ['2027-03-27', undefined],
    ['2027-03-28', 'forward'],
    ['2027-03-29', undefined],
    ['2027-10-30', undefined],
    ['2027-10-31', 'back'],
    ['2027-11-01', undefined],
  ])('on %s is %s', (day, change) => {
    expect(clockChangeOn(day)).toBe(change);
  });
});
