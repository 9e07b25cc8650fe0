import { Injectable } from '@nestjs/common';
import { isHeard } from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import type { ReceivedText } from '@tapaamo/media';
import { ListenOnlyError, NotAdmittedError } from '../meeting.errors.js';
import type { Meeting } from '../meeting.js';
import type { Seat } from '../seat/seat.js';
import { untilItWorks } from './forwarding.js';
import { mediaOf, othersThan, type Place } from './place.js';

/**
 * What participants write to each other: a data channel from each, passed on to all others. The node neither reads nor
 * keeps it.
 */
@Injectable()
export class TextRequests {
  constructor(private readonly logger: Logger) {}

  /**
   * Begins to pass on what a participant writes; the channel they wrote through before ends.
   *
   * @returns Id of the channel, for their browser.
   * @throws NotAdmittedError; ListenOnlyError (`meeting.listen-only`) for who looks on; MediaDescriptionInvalidError
   */
  async produce({ meeting, seat }: Place, sctpStreamParameters: unknown): Promise<string> {
    const media = mediaOf(seat);
    if (!isHeard(seat.role)) {
      throw new ListenOnlyError();
    }
    const text = await media.write(() => media.participant.produceText(sctpStreamParameters));
    if (seat.media !== media || !seat.isAdmitted) {
      text.close();
      throw new NotAdmittedError();
    }
    othersThan(seat, meeting).forEach((to) => this.#passOn(meeting, seat, to));
    return text.id;
  }

  /** Tells who has joined, or joined again after a lost line, what the others write. */
  joined({ meeting, seat }: Place): void {
    othersThan(seat, meeting).forEach((from) => this.#passOn(meeting, from, seat));
  }

  /** Nobody waits for it. */
  #passOn(meeting: Meeting, from: Seat, to: Seat): void {
    const { media } = to;
    const text = from.media?.text ?? null;
    if (text === null || media === null || media.capabilities === null) {
      return;
    }
    const isWanted = () => to.media === media && from.media?.text === text;
    const attempt = async () => {
      const received = await media.receiveText(text.id, () =>
        media.participant.consumeText(text.id),
      );
      if (isWanted() && to.isAdmitted && from.isAdmitted) {
        to.tell('textCreated', describe(received, from));
      }
    };
    void untilItWorks(attempt, isWanted, (error) => {
      const { visitId } = meeting.visit;
      const { participantId } = to;
      this.logger.warn('meeting.text-not-forwarded', { visitId, participantId }, error);
    });
  }
}

function describe({ id, textProducerId, sctpStreamParameters }: ReceivedText, from: Seat) {
  return {
    textConsumerId: id,
    textProducerId,
    participantId: from.participantId,
    sctpStreamParameters: { ...sctpStreamParameters },
  };
}
