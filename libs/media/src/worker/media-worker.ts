import { EventEmitter } from 'node:events';
import { getPriority, setPriority } from 'node:os';
import { createWorker, type types } from 'mediasoup';
import { MEETING_CODECS } from '../codecs.js';
import { withDeadline } from '@tapaamo/common';
import { askWorker } from '../worker-call.js';
import { LoadWindow } from './load-window.js';
import type { WorkerLoad } from './worker-choice.js';
import { WorkerHeartbeat } from './worker-heartbeat.js';

/** Longest time of a worker's start, in milliseconds. */
const START_DEADLINE_MS = 5_000;

/** How long a worker may take to end by itself when asked to, in milliseconds. */
const CLOSE_DEADLINE_MS = 1_000;

/** How much sooner than its parent a worker gets the processor, in steps of nice. */
const SOONER = 5;

/** Why a worker is gone: its process ended, or it did not answer and was killed. */
export type WorkerLoss = 'died' | 'silent';

/** How a worker is started. */
export interface MediaWorkerOptions {
  /** Worker program; empty for the one mediasoup brings. */
  bin: string;
  listenInfos: types.TransportListenInfo[];
  /** Load from which it takes no more visits, as a part of one core. */
  fullLoad: number;
}

/**
 * One media worker: a process that forwards media, with the one port all its rooms share.
 * Emits `lost` once when it died or hung; everything that lived on it is gone by then.
 */
export class MediaWorker extends EventEmitter<{ lost: [WorkerLoss] }> implements WorkerLoad {
  #measuredLoad = 0;
  #rooms = 0;
  #unmeasuredRooms = 0;
  readonly #window: LoadWindow;
  #isGone = false;
  readonly #heartbeat: WorkerHeartbeat;

  private constructor(
    private readonly worker: types.Worker,
    readonly webRtcServer: types.WebRtcServer,
    readonly fullLoad: number,
  ) {
    super();
    this.#window = new LoadWindow(fullLoad);
    // Every room of the worker listens.
    this.setMaxListeners(0);
    this.#heartbeat = new WorkerHeartbeat({
      ask: () => this.#cpuMs(),
      onLoad: (load) => {
        this.#measuredLoad = load;
        this.#unmeasuredRooms = 0;
        this.#window.measured(load);
      },
      onSilence: () => this.#kill(),
    });
    worker.observer.once('close', () => this.#lose('died'));
    this.#heartbeat.start();
  }

  /**
   * Starts a worker and opens its port.
   *
   * @throws DeadlineExceededError, or mediasoup's own error when the program cannot run or the port is taken.
   */
  static async start(options: MediaWorkerOptions): Promise<MediaWorker> {
    const worker = await withDeadline(
      createWithoutSignals({
        logLevel: 'warn',
        ...(options.bin === '' ? {} : { workerBin: options.bin }),
      }),
      START_DEADLINE_MS,
      (late) => late.close(),
    );
    try {
      const server = await askWorker(() =>
        worker.createWebRtcServer({ listenInfos: options.listenInfos }),
      );
      comeFirst(worker.pid);
      return new MediaWorker(worker, server, options.fullLoad);
    } catch (error) {
      await endProcess(worker);
      throw error;
    }
  }

  get pid(): number {
    return this.worker.pid;
  }

  get measuredLoad(): number {
    return this.#measuredLoad;
  }

  get rooms(): number {
    return this.#rooms;
  }

  get unmeasuredRooms(): number {
    return this.#unmeasuredRooms;
  }

  /** Whether it has been too loaded over the last seconds for visits that have not begun. */
  get isFull(): boolean {
    return this.#window.isFull;
  }

  /** Makes the router of one room; it counts as a room of this worker until it is closed. */
  async createRouter(): Promise<types.Router> {
    this.#rooms += 1;
    this.#unmeasuredRooms += 1;
    this.#window.roomCame();
    try {
      const router = await askWorker(
        () => this.worker.createRouter({ mediaCodecs: MEETING_CODECS }),
        (late) => late.close(),
      );
      router.observer.once('close', () => (this.#rooms -= 1));
      return router;
    } catch (error) {
      this.#rooms -= 1;
      throw error;
    }
  }

  /** Ends the worker on purpose; nobody is told. Resolves when its process is gone. */
  async close(): Promise<void> {
    this.#isGone = true;
    this.#heartbeat.stop();
    await endProcess(this.worker);
  }

  /** Resolves when the process is gone or has been given up, so that its port can be used again. */
  async processEnded(): Promise<void> {
    await endProcess(this.worker);
  }

  async #cpuMs(): Promise<number> {
    const usage = await this.worker.getResourceUsage();
    return usage.ru_utime + usage.ru_stime;
  }

  /** A worker that hangs ignores requests to close, so it is killed; what lived on it is told at once. */
  #kill(): void {
    signal(this.worker, 'SIGKILL');
    this.#lose('silent');
    this.worker.close();
  }

  #lose(loss: WorkerLoss): void {
    if (!this.#isGone) {
      this.#isGone = true;
      this.#heartbeat.stop();
      this.emit('lost', loss);
    }
  }
}

/**
 * Starts a worker without mediasoup's own listeners for signals: they would end all calls at the first signal, before
 * the process has had the time to end in order. Workers cannot outlive the process in any case.
 */
function createWithoutSignals(settings: types.WorkerSettings): Promise<types.Worker> {
  const names = ['SIGTERM', 'SIGINT'] as const;
  const before = names.map((name) => process.listeners(name));
  const starting = createWorker(settings);
  names.forEach((name, index) => {
    for (const listener of process.listeners(name)) {
      if (!before[index]?.includes(listener)) {
        process.off(name, listener);
      }
    }
  });
  return starting;
}

/**
 * Lets a worker have the processor before those who join: they wait a moment, a packet that waits is lost. Where the
 * system does not allow it the worker is as all others.
 */
function comeFirst(pid: number): void {
  try {
    setPriority(pid, Math.max(-20, getPriority(pid) - SOONER));
  } catch {
    // Only who may (CAP_SYS_NICE, or a limit on nice that lets it) comes first.
  }
}

/** Closes a worker and sees that its process ends; a process that cannot be killed is left to the system. */
async function endProcess(worker: types.Worker): Promise<void> {
  const ended = worker.subprocessClosed
    ? Promise.resolve()
    : new Promise<void>((resolve) => worker.once('subprocessclose', () => resolve()));
  worker.close();
  await withDeadline(ended, CLOSE_DEADLINE_MS).catch(() => signal(worker, 'SIGKILL'));
  await withDeadline(ended, CLOSE_DEADLINE_MS).catch(() => undefined);
}

function signal(worker: types.Worker, name: NodeJS.Signals): void {
  if (!worker.subprocessClosed) {
    try {
      process.kill(worker.pid, name);
    } catch {
      // It ended in the meantime, which is what was wanted.
    }
  }
}
