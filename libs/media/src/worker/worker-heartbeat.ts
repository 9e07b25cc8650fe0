/** How often a worker is asked whether it lives, and how long it may take to answer, in milliseconds. */
const INTERVAL_MS = 1_000;
const LIMIT_MS = 1_000;

/** When our own timer fires this much late, in milliseconds, it was us who slept: the worker gets another chance. */
const OWN_DELAY_MS = 250;

/** What a heartbeat asks and tells. */
export interface HeartbeatOptions {
  /** Asks the worker for the processor time it has used, in milliseconds. */
  ask: () => Promise<number>;
  /** Told the load since the last beat, as a part of one core. */
  onLoad: (load: number) => void;
  /** Told once that the worker did not answer; the heartbeat has ended. */
  onSilence: () => void;
  intervalMs?: number;
  limitMs?: number;
}

/**
 * Sees that a worker hangs. mediasoup has no time limit of its own, and a stopped or spinning worker emits nothing.
 * A refusal counts as silence: a worker that cannot be asked is of no use.
 * A hang is seen after at most interval and limit together, two seconds.
 */
export class WorkerHeartbeat {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #lastCpuMs: number | undefined;
  #lastBeatAt = 0;

  constructor(private readonly options: HeartbeatOptions) {}

  /** Begins at once. */
  start(): void {
    void this.#beat();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #beat(): Promise<void> {
    const beganAt = performance.now();
    const cpuMs = await this.#answer();
    if (this.#stopped) {
      return;
    }
    if (cpuMs === null) {
      this.stop();
      this.options.onSilence();
      return;
    }
    this.#measure(cpuMs);
    const rest = (this.options.intervalMs ?? INTERVAL_MS) - (performance.now() - beganAt);
    this.#timer = setTimeout(() => void this.#beat(), Math.max(0, rest));
  }

  /** @returns The processor time, or `null` when the worker is silent. */
  async #answer(): Promise<number | null> {
    const answer = this.options.ask().catch(() => null);
    const first = await this.#orLate(answer);
    if (first !== 'late-ourselves') {
      return first;
    }
    const second = await this.#orLate(answer);
    return second === 'late-ourselves' ? null : second;
  }

  async #orLate(answer: Promise<number | null>): Promise<number | null | 'late-ourselves'> {
    const limitMs = this.options.limitMs ?? LIMIT_MS;
    const beganAt = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null | 'late-ourselves'>((resolve) => {
      timer = setTimeout(() => {
        const overdue = performance.now() - beganAt - limitMs;
        resolve(overdue > OWN_DELAY_MS ? 'late-ourselves' : null);
      }, limitMs);
    });
    const result = await Promise.race([answer, late]);
    clearTimeout(timer);
    return result;
  }

  #measure(cpuMs: number): void {
    const now = performance.now();
    if (this.#lastCpuMs !== undefined) {
      const load = (cpuMs - this.#lastCpuMs) / Math.max(1, now - this.#lastBeatAt);
      this.options.onLoad(Math.min(1, Math.max(0, load)));
    }
    this.#lastCpuMs = cpuMs;
    this.#lastBeatAt = now;
  }
}
