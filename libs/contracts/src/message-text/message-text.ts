import type { Language } from '../language.js';
import type { MessageChannel, MessageKind } from '../words.js';

/**
 * What a text may leave a place for. There is none for the client or the service: a message is seen by others too.
 * `time` and `oldTime` of the visit, `inviter` the organisation, `link` the receiver's own, `forgottenOn` the day on which
 * the visit is forgotten.
 */
export const MESSAGE_PLACEHOLDERS = ['time', 'oldTime', 'inviter', 'link', 'forgottenOn'] as const;
export type MessagePlaceholder = (typeof MESSAGE_PLACEHOLDERS)[number];

/** One of the texts that an organisation may write itself. */
export interface MessageTextPlace {
  kind: MessageKind;
  channel: MessageChannel;
  language: Language;
}

/** What a message says. A text message has no subject. */
export interface MessageText {
  subject: string | null;
  body: string;
}

/** Most letters of a text, places not counted by what will stand there. */
export const MESSAGE_TEXT_MAX = { subject: 120, sms: 400, email: 2_000 } as const;

const WITHOUT_LINK: readonly MessageKind[] = ['cancellation', 'removal'];
const WITH_OLD_TIME: readonly MessageKind[] = ['change'];

/** Whether messages of a kind bring the receiver's link: not what tells that it leads nowhere any more. */
export function bringsLink(kind: MessageKind): boolean {
  return !WITHOUT_LINK.includes(kind);
}

/** The places that texts of a kind may have, and those that the text cannot do without. */
export function placeholdersOf(kind: MessageKind): {
  allowed: MessagePlaceholder[];
  needed: MessagePlaceholder[];
} {
  const hasLink = bringsLink(kind);
  return {
    allowed: MESSAGE_PLACEHOLDERS.filter(
      (name) =>
        (name !== 'link' || hasLink) && (name !== 'oldTime' || WITH_OLD_TIME.includes(kind)),
    ),
    needed: [
      ...(kind === 'come-in' ? [] : (['time'] as const)),
      ...(hasLink ? (['link'] as const) : []),
    ],
  };
}

const PLACEHOLDER = /\{(\w+)\}/g;

/** The places in a text, by what stands between braces. */
export function placesIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '');
}

/** Puts values into the places of a text. What is put in is not looked at again. A place without a value stays empty. */
export function filledIn(
  text: string,
  values: Partial<Record<MessagePlaceholder, string>>,
): string {
  return text.replaceAll(
    PLACEHOLDER,
    (_, name: string) => values[name as MessagePlaceholder] ?? '',
  );
}
