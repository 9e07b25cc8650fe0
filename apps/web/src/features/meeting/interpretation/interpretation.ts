import { Store } from '../../../media/store.js';
import { LISTENING, SPEAKING, type ListeningChoice, type Speaking } from './listening.js';

const STORED_AS = 'tapaamo-interpretation';

/** What the person chose: what they listen to, and, of an interpreter, to whom they speak. */
export interface InterpretationState extends ListeningChoice {
  speaking: Speaking;
}

/** Nobody has chosen: then nobody misses anything, and an interpreter speaks to all. */
const INITIAL: InterpretationState = { listening: 'both', channel: undefined, speaking: 'all' };

/** The person's choices about the interpretation, kept in the tab for the visit. */
export class Interpretation {
  readonly store = new Store<InterpretationState>(INITIAL);
  #ownId: string | undefined;

  /** @param changed - Told after every choice. */
  constructor(private readonly changed: () => void) {}

  /** Whose choices these are: in another visit everybody chooses anew. */
  belongTo(participantId: string): void {
    if (participantId !== this.#ownId) {
      this.#ownId = participantId;
      this.store.update(read(participantId));
      this.changed();
    }
  }

  /** Chooses something. */
  choose(choice: Partial<InterpretationState>): void {
    this.store.update(choice);
    if (this.#ownId !== undefined) {
      write(this.#ownId, this.store.get());
    }
    this.changed();
  }
}

function read(participantId: string): InterpretationState {
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORED_AS) ?? '{}') as Partial<
      Record<keyof InterpretationState | 'participantId', string>
    >;
    if (kept.participantId === participantId) {
      return {
        listening: LISTENING.find((one) => one === kept.listening) ?? INITIAL.listening,
        channel: kept.channel,
        speaking: SPEAKING.find((one) => one === kept.speaking) ?? INITIAL.speaking,
      };
    }
  } catch {
    // Storage can be closed by the browser's settings; then a reloaded page asks again.
  }
  return INITIAL;
}

function write(participantId: string, state: InterpretationState): void {
  try {
    sessionStorage.setItem(STORED_AS, JSON.stringify({ participantId, ...state }));
  } catch {
    // The same.
  }
}
