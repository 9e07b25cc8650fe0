import { z } from 'zod';

/** Longest text of one message, in UTF-16 units; more is written in several. */
export const TEXT_LENGTH_MAX = 1_000;

/** Signs that no text needs and that change how what stands beside it is read: controls, and turns of direction. */
const DISTURBING = /(?!\n)[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

const text = z
  .string()
  .max(TEXT_LENGTH_MAX)
  .transform((written) => written.replaceAll(DISTURBING, ''));

/**
 * What participants write to each other while they meet, over data channels from browser to browser through the node. It
 * is kept nowhere: who was not there when it was written never sees it.
 *
 * `said` is a finished message. `typing` is what somebody writes just now, letter by letter, each time as a whole
 * (real-time text, EN 301 549 6.2); empty when they took it all back.
 */
export const textMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('said'), text }),
  z.strictObject({ kind: z.literal('typing'), text }),
]);
export type TextMessage = z.infer<typeof textMessageSchema>;

/** A message as it goes over a data channel. */
export function writeTextMessage(message: TextMessage): string {
  return JSON.stringify(message);
}

/** A message as it came over a data channel, from a browser that may send anything. @returns Null when it is none. */
export function readTextMessage(received: unknown): TextMessage | null {
  if (typeof received !== 'string') {
    return null;
  }
  try {
    return textMessageSchema.safeParse(JSON.parse(received)).data ?? null;
  } catch {
    return null;
  }
}
