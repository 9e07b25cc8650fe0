import fc from 'fast-check';
import { workingSize } from './picture-size.js';

describe('the size of a picture with a blurred background', () => {
  it.each([
    [
      { width: 640, height: 480 },
      { width: 640, height: 480 },
    ],
    [
      { width: 1280, height: 720 },
      { width: 960, height: 540 },
    ],
    [
      { width: 720, height: 1280 },
      { width: 540, height: 960 },
    ],
    [
      { width: 0, height: 0 },
      { width: 2, height: 2 },
    ],
  ])('of %j is %j', (size, expected) => {
    expect(workingSize(size)).toEqual(expected);
  });

  it('is even, within 960 pixels, and never larger than the picture was', () => {
    const side = fc.integer({ min: 2, max: 8_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const { width: w, height: h } = workingSize({ width, height });
        expect((w % 2) + (h % 2)).toBe(0);
        expect(Math.max(w, h)).toBeLessThanOrEqual(960);
        expect(w).toBeLessThanOrEqual(width + 1);
        expect(h).toBeLessThanOrEqual(height + 1);
      }),
    );
  });
});
