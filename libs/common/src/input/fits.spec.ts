import { z } from 'zod';
import { fits } from './fits.js';

const schema = z.strictObject({ word: z.string().max(3) });

describe('fits', () => {
  it('gives what fits', () => {
    expect(fits(schema, { word: 'one' })).toEqual({ word: 'one' });
  });

  it.each([
    ['too long', { word: 'three' }],
    ['no text', { word: 3 }],
    ['a length that cannot be compared', { word: { length: { toString: 1, valueOf: 1 } } }],
  ])('gives nothing for %s', (_, received) => {
    expect(fits(schema, received)).toBeNull();
  });
});
