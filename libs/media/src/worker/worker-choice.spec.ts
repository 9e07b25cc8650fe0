import { FULL_LOAD } from './load-window.js';
import { chooseWorker, type WorkerLoad } from './worker-choice.js';

const worker = (
  measuredLoad: number,
  rooms = 0,
  unmeasuredRooms = 0,
  fullLoad = FULL_LOAD,
): WorkerLoad => ({ measuredLoad, rooms, unmeasuredRooms, fullLoad });

describe('chooseWorker', () => {
  it('chooses nobody when there is nobody', () => {
    expect(chooseWorker<WorkerLoad>([])).toBeUndefined();
  });

  it('chooses the least loaded worker', () => {
    const idle = worker(0.1, 9);
    expect(chooseWorker([worker(0.5, 1), idle, worker(0.3, 0)])).toBe(idle);
  });

  it('spreads rooms that no measurement has seen yet', () => {
    const empty = worker(0, 0);
    expect(chooseWorker([worker(0, 20, 20), empty])).toBe(empty);
  });

  it('chooses by rooms among workers of about the same load', () => {
    const fewer = worker(0.04, 1);
    expect(chooseWorker([worker(0.01, 3), fewer])).toBe(fewer);
  });

  it('puts no room on a full worker while another has place', () => {
    const busy = worker(0.79, 90);
    expect(chooseWorker([worker(0.8, 1), busy])).toBe(busy);
  });

  it('takes a worker for full by its own bound', () => {
    const busy = worker(0.34, 90, 0, 0.8);
    expect(chooseWorker([worker(0.31, 1, 0, 0.3), busy])).toBe(busy);
  });

  it('chooses the least loaded when all are full', () => {
    const less = worker(0.85);
    expect(chooseWorker([worker(0.95), less])).toBe(less);
  });
});
