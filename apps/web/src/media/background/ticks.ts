/**
 * Ticks at an even pace, also while the page is hidden: there browsers let a page's own timers run once a second, but not
 * those of a worker.
 *
 * @returns The way to stop.
 */
export function seldomTicks(everyMs: number, tick: () => void): () => void {
  const worker = new Worker(new URL('./ticks.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = tick;
  worker.postMessage(everyMs);
  return () => worker.terminate();
}
