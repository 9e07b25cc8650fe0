import type { Forgetting } from '@tapaamo/contracts';

const STEPS = [1, 2, 5, 10];

/** Top of the picture's scale: the smallest round number that is not below any day's count. */
export function scaleTop(days: Forgetting['days']): number {
  const highest = Math.max(1, ...days.flatMap(({ due, done }) => [due, done]));
  const power = 10 ** Math.floor(Math.log10(highest));
  return (STEPS.find((step) => step * power >= highest) ?? 10) * power;
}

/** Height of a bar. A count above zero is never drawn too low to be seen. */
export function barHeight(count: number, top: number, height: number): number {
  return count === 0 ? 0 : Math.max(2, (count / top) * height);
}
