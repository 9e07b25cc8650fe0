import { levelOf } from './sound-level.js';

const wave = (loudness: number) =>
  Float32Array.from({ length: 512 }, (_, index) => loudness * Math.sin(index / 4));

describe('level of a sound', () => {
  it('is nothing for silence', () => {
    expect(levelOf(new Float32Array(512))).toBe(0);
  });

  it('is full for a loud voice', () => {
    expect(levelOf(wave(0.9))).toBe(1);
  });

  it('grows with loudness', () => {
    const levels = [0.005, 0.02, 0.1].map((loudness) => levelOf(wave(loudness)));
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
  });
});
