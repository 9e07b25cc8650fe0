import { availableParallelism } from 'node:os';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { Logger } from '@tapaamo/logging';
import { withDeadline } from '@tapaamo/common';
import { MediaWorkerUnavailableError } from '../media.errors.js';
import { checkListenConfig, listenInfos } from './listen-infos.js';
import type { MediaWorker } from './media-worker.js';
import { chooseWorker, expectedLoad } from './worker-choice.js';
import { WorkerSlot } from './worker-slot.js';

/** How long a room waits for a worker when none runs, in milliseconds; a new one takes about a tenth of a second. */
const WAIT_FOR_WORKER_MS = 3_000;

/** How the workers of this node are. */
export interface WorkerPoolState {
  /** Workers there should be. */
  wanted: number;
  /** Workers that run. */
  running: number;
  /** How often a worker was replaced since the start. */
  restarts: number;
}

/** The media workers of this node: started with the process, replaced when lost, chosen by load. */
@Injectable()
export class WorkerPool implements OnModuleInit, OnModuleDestroy {
  readonly #slots: WorkerSlot[];

  constructor(@Inject(CONFIG) config: Config, logger: Logger) {
    const count = config.MEDIA_WORKERS === 0 ? availableParallelism() : config.MEDIA_WORKERS;
    checkListenConfig(config, count);
    this.#slots = Array.from(
      { length: count },
      (_, index) =>
        new WorkerSlot(
          {
            bin: config.MEDIASOUP_WORKER_BIN,
            listenInfos: listenInfos(config, index),
            fullLoad: config.MEDIA_FULL_LOAD,
          },
          logger,
        ),
    );
  }

  /** Starts all workers. One that does not start is tried again later; the process lives on and is not ready. */
  async onModuleInit(): Promise<void> {
    await Promise.all(this.#slots.map((slot) => slot.start()));
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.#slots.map((slot) => slot.close()));
  }

  get state(): WorkerPoolState {
    return {
      wanted: this.#slots.length,
      running: this.#running().length,
      restarts: this.#slots.reduce((sum, slot) => sum + slot.restarts, 0),
    };
  }

  /**
   * Whether there is place for visits that have not begun: some worker runs that is not full (`LoadWindow`). Those that go
   * on here stay in any case.
   */
  get takesVisits(): boolean {
    return this.#running().some((worker) => !worker.isFull);
  }

  /** Load of the worker that would get the next room, as a part of one core; 1 when none runs. */
  get load(): number {
    const next = chooseWorker(this.#running());
    return next === undefined ? 1 : Math.min(1, expectedLoad(next));
  }

  /** Process ids of the running workers. */
  get pids(): number[] {
    return this.#running().map((worker) => worker.pid);
  }

  /**
   * The worker for the next room.
   *
   * @throws MediaWorkerUnavailableError when none runs and none comes up soon.
   */
  async acquire(): Promise<MediaWorker> {
    return chooseWorker(this.#running()) ?? (await this.#nextUp());
  }

  async #nextUp(): Promise<MediaWorker> {
    const ended = new AbortController();
    const up = new Promise<MediaWorker>((resolve) => {
      for (const slot of this.#slots) {
        slot.once('up', resolve);
        ended.signal.addEventListener('abort', () => slot.off('up', resolve), { once: true });
      }
    });
    try {
      return await withDeadline(up, WAIT_FOR_WORKER_MS);
    } catch (error) {
      throw new MediaWorkerUnavailableError(error);
    } finally {
      ended.abort();
    }
  }

  #running(): MediaWorker[] {
    return this.#slots.flatMap((slot) => slot.worker ?? []);
  }
}
