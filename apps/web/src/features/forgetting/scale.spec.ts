import { barHeight, scaleTop } from './scale.js';

const day = (due: number, done: number) => ({ day: '2026-12-14', due, done });

describe('scale of the picture', () => {
  it.each([
    [0, 1],
    [1, 1],
    [3, 5],
    [10, 10],
    [11, 20],
    [480, 500],
    [501, 1000],
  ])('with %d as the highest count ends at %d', (highest, top) => {
    expect(scaleTop([day(highest, 0), day(0, 0)])).toBe(top);
  });

  it('has room for what is done and what is due of the same day', () => {
    expect(scaleTop([day(4, 5)])).toBe(10);
  });

  it('draws a single visit beside a thousand so that it is seen', () => {
    expect(barHeight(1, 1000, 160)).toBe(6);
  });

  it('draws nothing for nothing', () => {
    expect(barHeight(0, 10, 160)).toBe(0);
  });
});
