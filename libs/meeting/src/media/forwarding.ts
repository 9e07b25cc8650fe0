import type { ConsumerDescription } from '@tapaamo/contracts';
import { MediaObjectMissingError } from '@tapaamo/media';
import type { Seat } from '../seat/seat.js';
import { describeReceived, type SeatMedia, type SentSource } from './seat-media.js';

/**
 * Prepares one source for one receiver, paused. Both are admitted and of the same meeting: the callers take them from its
 * seats, so nobody receives from or is received by somebody who is not in the list that everyone sees.
 *
 * @returns What the receiver's browser needs; `null` when there is nothing to add: it has the source or gets it from a
 *   call under way, cannot decode it, or the source or the receiver is gone by now.
 */
export async function forward(
  sent: SentSource,
  from: Seat,
  to: Seat,
): Promise<ConsumerDescription | null> {
  const media = to.media;
  const producerId = sent.producer.id;
  if (media === null || media.capabilities === null || !media.reserve(producerId)) {
    return null;
  }
  try {
    const consumer = await media.participant.consume(producerId, media.capabilities);
    if (consumer === null || to.media !== media || !to.isAdmitted || !from.isAdmitted) {
      consumer?.close();
      media.release(producerId);
      return null;
    }
    const received = { consumer, fromParticipantId: from.participantId, source: sent.source };
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
    media.addReceived(received);
    return describeReceived(received);
  } catch (error) {
    media.release(producerId);
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
