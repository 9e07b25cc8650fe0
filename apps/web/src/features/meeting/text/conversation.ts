import type { TextMessage } from '@tapaamo/contracts';
import { Store } from '../../../media/store.js';
import { now } from '../../../time/clock.js';
import type { OtherParticipant } from '../connection/meeting-state.js';
import { Seldom } from '../connection/seldom.js';

/** So many messages are shown at most; the oldest make way. */
const MOST_MESSAGES = 500;

/** Letters go to the others at most so often, in milliseconds (ITU-T T.140: within 500). */
const BETWEEN_LETTERS_MS = 200;

/**
 * Letters are told again so long after the last of them, in milliseconds: whose page was still setting up its end heard
 * nothing, and sees them without one more letter. Finished messages are not: they must come once.
 */
const AGAIN_MS = [1_000, 3_000];

/** One finished message. */
export interface WrittenMessage {
  readonly number: number;
  /** Undefined when it is one's own. */
  readonly from: OtherParticipant | undefined;
  readonly text: string;
  /** When it was written or came, in milliseconds. */
  readonly at: number;
  /** False while there is no way to the others. */
  readonly isSent: boolean;
}

/** What somebody writes just now. */
export interface Typing {
  readonly from: OtherParticipant;
  readonly text: string;
}

/** What has been written while this person was there. */
export interface ConversationState {
  readonly messages: readonly WrittenMessage[];
  readonly typing: readonly Typing[];
  /** Messages of others since the person last looked. */
  readonly unread: number;
  /** Whether the person looks at it. */
  readonly isShown: boolean;
  /** Whether the others see letters as they are typed. */
  readonly isLive: boolean;
}

const NOTHING: ConversationState = {
  messages: [],
  typing: [],
  unread: 0,
  isShown: false,
  isLive: false,
};

/**
 * What is written in a meeting, as one person has it: in this page's memory and nowhere else. It outlives media that is
 * built anew, and is gone with the meeting.
 */
export class Conversation {
  readonly store = new Store<ConversationState>(NOTHING);
  #number = 0;
  #draft = '';
  #told = '';
  #again: ReturnType<typeof setTimeout>[] = [];
  readonly #letters = new Seldom(() => this.#tellDraft(), BETWEEN_LETTERS_MS);

  /** @param send - Gives a message to the others. Tells whether it is on its way. */
  constructor(private readonly send: (message: TextMessage) => boolean) {}

  /** Writes a finished message. What cannot go now waits until it can. */
  say(text: string): void {
    const said = text.trim();
    this.#draft = '';
    this.#letters.cancel();
    if (said !== '') {
      this.#add({ from: undefined, text: said, isSent: false });
      this.flush();
    }
    if (this.#told !== '') {
      this.#tellDraft();
    }
  }

  /** Notes what the person writes; the others see it letter by letter if the person wants that. */
  type(draft: string): void {
    this.#draft = draft;
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
      this.#draft = '';
      this.#tellDraft();
    }
  }

  /** Somebody comes: what was typed before them is not told again for their sake. */
  tellNoDraftAgain(): void {
    this.#again.forEach((timer) => clearTimeout(timer));
    this.#again = [];
  }

  /** The person looks at the conversation, or not any more. */
  setShown(isShown: boolean): void {
    this.store.update({ isShown, ...(isShown ? { unread: 0 } : {}) });
  }

  /** Somebody wrote. @returns The message if it is a finished one. */
  receive(from: OtherParticipant, message: TextMessage): WrittenMessage | undefined {
    const { typing, unread, isShown } = this.store.get();
    const others = typing.filter((one) => one.from.participantId !== from.participantId);
    if (message.kind === 'typing') {
      const { text } = message;
      this.store.update({ typing: text === '' ? others : [...others, { from, text }] });
      return undefined;
    }
    if (message.text.trim() === '') {
      return undefined;
    }
    this.store.update({ typing: others, unread: isShown ? 0 : unread + 1 });
    return this.#add({ from, text: message.text, isSent: true });
  }

  /** Somebody has gone: what they were writing goes with them, what they said stays. */
  forgetTyping(participantId: string): void {
    const { typing } = this.store.get();
    this.store.update({
      typing: typing.filter(({ from }) => from.participantId !== participantId),
    });
  }

  /** There is a way to the others again: what waited goes. */
  flush(): void {
    const { messages } = this.store.get();
    let isOpen = messages.some(({ isSent }) => !isSent);
    if (!isOpen) {
      return;
    }
    const sent = messages.map((message) => {
      // In their order: what cannot go holds back what was written after it.
      isOpen &&= message.isSent || this.send({ kind: 'said', text: message.text });
      return message.isSent || !isOpen ? message : { ...message, isSent: true };
    });
    this.store.update({ messages: sent });
  }

  /** The meeting is over for this person. */
  clear(): void {
    this.#letters.cancel();
    this.tellNoDraftAgain();
    this.#draft = '';
    this.#told = '';
    this.store.update(NOTHING);
  }

  #add(message: Omit<WrittenMessage, 'number' | 'at'>): WrittenMessage {
    const added = { ...message, number: (this.#number += 1), at: now() };
    const messages = [...this.store.get().messages, added].slice(-MOST_MESSAGES);
    this.store.update({ messages });
    return added;
  }

  #tellDraft(): void {
    if (this.#draft === this.#told) {
      return;
    }
    this.tellNoDraftAgain();
    const text = this.#draft;
    if (this.send({ kind: 'typing', text })) {
      this.#told = text;
    }
    if (text !== '') {
      this.#again = AGAIN_MS.map((ms) => setTimeout(() => this.#tellAgain(text), ms));
    }
  }

  #tellAgain(text: string): void {
    if (this.store.get().isLive && this.#draft === text && this.send({ kind: 'typing', text })) {
      this.#told = text;
    }
  }
}
