import type { TextMessage } from '@tapaamo/contracts';
import type { Store } from '../../../media/store.js';
import { Seldom } from '../connection/seldom.js';
import type { ConversationState } from './conversation-state.js';

/** Letters go to the others at most so often, in milliseconds (ITU-T T.140: within 500). */
const BETWEEN_LETTERS_MS = 200;

/**
 * Letters are told again so long after the last of them, in milliseconds: whose page was still setting up its end heard
 * nothing, and sees them without one more letter. Finished messages are not: they must come once.
 */
const AGAIN_MS = [1_000, 3_000];

/** What a person has typed and not said, and what the others see of it. */
export class Draft {
  #text = '';
  #told = '';
  #again: ReturnType<typeof setTimeout>[] = [];
  readonly #letters = new Seldom(() => this.tell(), BETWEEN_LETTERS_MS);

  constructor(
    private readonly send: (message: TextMessage) => boolean,
    private readonly store: Store<ConversationState>,
  ) {}

  /** The person typed; the others see it letter by letter if the person wants that. */
  type(text: string): void {
    this.#text = text;
    if (text === '') {
      this.store.update({ isResting: false });
    }
    if (this.store.get().isLive) {
      this.#letters.request();
    }
  }

  /** Lets the others see letters as they are typed, or not any more. */
  setLive(isLive: boolean): void {
    this.store.update({ isLive });
    if (isLive) {
      this.#letters.request();
    } else {
      this.#letters.cancel();
      this.tell();
    }
  }

  /**
   * Somebody came who was not there when this was typed: nobody sees any of it until it is said, or all of it is taken
   * away. Where in it new words begin is not guessed.
   */
  rest(): void {
    this.#tellNoMore();
    if (this.#text !== '') {
      this.store.update({ isResting: true });
      this.tell();
    }
  }

  /** It is said, or is nothing any more. What the others saw of it is taken back by the next `tell`. */
  end(): void {
    this.#letters.cancel();
    this.#text = '';
    this.store.update({ isResting: false });
  }

  /** The meeting is over for this person. */
  clear(): void {
    this.end();
    this.#tellNoMore();
    this.#told = '';
  }

  /** Tells the others what they may see, unless they were told. */
  tell(): void {
    const text = this.#shown;
    if (text === this.#told) {
      return;
    }
    this.#tellNoMore();
    if (this.send({ kind: 'typing', text })) {
      this.#told = text;
    }
    if (text !== '') {
      this.#again = AGAIN_MS.map((ms) => setTimeout(() => this.#tellAgain(text), ms));
    }
  }

  get #shown(): string {
    const { isLive, isResting } = this.store.get();
    return isLive && !isResting ? this.#text : '';
  }

  #tellAgain(text: string): void {
    if (this.#shown === text && this.send({ kind: 'typing', text })) {
      this.#told = text;
    }
  }

  #tellNoMore(): void {
    this.#again.forEach((timer) => clearTimeout(timer));
    this.#again = [];
  }
}
