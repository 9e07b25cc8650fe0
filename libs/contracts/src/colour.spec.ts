import { LEAST_CONTRAST, contrastWithWhite, nearestReadable } from './colour.js';

describe('contrast with white', () => {
  it.each([
    ['#ffffff', 1],
    ['#000000', 21],
    ['#777777', 4.48],
    ['#767676', 4.54],
    ['#ff0000', 4],
    ['#0000ff', 8.59],
  ])('of %s is %d', (colour, contrast) => {
    expect(contrastWithWhite(colour)).toBeCloseTo(contrast, 1);
  });
});

describe('the nearest readable colour', () => {
  it('of one that can be read is itself', () => {
    expect(nearestReadable('#003479')).toBe('#003479');
  });

  it.each(['#ffffff', '#ff0000', '#ffd500', '#00ff88', '#777777', '#fefe00'])(
    'of %s can be read and is hardly darker than it must be',
    (colour) => {
      const found = contrastWithWhite(nearestReadable(colour));
      expect(found).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      expect(found).toBeLessThan(LEAST_CONTRAST + 0.25);
    },
  );

  it('keeps the hue', () => {
    expect(nearestReadable('#ff0000')).toMatch(/^#[a-f]\w0000$/);
  });
});
