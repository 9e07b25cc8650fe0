import { identificationOutcome } from './identification-return.js';

describe('outcome of an identification in the address', () => {
  it('is read', () => {
    expect(identificationOutcome('?identification=cancelled')).toBe('cancelled');
  });

  it.each(['', '?identification=', '?identification=<script>', '?other=done'])(
    'is nothing in "%s"',
    (search) => {
      expect(identificationOutcome(search)).toBeUndefined();
    },
  );
});
