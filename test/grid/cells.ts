import type { LineConditions } from '../support/network/impaired-line.js';

/** A line of the grid: the same both ways, and what a call must be worth on it. */
export interface Cell {
  readonly name: string;
  readonly line: Partial<LineConditions>;
  /** Share of the seconds in which each side hears the other's tone, at least. */
  readonly heard: number;
}

const kilobits = (count: number): { bitsPerSecond: number } => ({ bitsPerSecond: count * 1_000 });

/** Loss 0 to 30 %, delay to 300 ms each way, rate down to 100 kbit/s, and some of them together. */
export const CELLS: readonly Cell[] = [
  { name: 'good', line: {}, heard: 0.9 },
  { name: 'loss-2', line: { loss: 0.02 }, heard: 0.9 },
  { name: 'loss-5', line: { loss: 0.05 }, heard: 0.9 },
  { name: 'loss-10', line: { loss: 0.1 }, heard: 0.9 },
  { name: 'loss-20', line: { loss: 0.2 }, heard: 0.9 },
  { name: 'loss-30', line: { loss: 0.3 }, heard: 0.9 },
  { name: 'loss-10-in-bursts', line: { loss: 0.1, burst: 5 }, heard: 0.9 },
  { name: 'delay-100', line: { delayMs: 100 }, heard: 0.9 },
  { name: 'delay-150-jitter-50', line: { delayMs: 150, jitterMs: 50 }, heard: 0.9 },
  { name: 'delay-300', line: { delayMs: 300 }, heard: 0.9 },
  { name: 'rate-1000', line: kilobits(1_000), heard: 0.9 },
  { name: 'rate-500', line: kilobits(500), heard: 0.9 },
  { name: 'rate-300', line: kilobits(300), heard: 0.9 },
  { name: 'rate-150', line: kilobits(150), heard: 0.9 },
  { name: 'rate-100', line: kilobits(100), heard: 0.9 },
  {
    name: 'rate-300-loss-10-delay-100',
    line: { ...kilobits(300), loss: 0.1, delayMs: 100 },
    heard: 0.9,
  },
  {
    name: 'rate-100-loss-5-delay-300',
    line: { ...kilobits(100), loss: 0.05, delayMs: 300 },
    heard: 0.9,
  },
];

/**
 * The cells of a run.
 *
 * @param names - Each chooses what is called so, and what begins with it and a dash; empty for all.
 */
export function chosenCells(names: readonly string[]): Cell[] {
  return CELLS.filter(
    ({ name }) => names.length === 0 || names.some((one) => `${name}-`.startsWith(`${one}-`)),
  );
}
