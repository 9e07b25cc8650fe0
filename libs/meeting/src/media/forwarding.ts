import { AppError } from '@tapaamo/common';
import { ERROR_CODES } from '@tapaamo/contracts';
import { MediaObjectMissingError } from '@tapaamo/media';
import type { Seat } from '../seat/seat.js';
import {
  describeReceived,
  type AcceptedCapabilities,
  type ReceivedSource,
  type SeatMedia,
  type SentSource,
} from './seat-media.js';

/** First pause before a source that could not be forwarded is tried again, in milliseconds; it doubles. */
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;

/**
 * A source on its way from who sends it to somebody else of the same meeting. `Company` makes them, so nobody receives
 * from or is received by somebody who is not in the list that everyone sees.
 */
export interface Way {
  readonly sent: SentSource;
  readonly from: Seat;
  readonly to: Seat;
  /** Whether anything may go this way now (`mayReach`). */
  readonly isOpen: () => boolean;
}

/**
 * Prepares one source for one receiver, paused, for the answer to a join.
 *
 * @returns Null when there is nothing to add: this browser cannot decode it, or the source or the receiver is gone by now.
 */
export async function forward(way: Way): Promise<ReceivedSource | null> {
  return await receive(way, true);
}

/**
 * Prepares one source for one receiver, paused, and tells them. What fails for now is tried again until it works:
 * nobody else would, and a participant would be without sound.
 *
 * @param failed - Told of every failure.
 */
export async function offerSource(way: Way, failed: (error: unknown) => void): Promise<void> {
  const { sent, to, isOpen } = way;
  const { media } = to;
  const { id } = sent.producer;
  const isWanted = () =>
    media !== null &&
    to.media === media &&
    isOpen() &&
    !sent.producer.closed &&
    !media.isComing(id);
  const attempt = async () => {
    const received = await receive(way, false);
    if (media !== null && received !== null && !media.isInAnswer(id)) {
      tellWhile(media, to, () => to.tell('consumerCreated', describeReceived(received)));
    }
  };
  await untilItWorks(attempt, isWanted, failed);
}

/**
 * Tries again what fails for now, for as long as it is wanted. Never fails.
 *
 * @param failed - Told of every failure.
 */
export async function untilItWorks(
  act: () => Promise<void>,
  isWanted: () => boolean,
  failed: (error: unknown) => void,
): Promise<void> {
  for (let attempt = 0; isWanted(); attempt += 1) {
    try {
      await act();
      return;
    } catch (error) {
      failed(error);
      if (!mayPass(error)) {
        return;
      }
      await pause(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt));
    }
  }
}

/** Whether trying again a moment later can succeed. */
export function mayPass(error: unknown): boolean {
  return error instanceof AppError && ERROR_CODES[error.code].retriable;
}

async function receive(way: Way, isInAnswer: boolean): Promise<ReceivedSource | null> {
  const { media } = way.to;
  if (media === null || media.capabilities === null) {
    return null;
  }
  const { capabilities } = media;
  return await media.receive(way.sent.producer.id, isInAnswer, {
    prepare: () => prepare(way, media, capabilities),
    isOpen: way.isOpen,
  });
}

async function prepare(
  { sent, from, to, isOpen }: Way,
  media: SeatMedia,
  capabilities: AcceptedCapabilities,
): Promise<ReceivedSource | null> {
  const producerId = sent.producer.id;
  try {
    const consumer = await media.participant.consume(producerId, capabilities);
    if (consumer === null || to.media !== media || !isOpen()) {
      consumer?.close();
      return null;
    }
    consumer.once('closed', () => {
      media.release(producerId);
      tellWhile(media, to, () => to.tell('consumerClosed', { consumerId: consumer.id }));
    });
    consumer.on('paused', () =>
      tellWhile(media, to, () => to.tell('consumerPaused', { consumerId: consumer.id })),
    );
    consumer.on('resumed', () =>
      tellWhile(media, to, () => to.tell('consumerResumed', { consumerId: consumer.id })),
    );
    return { consumer, fromParticipantId: from.participantId, source: sent.source };
  } catch (error) {
    if (error instanceof MediaObjectMissingError) {
      return null;
    }
    throw error;
  }
}

/** Facts about media that was built anew in the meantime concern nobody. */
function tellWhile(media: SeatMedia, seat: Seat, tell: () => void): void {
  if (seat.media === media) {
    tell();
  }
}

/** Keeps no process alive. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
