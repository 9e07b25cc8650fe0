import type { Reached } from '../connection/meeting-state.js';

/**
 * How long a finished message waits for somebody whose page does not get ready to read, in milliseconds. A broken page of
 * one must not keep the others from reading.
 */
const PATIENCE_MS = 5_000;

/** Whether everybody whom a message is meant for can read it by now: what comes before their end is there is lost. */
export class Readiness {
  /** Who is not ready, and what ends the wait for them; `null` once it has ended. */
  readonly #missing = new Map<string, ReturnType<typeof setTimeout> | null>();
  #hasChannel = false;
  #isAnybodyThere = false;

  /** @param changed - Told when a message may go from now on. */
  constructor(private readonly changed: () => void) {}

  /** Whether there is a channel that carries anything. */
  get hasChannel(): boolean {
    return this.#hasChannel;
  }

  /** Whether somebody is there to read, and nobody is waited for. */
  get isReached(): boolean {
    const isNobodyAwaited = [...this.#missing.values()].every((wait) => wait === null);
    return this.#hasChannel && this.#isAnybodyThere && isNobodyAwaited;
  }

  /** Notes whom the person reaches, and who of them is ready. */
  set({ participantIds, readers }: Reached): void {
    const wasReached = this.isReached;
    const missing = new Set(participantIds.filter((id) => readers?.includes(id) !== true));
    this.#hasChannel = readers !== undefined;
    this.#isAnybodyThere = participantIds.length > 0;
    for (const [id, wait] of this.#missing) {
      // Without a channel nobody can get ready, and the wait begins anew with the next one.
      if (!missing.has(id) || !this.#hasChannel) {
        clearTimeout(wait ?? undefined);
        this.#missing.delete(id);
      }
    }
    if (this.#hasChannel) {
      missing.forEach((id) => this.#await(id));
    }
    if (!wasReached) {
      this.#tellIfReached();
    }
  }

  #tellIfReached(): void {
    if (this.isReached) {
      this.changed();
    }
  }

  #await(id: string): void {
    if (!this.#missing.has(id)) {
      const giveUp = () => {
        this.#missing.set(id, null);
        this.#tellIfReached();
      };
      this.#missing.set(id, setTimeout(giveUp, PATIENCE_MS));
    }
  }
}
