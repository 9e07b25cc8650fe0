import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join('dist', 'faults');

/** How often each fault is made (`npm run test:faults -- --rounds 30`). */
export function rounds(): number {
  return Number(process.env.FAULT_ROUNDS ?? '10');
}

/** What a file of faults has measured, in milliseconds. */
export class Results {
  readonly #measures = new Map<string, { goalMs: number; ms: number[] }>();

  constructor(private readonly name: string) {}

  note(measure: string, goalMs: number, ms: number): void {
    const known = this.#measures.get(measure) ?? { goalMs, ms: [] };
    this.#measures.set(measure, { goalMs, ms: [...known.ms, Math.round(ms)] });
    // A run that is ended before its time leaves what it has measured.
    this.write();
  }

  /** At most so long in 95 of 100 rounds. */
  p95(measure: string): number {
    return quantile(this.#measures.get(measure)?.ms ?? [], 0.95);
  }

  /** Leaves everything in `dist/faults/<name>.json`. */
  write(): void {
    const entries = [...this.#measures].map(([measure, { goalMs, ms }]) => [
      measure,
      { goalMs, p50: quantile(ms, 0.5), p95: quantile(ms, 0.95), most: Math.max(...ms), ms },
    ]);
    mkdirSync(FOLDER, { recursive: true });
    const text = JSON.stringify(Object.fromEntries(entries), null, 2);
    writeFileSync(join(FOLDER, `${this.name}.json`), `${text}\n`);
  }
}

function quantile(all: readonly number[], share: number): number {
  const sorted = [...all].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}
