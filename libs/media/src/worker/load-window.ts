/** Load from which a worker counts as full, unless its operator says less: behind it lies a cliff (performance.md B). */
export const FULL_LOAD = 0.8;

/** How far a full worker's load falls before it takes rooms again: a call that ends is no reason for ten new ones. */
export const FREE_AGAIN_BELOW = 0.1;

/** What a room is taken to cost until it is measured, as a part of one processor core (performance.md B: 0.7 to 0.9 %). */
export const ROOM_LOAD = 0.01;

/** Measurements that the load is the mean of; there is one a second. */
const WINDOW = 5;

/**
 * How loaded a worker has been over the last seconds, and whether it is full. One busy second fills nobody, and one calm
 * second empties nobody. A room counts by what it is expected to cost as far as the measurements have not seen it yet.
 */
export class LoadWindow {
  readonly #loads: number[] = [];
  /** Rooms that came since so many measurements; as many places as a window has. */
  #rooms: number[] = Array<number>(WINDOW).fill(0);
  #isFull = false;

  /** @param fullLoad - Load from which the worker counts as full, as a part of one core. */
  constructor(private readonly fullLoad = FULL_LOAD) {}

  /** @param load - Since the last measurement, as a part of one core: 0 to 1. */
  measured(load: number): void {
    this.#loads.push(load);
    this.#loads.splice(0, this.#loads.length - WINDOW);
    this.#rooms = [0, ...this.#rooms.slice(0, -1)];
    this.#judge();
  }

  /** A room came. */
  roomCame(): void {
    this.#rooms[0] = (this.#rooms[0] ?? 0) + 1;
    this.#judge();
  }

  /** Mean load, with what the newest rooms will cost. */
  get load(): number {
    const seen = this.#loads.reduce((sum, load) => sum + load, 0) / Math.max(1, this.#loads.length);
    const unseen = this.#rooms.reduce((sum, rooms, age) => sum + rooms * (1 - age / WINDOW), 0);
    return seen + unseen * ROOM_LOAD;
  }

  /** Full at its bound, and until the load is `FREE_AGAIN_BELOW` under it. */
  get isFull(): boolean {
    return this.#isFull;
  }

  #judge(): void {
    this.#isFull = this.load >= (this.#isFull ? this.fullLoad - FREE_AGAIN_BELOW : this.fullLoad);
  }
}
