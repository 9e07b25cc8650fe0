import type { Forgetting } from '@tapaamo/contracts';

const STEPS = [1, 2, 5, 10];

/** Lowest bar in pixels: one visit beside a thousand is seen as well. */
const LOWEST = 6;

/** Top of the picture's scale: the smallest round number that is not below any day's counts together. */
export function scaleTop(days: Forgetting['days']): number {
  const highest = Math.max(1, ...days.map(({ due, done }) => due + done));
  const power = 10 ** Math.floor(Math.log10(highest));
  return (STEPS.find((step) => step * power >= highest) ?? 10) * power;
}

/** Height of a bar. A count above zero is never drawn too low to be seen. */
export function barHeight(count: number, top: number, height: number): number {
  return count === 0 ? 0 : Math.max(LOWEST, (count / top) * height);
}
