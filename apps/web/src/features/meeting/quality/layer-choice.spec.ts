import fc from 'fast-check';
import { layerForHeight, type Layer } from './layer-choice.js';

const heights = fc.integer({ min: 0, max: 3_000 });

describe('layer of a picture', () => {
  it.each([
    [80, 0],
    [200, 0],
    [201, 1],
    [400, 1],
    [720, 2],
  ])('that is %d pixels high is %d', (height, layer) => {
    expect(layerForHeight(height)).toBe(layer);
  });

  it('stays while the height trembles around a border', () => {
    const trembling = [195, 205, 190, 215, 185, 220];
    expect(trembling.map((height) => layerForHeight(height, 0))).toEqual(Array(6).fill(0));
    expect(trembling.map((height) => layerForHeight(height, 1))).toEqual(Array(6).fill(1));
  });

  it('is never larger than one that is enough, and never far too small, whatever it was', () => {
    fc.assert(
      fc.property(heights, fc.constantFrom<Layer>(0, 1, 2), (height, present) => {
        const layer = layerForHeight(height, present);
        expect(layer).toBeGreaterThanOrEqual(layerForHeight(height * 0.85));
        expect(layer).toBeLessThanOrEqual(layerForHeight(height * 1.15));
      }),
    );
  });

  it('is settled at once: asked again with the same height it is the same', () => {
    fc.assert(
      fc.property(heights, fc.constantFrom<Layer>(0, 1, 2), (height, present) => {
        const layer = layerForHeight(height, present);
        expect(layerForHeight(height, layer)).toBe(layer);
      }),
    );
  });
});
