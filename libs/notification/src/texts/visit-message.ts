import {
  composeMessage,
  type LocalisedText,
  type MessageChannel,
  type OwnTexts,
  type ToldVisit,
} from '@tapaamo/contracts';
import type { MessageContent } from '../outbox.service.js';

/** Who invites, and the names under which their messages come; null is the installation's own. */
export interface Inviter {
  name: LocalisedText;
  smsSender: string | null;
  mailSender: string | null;
}

/** What a message about a visit says, and under whose name. */
export interface VisitMessage extends Omit<ToldVisit, 'inviter'> {
  /** Null for a discreet service, whose messages do not tell who invites. */
  inviter: Inviter | null;
}

/** Senders that tell of nobody. */
const NEUTRAL = { sms: 'Tapaaminen', email: 'Etätapaaminen – Distansmöte' } as const;

/** A message as it is handed to its operator. @param own - Texts that the organisation wrote itself. */
export function visitMessage(
  channel: MessageChannel,
  { inviter, ...told }: VisitMessage,
  own?: OwnTexts,
): Pick<MessageContent, 'sender' | 'subject' | 'text'> {
  return {
    sender: inviter === null ? NEUTRAL[channel] : senderOf(channel, inviter),
    ...composeMessage(channel, { ...told, inviter: inviter?.name ?? null }, own),
  };
}

function senderOf(channel: MessageChannel, { smsSender, mailSender }: Inviter): string | null {
  return channel === 'sms' ? smsSender : mailSender;
}
