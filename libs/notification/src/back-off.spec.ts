import { backOffMs, waitAskedMs } from './back-off.js';

const NOW = Date.parse('2027-02-10T08:00:00Z');

describe('the time until a message is tried again', () => {
  it('doubles up to an hour', () => {
    expect([1, 2, 3, 10, 18].map(backOffMs)).toEqual([5_000, 10_000, 20_000, 2_560_000, 3_600_000]);
  });

  it.each([
    [null, 0],
    ['', 0],
    ['30', 30_000],
    ['0', 0],
    ['-5', 0],
    ['86400', 3_600_000],
    ['99999999999999999999', 0],
    ['Wed, 10 Feb 2027 08:10:00 GMT', 600_000],
    ['Wed, 10 Feb 2027 07:00:00 GMT', 0],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 3_600_000],
    ['soon', 0],
  ])('that an operator asks for by %j is understood within bounds', (retryAfter, ms) => {
    expect(waitAskedMs(retryAfter, NOW)).toBe(ms);
  });
});
