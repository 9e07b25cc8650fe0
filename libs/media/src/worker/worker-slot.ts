import { EventEmitter } from 'node:events';
import type { Logger } from '@tapaamo/logging';
import { MediaWorker, type MediaWorkerOptions } from './media-worker.js';
import { SOUND_LIFE_MS, restartDelayMs } from './restart-delay.js';

/**
 * The place of one worker: keeps a worker running on its port until it is closed.
 * Emits `up` whenever a worker is ready.
 */
export class WorkerSlot extends EventEmitter<{ up: [MediaWorker] }> {
  #worker: MediaWorker | null = null;
  #closed = false;
  #restarts = 0;
  #shortLives = 0;
  #wake: () => void = () => undefined;

  constructor(
    private readonly options: MediaWorkerOptions,
    private readonly logger: Logger,
  ) {
    super();
  }

  /** The running worker; `null` while there is none. */
  get worker(): MediaWorker | null {
    return this.#worker;
  }

  /** How many times a worker had to be replaced or could not start. */
  get restarts(): number {
    return this.#restarts;
  }

  /** Begins; resolves after the first attempt, whether it succeeded or not. */
  async start(): Promise<void> {
    await this.#attempt();
  }

  /** Ends the worker and replaces it no more. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#wake();
    await this.#worker?.close();
    this.#worker = null;
  }

  async #attempt(): Promise<void> {
    try {
      const worker = await MediaWorker.start(this.options);
      if (this.#closed) {
        await worker.close();
        return;
      }
      this.#settle(worker);
    } catch (error) {
      this.logger.error('media.worker-not-started', { attempt: this.#shortLives + 1 }, error);
      this.#shortLives += 1;
      void this.#again();
    }
  }

  #settle(worker: MediaWorker): void {
    const startedAt = performance.now();
    worker.once('lost', (loss) => {
      this.#worker = null;
      const isShort = performance.now() - startedAt < SOUND_LIFE_MS;
      this.#shortLives = isShort ? this.#shortLives + 1 : 1;
      this.logger.error('media.worker-lost', { workerPid: worker.pid, code: loss });
      void this.#again(worker);
    });
    this.#worker = worker;
    this.logger.info('media.worker-started', { workerPid: worker.pid });
    this.emit('up', worker);
  }

  async #again(previous?: MediaWorker): Promise<void> {
    this.#restarts += 1;
    await previous?.processEnded();
    await this.#pause(restartDelayMs(this.#shortLives));
    if (!this.#closed) {
      await this.#attempt();
    }
  }

  async #pause(delayMs: number): Promise<void> {
    if (delayMs > 0 && !this.#closed) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, delayMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}
