import {
  changeMessageTextRequestSchema,
  defaultMessageText,
  messageTextFaults,
  type ChangeMessageTextRequest,
  type ErrorCode,
  type FieldProblem,
  type MessageTextPlace,
  type MessageTexts,
  type OwnTexts,
} from '@tapaamo/contracts';
import { issuesOf } from '../../../forms/issues.js';

/** One text as it was saved; version 0 and no body where it never was. */
export type SavedText = Pick<MessageTexts['texts'][number], 'subject' | 'body' | 'version'>;

/** The form as it is written. A text message has an empty subject. */
export interface MessageTextValues {
  subject: string;
  body: string;
}

/** The text of a place among those that were ever changed. */
export function savedTextOf({ texts }: MessageTexts, place: MessageTextPlace): SavedText {
  const found = texts.find(
    ({ kind, channel, language }) =>
      kind === place.kind && channel === place.channel && language === place.language,
  );
  return found ?? { subject: null, body: null, version: 0 };
}

/** Tapaamo's own text, as the form shows it. */
export function ourValuesOf(place: MessageTextPlace): MessageTextValues {
  const { subject, body } = defaultMessageText(place);
  return { subject: subject ?? '', body };
}

/** A saved text, as the form shows it. */
export function messageTextValuesOf(place: MessageTextPlace, saved: SavedText): MessageTextValues {
  const { subject, body } = saved;
  return body === null ? ourValuesOf(place) : { subject: subject ?? '', body };
}

/** What was written, as a request. Who writes what Tapaamo says anyway, has no text of their own. */
export function messageTextRequestOf(
  place: MessageTextPlace,
  { subject, body }: MessageTextValues,
  version: number,
): ChangeMessageTextRequest {
  const ours = ourValuesOf(place);
  const text = body.replaceAll('\r\n', '\n').trim();
  const isOurs = text === ours.body && subject.trim() === ours.subject;
  const ofMail = place.channel === 'email' ? subject.trim() : null;
  return isOurs
    ? { ...place, subject: null, body: null, version }
    : { ...place, subject: ofMail, body: text, version };
}

/** Checks what was written, by the contract's own schema. */
export function messageTextProblems(
  place: MessageTextPlace,
  values: MessageTextValues,
): FieldProblem[] {
  return issuesOf(changeMessageTextRequestSchema, messageTextRequestOf(place, values, 0));
}

/**
 * Everything that is wrong with a field.
 *
 * @param code - What the form or the server found first; alone where nobody but the server knows it.
 */
export function problemsOfField(
  place: MessageTextPlace,
  values: MessageTextValues,
  field: keyof MessageTextValues,
  code: ErrorCode,
): ErrorCode[] {
  const { subject, body } = messageTextRequestOf(place, values, 0);
  const faults = messageTextFaults(place, { subject, body: body ?? '' });
  const codes = faults.filter((fault) => fault.field === field).map((fault) => fault.code);
  return codes.includes(code) ? codes : [code];
}

/** The organisation's own texts of a place's kind and way, with what is being written in the place's language. */
export function ownTextsWith(
  { texts }: MessageTexts,
  place: MessageTextPlace,
  values: MessageTextValues,
): OwnTexts {
  const others = texts.filter(
    ({ kind, channel, language }) =>
      kind === place.kind && channel === place.channel && language !== place.language,
  );
  return new Map(
    [...others, messageTextRequestOf(place, values, 0)].flatMap(({ language, subject, body }) =>
      body === null ? [] : [[language, { subject, body }] as const],
    ),
  );
}
