import { arrivalWarningsOf, isProvedAs, isWarnedAnew } from './door-findings.js';

const calm = { verdict: null, handBackRefused: false, handBackUnanswered: false };

describe('what there is to look at besides the finding', () => {
  it('is nothing for most', () => {
    expect(arrivalWarningsOf(calm)).toEqual([]);
    expect(arrivalWarningsOf({ ...calm, verdict: { representation: 'allowed' } })).toEqual([]);
  });

  it('is all that the row tells', () => {
    const verdict = { representation: 'not-allowed', handedBack: true } as const;
    expect(arrivalWarningsOf({ ...calm, verdict, handBackRefused: true })).toEqual([
      'representation-not-allowed',
      'handed-back',
      'hand-back-refused',
    ]);
  });

  it('is new when it was not there before, and not when there is less of it', () => {
    expect(isWarnedAnew([], ['handed-back'])).toBe(true);
    expect(isWarnedAnew(['handed-back'], ['handed-back', 'hand-back-refused'])).toBe(true);
    expect(isWarnedAnew(['handed-back', 'hand-back-refused'], ['handed-back'])).toBe(false);
  });
});

it.each([
  ['the booked person', {}, true],
  ['a day of birth that contradicts the code', { birthDateDiffers: true }, false],
  ['a code that was changed since', { codeChanged: true as const }, false],
  ['somebody else', { result: 'different-name' as const }, false],
])('%s proves to be the booked person: %s', (_, more, isProved) => {
  const verdict = { result: 'same-person' as const, birthDateDiffers: false, ...more };
  expect(isProvedAs('same-person', verdict)).toBe(isProved);
  expect(isProvedAs('guardian', verdict)).toBe(false);
});
