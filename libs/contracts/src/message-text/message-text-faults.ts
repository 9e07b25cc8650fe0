import type { ErrorCode } from '../error-codes.js';
import { isPlain } from '../plain-text.js';
import { holdsIdentityCode } from '../told-too-much.js';
import {
  MESSAGE_TEXT_MAX,
  placeholdersOf,
  placesIn,
  type MessagePlaceholder,
  type MessageText,
  type MessageTextPlace,
} from './message-text.js';

/** What is wrong with a text, and where. */
export interface MessageTextFault {
  field: 'subject' | 'body';
  code: ErrorCode;
}

/** What would be an element or an entity of HTML, were it read as such. */
const MARKUP = /[<>]|&(?:#|\w+;)/;

/**
 * What telephones and mail programs make a link of: a scheme, an address of mail, a number of a host, and words with a full
 * stop between them and no space. The only address in a message is the receiver's own link.
 */
const ADDRESS =
  /:\/\/|@|\bwww\b|[\p{L}\d][.\u3002\uFF0E\uFF61\u2024]\p{L}{2}|\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}|\b(?:javascript|data|tel|sms|mailto):\S/iu;

/** The one abbreviation of ours that looks like the name of a host. */
const FOR_EXAMPLE = /\bt\.ex\b/giu;

/** Telephones take what touches a link for a part of it, and it leads nowhere. */
const TOUCHED_LINK = /\S\{link\}|\{link\}\S/;

/** What a text is held to. */
interface Rule {
  code: ErrorCode;
  isBroken: (text: string) => boolean;
}

const RULES: readonly Rule[] = [
  { code: 'field.missing', isBroken: (text) => text.trim() === '' },
  { code: 'field.invalid', isBroken: (text) => !text.split('\n').every(isPlain) },
  { code: 'field.identity-code', isBroken: holdsIdentityCode },
  { code: 'message-text.markup', isBroken: (text) => MARKUP.test(text) },
  {
    code: 'message-text.address',
    isBroken: (text) => ADDRESS.test(text.replaceAll(FOR_EXAMPLE, '')),
  },
];

/** A subject is shown on locked telephones: it has no link, and one line, or mail programs would read the second as a header. */
const RULES_OF_SUBJECTS: readonly Rule[] = [
  ...RULES,
  { code: 'field.too-long', isBroken: (text) => text.length > MESSAGE_TEXT_MAX.subject },
  { code: 'field.invalid', isBroken: (text) => text.includes('\n') },
  { code: 'message-text.placeholder-unknown', isBroken: (text) => /[{}]/.test(text) },
];

/**
 * Everything that keeps a text from being an organisation's own: places that are missing or unknown, markup, addresses,
 * identity codes, hidden signs, too many letters.
 */
export function messageTextFaults(
  { kind, channel }: Pick<MessageTextPlace, 'kind' | 'channel'>,
  { subject, body }: MessageText,
): MessageTextFault[] {
  const longest = MESSAGE_TEXT_MAX[channel];
  const ofBody = faultsOf('body', body, [
    ...RULES,
    { code: 'field.too-long', isBroken: (text) => text.length > longest },
    ...rulesOfPlaces(kind),
  ]);
  if (channel === 'email') {
    return [...ofBody, ...faultsOf('subject', subject ?? '', RULES_OF_SUBJECTS)];
  }
  return subject === null ? ofBody : [...ofBody, { field: 'subject', code: 'field.invalid' }];
}

function faultsOf(
  field: MessageTextFault['field'],
  text: string,
  rules: readonly Rule[],
): MessageTextFault[] {
  const codes = rules.filter(({ isBroken }) => isBroken(text)).map(({ code }) => code);
  return [...new Set(codes)].map((code) => ({ field, code }));
}

function rulesOfPlaces(kind: MessageTextPlace['kind']): Rule[] {
  const { allowed, needed } = placeholdersOf(kind);
  const lacks = (name: MessagePlaceholder) => (text: string) =>
    needed.includes(name) && !placesIn(text).includes(name);
  const isUnknown = (text: string) =>
    placesIn(text).some((name) => !allowed.some((one) => one === name)) ||
    /[{}]/.test(text.replaceAll(/\{\w+\}/g, ''));
  return [
    { code: 'message-text.link-missing', isBroken: lacks('link') },
    { code: 'message-text.link-alone', isBroken: (text) => TOUCHED_LINK.test(text) },
    { code: 'message-text.time-missing', isBroken: lacks('time') },
    { code: 'message-text.placeholder-unknown', isBroken: isUnknown },
  ];
}
