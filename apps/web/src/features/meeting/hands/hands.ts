import type { Reaction } from '@tapaamo/contracts';
import { Store } from '../../../media/store.js';
import type { Ask } from '../connection/sender.js';

/** How long a reaction is shown. */
const SHOWN_MS = 6_000;

/** By whom the person's own reactions are shown to themselves. */
export const OWN = 'own';

/** A reaction that is shown now. */
export interface ShownReaction {
  /** Id of the participant, or `OWN`. */
  from: string;
  reaction: Reaction;
  /** Tells two of the same apart. */
  number: number;
}

/** Hands and reactions as they stand. */
export interface HandsState {
  /** Ids of the participants whose hands are up, the first who raised theirs first. */
  hands: readonly string[];
  reactions: readonly ShownReaction[];
}

/** Hands and reactions of the meeting, as the node tells of them; one's own are asked of it. */
export class Hands {
  readonly store = new Store<HandsState>({ hands: [], reactions: [] });
  #next = 0;

  constructor(private readonly ask: Ask) {}

  /** Takes what the node told. */
  set(hands: readonly string[]): void {
    this.store.update({ hands });
  }

  /** Whose place is gone has no hand up. */
  forget(participantId: string): void {
    const { hands } = this.store.get();
    if (hands.includes(participantId)) {
      this.set(hands.filter((id) => id !== participantId));
    }
  }

  /** Shows a reaction for a while; a newer one of the same person takes its place. */
  show(from: string, reaction: Reaction): void {
    const shown = { from, reaction, number: (this.#next += 1) };
    this.store.update({ reactions: [...this.#without((one) => one.from === from), shown] });
    setTimeout(() => {
      if (this.store.get().reactions.includes(shown)) {
        this.store.update({ reactions: this.#without((one) => one === shown) });
      }
    }, SHOWN_MS);
  }

  /** Raises or lowers the person's own hand. A lost line says so itself. */
  raise(raised: boolean): void {
    this.ask('raiseHand', { raised }).catch(() => undefined);
  }

  /** Lowers somebody else's hand. */
  lower(participantId: string): void {
    this.ask('lowerHand', { participantId }).catch(() => undefined);
  }

  /** Shows the others a reaction, and the person that it was sent. @returns Whether it was. */
  async react(reaction: Reaction): Promise<boolean> {
    try {
      await this.ask('react', { reaction });
    } catch {
      return false;
    }
    this.show(OWN, reaction);
    return true;
  }

  /** The person is not in the meeting any more. */
  clear(): void {
    this.store.update({ hands: [], reactions: [] });
  }

  #without(isGone: (one: ShownReaction) => boolean): readonly ShownReaction[] {
    return this.store.get().reactions.filter((one) => !isGone(one));
  }
}
