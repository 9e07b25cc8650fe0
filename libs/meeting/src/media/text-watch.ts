import type { MediaText, TextCount } from '@tapaamo/media';
import type { Seat } from '../seat/seat.js';

/**
 * The most that a page may write between two looks. A person's page sends letters five times a second and a message now and
 * then, at most 1,000 letters each.
 */
const MOST: TextCount = { messages: 200, bytes: 500_000 };

/** For how long who wrote too much writes nothing, in milliseconds. */
const SILENCE_MS = 60_000;

/**
 * Looks how much is written. The node reads nothing of it, and what one page sends without end every other page would have
 * to read and show.
 */
export class TextWatch {
  readonly #seen = new WeakMap<MediaText, TextCount>();
  /** When who wrote too much, by participant: neither a new line nor a new seat ends the silence. */
  readonly #floodedAt = new Map<string, number>();

  /**
   * @param flooded - Told of everybody whose channel was ended.
   * @param now - Milliseconds of the node's clock. Set back, it ends a silence rather than make it longer.
   */
  constructor(
    private readonly flooded: (seat: Seat) => void,
    private readonly now: () => number,
  ) {}

  /** Whether somebody wrote too much a moment ago. */
  isSilenced(participantId: string): boolean {
    const floodedAt = this.#floodedAt.get(participantId);
    const pastMs = floodedAt === undefined ? Infinity : this.now() - floodedAt;
    return pastMs >= 0 && pastMs < SILENCE_MS;
  }

  /** Ends the channel of who wrote more since the last look than a person does. A worker that gives no answer is asked next time. */
  async look(seats: readonly Seat[]): Promise<void> {
    await Promise.allSettled(seats.map((seat) => this.#lookAt(seat)));
  }

  async #lookAt(seat: Seat): Promise<void> {
    const { media } = seat;
    const text = media?.text ?? null;
    if (media === null || text === null) {
      return;
    }
    const count = await text.counted();
    const before = this.#seen.get(text) ?? { messages: 0, bytes: 0 };
    this.#seen.set(text, count);
    const isTooMuch =
      count.messages - before.messages > MOST.messages || count.bytes - before.bytes > MOST.bytes;
    if (isTooMuch && media.text === text) {
      this.#floodedAt.set(seat.participantId, this.now());
      media.stopWriting();
      this.flooded(seat);
    }
  }
}
