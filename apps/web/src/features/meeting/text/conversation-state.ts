import type { OtherParticipant } from '../connection/meeting-state.js';

/**
 * How far an own message is: there is no way to the others yet, or somebody came before there was one, and then the person
 * sends it anew or not at all.
 */
export type Sending = 'sent' | 'waiting' | 'held';

/** One finished message. */
export interface WrittenMessage {
  readonly number: number;
  /** Undefined when it is one's own. */
  readonly from: OtherParticipant | undefined;
  readonly text: string;
  /** When it was written or came, in milliseconds. */
  readonly at: number;
  readonly sending: Sending;
  /** Who could be reached when it was written or came. */
  readonly meantFor: ReadonlySet<string>;
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
  /** Whether they do not see these for all that, because somebody came while they were typed. */
  readonly isResting: boolean;
}

/** Nothing has been written. */
export const NOTHING_WRITTEN: ConversationState = {
  messages: [],
  typing: [],
  unread: 0,
  isShown: false,
  isLive: false,
  isResting: false,
};
