import { Randomness } from '@tapaamo/common';
import { matchNumber } from './match-number.js';

/** Gives the bytes it was made with, one after the other. */
class Foreseen extends Randomness {
  constructor(private readonly foreseen: number[]) {
    super();
  }

  override bytes(): Buffer {
    return Buffer.from([this.foreseen.shift() ?? 0]);
  }

  override uuid(): string {
    return '';
  }
}

it('is two digits, each of ninety as likely as the other', () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const number = matchNumber(new Foreseen([byte, 0]));
    expect(number).toMatch(/^[1-9]\d$/);
    if (byte < 180) {
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
  }
  expect(counts.size).toBe(90);
  expect(new Set(counts.values())).toEqual(new Set([2]));
});
