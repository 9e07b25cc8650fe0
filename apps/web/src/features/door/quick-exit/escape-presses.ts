/** So many presses, within this time. */
const PRESSES = 3;
const WITHIN_MS = 2_000;

/** Tells three quick presses of a key from those that just happen. */
export class EscapePresses {
  #times: number[] = [];

  /** @param at - Milliseconds on any steady clock. @returns Whether this press is the third in time. */
  press(at: number): boolean {
    this.#times = [...this.#times.filter((time) => at - time <= WITHIN_MS), at];
    return this.#times.length >= PRESSES;
  }
}
