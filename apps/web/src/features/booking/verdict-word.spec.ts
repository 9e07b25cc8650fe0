import { verdictAdvice } from './verdict-word.js';

describe('verdictAdvice', () => {
  it.each([
    ['a code typed wrong', 'different-code', false, 'different-code'],
    ['somebody else', 'different-code', true, 'different-code-and-name'],
    ['the booked person', 'same-person', false, 'same-code'],
    ['the booked person by a new name', 'same-person', true, 'same-code-other-name'],
    ['a guardian by another name', 'guardian', true, 'guardian'],
  ] as const)(
    'tells what the name adds to the identity code: %s',
    (_, result, nameDiffers, advice) => {
      const compared = {
        result,
        nameDiffers,
        basis: 'identity-code',
        birthDateDiffers: false,
      } as const;
      expect(verdictAdvice(compared)).toBe(advice);
    },
  );
});
