import type { Clock } from '@tapaamo/common';
import type { MessageChannel } from '@tapaamo/contracts';

/** Most messages that are kept; the oldest go first. */
const MESSAGES_MAX = 500;

/** How long a message is kept after its receipt, in milliseconds: the days an operator keeps its own records. */
const KEPT_MS = 31 * 24 * 3600 * 1000;

/** A message as it came in. */
export interface IncomingMessage {
  /** The sender's id; the same id again on the same channel is the same message. */
  id: string;
  channel: MessageChannel;
  to: string;
  /** Empty for a text message. */
  subject: string;
  text: string;
}

/** A message that is kept. */
export interface CaughtMessage extends IncomingMessage {
  receivedAt: Date;
}

/** The caught messages. In memory only. */
export class MessageStore {
  #messages: CaughtMessage[] = [];
  #revision = 0;

  constructor(private readonly clock: Clock) {}

  /** Changes whenever the list does. */
  get revision(): number {
    this.forgetOld();
    return this.#revision;
  }

  /** Keeps a message. @returns False when it was there already. */
  add(message: IncomingMessage): boolean {
    const { id, channel } = message;
    if (this.#messages.some((kept) => kept.id === id && kept.channel === channel)) {
      return false;
    }
    const caught = { ...message, receivedAt: this.clock.now() };
    this.#replace([caught, ...this.#messages].slice(0, MESSAGES_MAX));
    return true;
  }

  /** Newest first. */
  list(): readonly CaughtMessage[] {
    this.forgetOld();
    return this.#messages;
  }

  /** Forgets the messages with these ids: their visits are forgotten. */
  forget(ids: readonly string[]): void {
    const kept = this.#messages.filter(({ id }) => !ids.includes(id));
    if (kept.length < this.#messages.length) {
      this.#replace(kept);
    }
  }

  clear(): void {
    this.#replace([]);
  }

  /** Forgets what is 31 days old. Every look does so too; a timer makes sure of it when nobody looks. */
  forgetOld(): void {
    const oldest = this.clock.nowMs() - KEPT_MS;
    const kept = this.#messages.filter(({ receivedAt }) => receivedAt.getTime() > oldest);
    if (kept.length < this.#messages.length) {
      this.#replace(kept);
    }
  }

  #replace(messages: CaughtMessage[]): void {
    this.#messages = messages;
    this.#revision += 1;
  }
}
