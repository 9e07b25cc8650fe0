import { LANGUAGES, type Language, type LocalisedText } from '../language.js';
import type { MessageChannel, MessageKind } from '../words.js';
import { SENTENCES, defaultMessageText } from './default-texts.js';
import { filledIn, type MessagePlaceholder, type MessageText } from './message-text.js';

/** What a message about a visit tells. It names neither the client nor the service: others may see it. */
export interface ToldVisit {
  kind: MessageKind;
  /** Name of the organisation; null for a discreet service, whose messages do not tell who invites. */
  inviter: LocalisedText | null;
  /** Languages of the message. */
  languages: readonly Language[];
  startsAt: Date;
  /** Of a change, the time that the receiver was told before; null when nobody knows which that was. */
  oldStartsAt: Date | null;
  /** When the visit is forgotten. */
  forgottenAt: Date;
  /** The receiver's own link. A cancellation and a removal have none: it leads nowhere any more. */
  link: string | null;
}

/** Texts that an organisation wrote itself for one kind and way, by language. */
export type OwnTexts = ReadonlyMap<Language, MessageText>;

/** Message as it goes out. The subject is empty where there is none. */
export interface ComposedMessage {
  subject: string;
  text: string;
}

const LOCALES: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };
const TIME_ZONE = 'Europe/Helsinki';
const NOT: LocalisedText = { fi: 'ei', sv: 'inte', en: 'not' };

/** The month as a word where numbers would leave open which is the day (English: 02/07) or read oddly (Swedish). */
const monthIn = (language: Language) => (language === 'fi' ? 'numeric' : 'long');

/**
 * What a message says, in each of its languages. The organisation's own texts are used where there are any, except for a
 * discreet service: they may name whom they come from, so the neutral texts are.
 */
export function composeMessage(
  channel: MessageChannel,
  told: ToldVisit,
  own: OwnTexts = new Map(),
): ComposedMessage {
  const languages = LANGUAGES.filter((language) => told.languages.includes(language));
  const usable = told.inviter === null ? new Map<Language, MessageText>() : own;
  const isOurs = languages.every((language) => !usable.has(language));
  if (channel === 'sms' && isOurs && languages.length > 1) {
    return { subject: '', text: compactText(told, languages) };
  }
  const parts = languages.map((language) => textIn(language, channel, told, usable));
  const texts = parts.map(({ body }, index) => {
    const language = languages[index] ?? 'fi';
    return filledIn(body, valuesIn(language, channel, told));
  });
  const link = told.link ?? '';
  const subjects = parts.map(({ subject }) => subject ?? '');
  return {
    subject: channel === 'sms' ? '' : [...new Set(subjects)].join(' – '),
    text: `${joined(texts, link)}${channel === 'sms' ? '' : '\n'}`,
  };
}

function textIn(
  language: Language,
  channel: MessageChannel,
  { kind, inviter, oldStartsAt }: ToldVisit,
  own: OwnTexts,
): MessageText {
  const text = own.get(language);
  const isUsable = text !== undefined && (oldStartsAt !== null || !text.body.includes('{oldTime}'));
  const leftOut = { inviter: inviter === null, oldTime: oldStartsAt === null };
  return isUsable ? text : defaultMessageText({ kind, channel, language }, leftOut);
}

function valuesIn(
  language: Language,
  channel: MessageChannel,
  { inviter, startsAt, oldStartsAt, forgottenAt, link }: ToldVisit,
): Partial<Record<MessagePlaceholder, string>> {
  const time = channel === 'sms' ? shortTime : longTime;
  return {
    time: time(startsAt, language),
    oldTime: oldStartsAt === null ? '' : time(oldStartsAt, language),
    inviter: inviter?.[language] ?? '',
    link: link ?? '',
    forgottenOn: forgottenAt.toLocaleDateString(LOCALES[language], {
      timeZone: TIME_ZONE,
      day: 'numeric',
      month: monthIn(language),
      year: 'numeric',
    }),
  };
}

/**
 * One text for all languages. A link with which every one begins or ends stands once: at the beginning when all begin with
 * it, otherwise at the end, because a text that ended with it leads up to it.
 */
function joined(texts: readonly string[], link: string): string {
  const rests = texts.map((text) => withoutLinkAtEnds(text, link));
  if (link === '' || texts.length === 1 || texts.some((text, index) => text === rests[index])) {
    return texts.join('\n\n');
  }
  const isFirst = texts.every((text) => text.startsWith(link));
  const told = rests.filter((rest) => rest !== '');
  return (isFirst ? [link, ...told] : [...told, link]).join('\n\n');
}

/** Whatever stands between a link and the text, a space or a line break, goes with the link. */
function withoutLinkAtEnds(text: string, link: string): string {
  const trimmed = text.trim();
  const begun = trimmed.startsWith(link) ? trimmed.slice(link.length).trimStart() : trimmed;
  return begun.endsWith(link) ? begun.slice(0, begun.length - link.length).trimEnd() : begun;
}

/** Our text message in several languages: what is the same in all of them stands once. */
function compactText(
  { kind, inviter, startsAt, oldStartsAt, link }: ToldVisit,
  languages: readonly Language[],
): string {
  const [first = 'fi'] = languages;
  const when = shortTime(startsAt, first);
  const names = [...new Set(languages.flatMap((language) => inviter?.[language] ?? []))];
  const not = languages.map((language) => NOT[language]).join(' / ');
  const isChange = kind === 'change' && oldStartsAt !== null;
  return [
    languages.map((language) => SENTENCES[kind][language].heading).join(' / '),
    names.length === 0 ? when : `${when}, ${names.join(' / ')}`,
    ...(isChange ? [`(${not} ${shortTime(oldStartsAt, first)})`] : []),
    ...(link === null ? [] : [link]),
  ].join('\n');
}

function shortTime(instant: Date, language: Language): string {
  return instant.toLocaleString(LOCALES[language], {
    timeZone: TIME_ZONE,
    day: 'numeric',
    month: monthIn(language),
    hour: 'numeric',
    minute: '2-digit',
  });
}

function longTime(instant: Date, language: Language): string {
  return instant.toLocaleString(LOCALES[language], {
    timeZone: TIME_ZONE,
    weekday: 'long',
    day: 'numeric',
    month: monthIn(language),
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
}
