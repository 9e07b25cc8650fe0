import type { ErrorCode, FieldProblem } from '@tapaamo/contracts';
import { z } from 'zod';
import type { IncomingMessage } from './message-store.js';

/** Ten parts of a concatenated text message (3GPP TS 23.040). */
const TEXT_MAX = 1600;

/** `POST /sms`: the form of Tapaamo's SMS gateway. `to` in E.164. */
const smsSchema = z.strictObject({
  id: z
    .string()
    .max(64)
    .regex(/^[\w.:-]+$/),
  /** Sender's name. */
  from: z.string().max(11).optional(),
  to: z.string().regex(/^\+[1-9]\d{6,14}$/),
  text: z.string().min(1).max(TEXT_MAX),
  /** For how long it is worth delivering; here every message arrives at once. */
  validSeconds: z.number().int().min(1).optional(),
  /** By which the sender wants to hear what became of the message. */
  reference: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
});

/** What a body is: a message, with what its receipt is to name, or the fields that are wrong. */
export type SmsRequest =
  | { message: IncomingMessage; reference: string | undefined; problems?: never }
  | { message?: never; problems: FieldProblem[] };

/** Reads the body of a request to the gateway. */
export function parseSms(body: string): SmsRequest {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { problems: [{ field: 'body', code: 'field.invalid' }] };
  }
  const parsed = smsSchema.safeParse(value);
  if (!parsed.success) {
    return { problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, value)) };
  }
  const { reference, validSeconds: _ignored, ...message } = parsed.data;
  return { message: { channel: 'sms', subject: '', ...message }, reference };
}

function problemsOf(issue: z.core.$ZodIssue, value: unknown): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((field) => ({ field, code: 'field.unknown' }));
  }
  const [field] = issue.path;
  return field === undefined
    ? [{ field: 'body', code: 'field.invalid' }]
    : [{ field: String(field), code: codeOf(issue, value, field) }];
}

function codeOf(issue: z.core.$ZodIssue, value: unknown, field: PropertyKey): ErrorCode {
  if ((value as Record<PropertyKey, unknown>)[field] === undefined) {
    return 'field.missing';
  }
  return issue.code === 'too_big' ? 'field.too-long' : 'field.invalid';
}
