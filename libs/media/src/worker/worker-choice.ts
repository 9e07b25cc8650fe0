import { ROOM_LOAD } from './load-window.js';

/** Loads that differ by less than this are alike: then the number of rooms decides. */
const LOAD_STEP = 0.05;

/** What the choice looks at. */
export interface WorkerLoad {
  /** Processor time used during the last second, as a part of one core: 0 to 1. */
  readonly measuredLoad: number;
  /** Rooms that live on the worker. */
  readonly rooms: number;
  /** Rooms put there since the load was measured. */
  readonly unmeasuredRooms: number;
  /** Load from which it counts as full, as a part of one core. */
  readonly fullLoad: number;
}

/** Load of a worker with the rooms that no measurement has seen yet, as a part of one core. */
export function expectedLoad(worker: WorkerLoad): number {
  return worker.measuredLoad + worker.unmeasuredRooms * ROOM_LOAD;
}

/**
 * The worker that gets the next room: the least loaded one, by rooms among equals.
 * A full worker is chosen only when all are full, because a call that stutters is better than none;
 * that no visit comes to a full node is the business of the API, which sees the load announced.
 */
export function chooseWorker<W extends WorkerLoad>(workers: readonly W[]): W | undefined {
  return workers.reduce<W | undefined>(
    (best, worker) => (best === undefined || isBetter(worker, best) ? worker : best),
    undefined,
  );
}

function isBetter(candidate: WorkerLoad, best: WorkerLoad): boolean {
  const isFull = (worker: WorkerLoad): boolean => expectedLoad(worker) >= worker.fullLoad;
  if (isFull(candidate) !== isFull(best)) {
    return isFull(best);
  }
  const step = (worker: WorkerLoad): number => Math.floor(expectedLoad(worker) / LOAD_STEP);
  const difference = step(candidate) - step(best);
  return difference === 0 ? candidate.rooms < best.rooms : difference < 0;
}
