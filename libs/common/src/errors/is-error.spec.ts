import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { DeniedOrMissingError } from './errors.js';
import { isError } from './is-error.js';

describe('isError', () => {
  it('knows errors of every kind and of every context', () => {
    const ofCore = ((): unknown => {
      try {
        return readFileSync('/nowhere/at/all');
      } catch (error) {
        return error;
      }
    })();
    const errors = [new Error('x'), new TypeError('x'), new DeniedOrMissingError(), ofCore];
    const elsewhere: unknown = runInNewContext('new RangeError("x")');
    expect([...errors, elsewhere].map(isError)).toEqual([true, true, true, true, true]);
  });

  it.each([null, undefined, 'Error', 42, {}, { message: 'x', stack: 'x' }, []])(
    'knows that %j is none',
    (value) => {
      expect(isError(value)).toBe(false);
    },
  );
});
