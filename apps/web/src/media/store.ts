/** A value that tells its listeners when it is replaced; read by React through `useSyncExternalStore`. */
export class Store<Value> {
  #value: Value;
  readonly #listeners = new Set<() => void>();

  constructor(initial: Value) {
    this.#value = initial;
  }

  /** The present value. The same object until something changes. */
  readonly get = (): Value => this.#value;

  /** Calls `listener` after every change. Returns the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Replaces some fields and tells the listeners, unless nothing changed. */
  update(changes: Partial<Value>): void {
    const changed = (Object.keys(changes) as (keyof Value)[]).some(
      (key) => !Object.is(changes[key], this.#value[key]),
    );
    if (changed) {
      this.#value = { ...this.#value, ...changes };
      for (const listener of [...this.#listeners]) {
        listener();
      }
    }
  }
}
