import { Gauge } from 'prom-client';
import { BLOCKED } from './batch/blocked.js';
import type { Left } from './sweep-records.js';

const overdue = new Gauge({
  name: 'tapaamo_forget_overdue',
  help: 'Visits that were due and still there when the last sweep ended. They are hidden.',
});

const capReached = new Gauge({
  name: 'tapaamo_forget_cap_reached',
  help: 'Whether the last sweep left work to the next because it had forgotten as many as one may (PURGE_MAX_PER_SWEEP).',
});

const blocked = new Gauge({
  name: 'tapaamo_forget_blocked',
  help: 'Visits that could not be forgotten and wait for another attempt, by reason.',
  labelNames: ['reason'],
});

/** Shows what a sweep left, for monitoring. */
export function showLeft({ remaining, blocked: reasons }: Left, isCapReached: boolean): void {
  overdue.set(remaining);
  capReached.set(isCapReached ? 1 : 0);
  const counts = new Map(reasons.map(({ reason, count }) => [reason, count]));
  for (const reason of BLOCKED) {
    blocked.set({ reason }, counts.get(reason) ?? 0);
  }
}
