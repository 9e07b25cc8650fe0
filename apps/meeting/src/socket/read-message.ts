import { AppError, fits } from '@tapaamo/common';
import {
  SIGNALLING_REQUESTS,
  type SignallingAck,
  type SignallingRequest,
} from '@tapaamo/contracts';
import { judgeJson } from './plain-json.js';

/** Answers a message. Given by socket.io; works once. */
export type Acknowledge = (ack: SignallingAck<SignallingRequest>) => void;

/** A message as it came: its name, what it holds, and the way to answer it. */
export interface ReceivedMessage {
  event: unknown;
  bodies: unknown[];
  /** Missing when the sender wants no answer, which none of our pages does. */
  acknowledge: Acknowledge | null;
}

/** Body of a request as its schema gives it. */
export type RequestBody<R extends SignallingRequest> = ReturnType<
  (typeof SIGNALLING_REQUESTS)[R]['body']['parse']
>;

/** Takes a packet of socket.io apart. Never throws. */
export function receiveMessage(packet: readonly unknown[]): ReceivedMessage {
  const last = packet.at(-1);
  const isAcknowledged = packet.length > 1 && typeof last === 'function';
  return {
    event: packet[0],
    bodies: packet.slice(1, isAcknowledged ? -1 : undefined),
    acknowledge: isAcknowledged ? (last as Acknowledge) : null,
  };
}

/** The request that a message names; `undefined` for any other name. */
export function requestNamed(event: unknown): SignallingRequest | undefined {
  return typeof event === 'string' && Object.hasOwn(SIGNALLING_REQUESTS, event)
    ? (event as SignallingRequest)
    : undefined;
}

/**
 * Checks the body of a request.
 *
 * @throws MessageTooLargeError (`request.too-large`) or MessageInvalidError (`request.invalid`).
 */
export function readBody<R extends SignallingRequest>(
  event: R,
  bodies: readonly unknown[],
): RequestBody<R> {
  const verdict = bodies.length === 1 ? judgeJson(bodies[0]) : 'not-plain';
  if (verdict === 'too-large') {
    throw new MessageTooLargeError();
  }
  const body = verdict === 'plain' ? fits(SIGNALLING_REQUESTS[event].body, bodies[0]) : null;
  if (body === null) {
    throw new MessageInvalidError();
  }
  return body as RequestBody<R>;
}

/** A message does not fit any request (`request.invalid`). */
export class MessageInvalidError extends AppError {
  constructor() {
    super('request.invalid');
  }
}

/** A message holds more than any request needs (`request.too-large`). */
export class MessageTooLargeError extends AppError {
  constructor() {
    super('request.too-large');
  }
}

/** Messages come faster than any page sends them (`request.too-many`). */
export class TooManyMessagesError extends AppError {
  constructor() {
    super('request.too-many');
  }
}
