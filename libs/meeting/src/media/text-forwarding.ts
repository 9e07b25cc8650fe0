import type { ReceivedText } from '@tapaamo/media';
import type { Seat } from '../seat/seat.js';
import { untilItWorks } from './forwarding.js';

/** What a participant writes, on its way to another. */
export interface TextWay {
  readonly from: Seat;
  readonly to: Seat;
  /** Whether anything may go this way now. */
  readonly isOpen: () => boolean;
}

/**
 * Lets somebody read what another writes, and tells them. What fails for now is tried again until it works.
 *
 * @param failed - Told of every failure.
 */
export async function offerText(
  { from, to, isOpen }: TextWay,
  failed: (error: unknown) => void,
): Promise<void> {
  const { media } = to;
  const text = from.media?.text ?? null;
  if (text === null || media === null || media.capabilities === null) {
    return;
  }
  const isWanted = () => to.media === media && from.media?.text === text && isOpen();
  const attempt = async () => {
    const received = await media.reading.receive(text.id, from.participantId, () =>
      media.participant.consumeText(text.id),
    );
    if (!isWanted()) {
      media.reading.stop(text.id);
    } else if (!received.closed) {
      to.tell('textCreated', describe(received, from));
    }
  };
  await untilItWorks(attempt, isWanted, failed);
}

function describe({ id, textProducerId, sctpStreamParameters }: ReceivedText, from: Seat) {
  return {
    textConsumerId: id,
    textProducerId,
    participantId: from.participantId,
    sctpStreamParameters: { ...sctpStreamParameters },
  };
}
