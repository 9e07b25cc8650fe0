import type { TextMessage } from '@tapaamo/contracts';
import { Store } from '../../../media/store.js';
import { now } from '../../../time/clock.js';
import type { OtherParticipant, Reached } from '../connection/meeting-state.js';
import {
  NOTHING_WRITTEN,
  type ConversationState,
  type Sending,
  type WrittenMessage,
} from './conversation-state.js';
import { Draft } from './draft.js';
import { Readiness } from './readiness.js';

/** So many messages are shown at most; the oldest make way. */
const MOST_MESSAGES = 500;

/**
 * What is written in a meeting, as one person has it: in this page's memory and nowhere else. It outlives media that is
 * built anew, and is gone with the meeting.
 */
export class Conversation {
  readonly store = new Store<ConversationState>(NOTHING_WRITTEN);
  #number = 0;
  #reached: ReadonlySet<string> = new Set();
  readonly #draft: Draft;
  readonly #readiness = new Readiness(() => this.flush());

  /** @param send - Gives a message to the others. Tells whether it is on its way. */
  constructor(private readonly send: (message: TextMessage) => boolean) {
    // Letters wait for nobody, but what a way that is being mended carries would reach who comes meanwhile.
    this.#draft = new Draft((it) => this.#readiness.hasChannel && send(it), this.store);
  }

  /** Writes a finished message. What cannot go now waits until it can. */
  say(text: string): void {
    const said = text.trim();
    this.#draft.end();
    if (said !== '') {
      this.#add({ from: undefined, text: said, sending: 'waiting' });
    }
    this.flush();
  }

  /** Sends a message after all that was held, as if it were written now. */
  sendHeld(number: number): void {
    const { messages } = this.store.get();
    const held = messages.find((message) => message.number === number);
    if (held?.sending === 'held') {
      this.store.update({ messages: messages.filter((message) => message !== held) });
      this.#add({ from: undefined, text: held.text, sending: 'waiting' });
      this.flush();
    }
  }

  /** Notes what the person writes; the others see it letter by letter if the person wants that. */
  type(draft: string): void {
    this.#draft.type(draft);
  }

  /** Lets the others see letters as they are typed, or not any more. */
  setLive(isLive: boolean): void {
    this.#draft.setLive(isLive);
  }

  /**
   * Notes whom the person reaches now. What was written and not sent was not written for who comes: they see nothing of
   * it unless the person sends it now.
   */
  setReached(reached: Reached): void {
    const { participantIds } = reached;
    const hasCome = participantIds.some((id) => !this.#reached.has(id));
    this.#reached = new Set(participantIds);
    if (hasCome) {
      this.#draft.rest();
      this.#hold();
    }
    this.#readiness.set(reached);
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
    return this.#add({ from, text: message.text, sending: 'sent' });
  }

  /** Somebody has gone: what they were writing goes with them, what they said stays. */
  forgetTyping(participantId: string): void {
    const { typing } = this.store.get();
    this.store.update({
      typing: typing.filter(({ from }) => from.participantId !== participantId),
    });
  }

  /** There is a way to the others again: what waited goes, once they are ready for it. */
  flush(): void {
    let isOpen = this.#readiness.isReached;
    this.#replaceWaiting((message) => {
      // In their order: what cannot go holds back what was written after it.
      isOpen &&= this.send({ kind: 'said', text: message.text });
      return isOpen ? 'sent' : 'waiting';
    });
    this.#draft.tell();
  }

  /** The meeting is over for this person. */
  clear(): void {
    this.#readiness.set({ participantIds: [], readers: undefined });
    this.#draft.clear();
    this.store.update(NOTHING_WRITTEN);
  }

  #hold(): void {
    const reached = [...this.#reached];
    this.#replaceWaiting(({ meantFor }) =>
      reached.every((id) => meantFor.has(id)) ? 'waiting' : 'held',
    );
  }

  #replaceWaiting(next: (message: WrittenMessage) => Sending): void {
    const { messages } = this.store.get();
    if (messages.some(({ sending }) => sending === 'waiting')) {
      const replaced = messages.map((message) =>
        message.sending === 'waiting' ? { ...message, sending: next(message) } : message,
      );
      this.store.update({ messages: replaced });
    }
  }

  #add(message: Pick<WrittenMessage, 'from' | 'text' | 'sending'>): WrittenMessage {
    const meantFor = this.#reached;
    const added = { ...message, meantFor, number: (this.#number += 1), at: now() };
    const messages = [...this.store.get().messages, added].slice(-MOST_MESSAGES);
    this.store.update({ messages });
    return added;
  }
}
