import { Injectable } from '@nestjs/common';
import { isHeard } from '@tapaamo/contracts';
import { ListenOnlyError, NotAdmittedError, TooMuchWrittenError } from '../meeting.errors.js';
import { mediaOf, type Place } from './place.js';

/**
 * What participants write to each other: a data channel from each, passed on to all others. The node neither reads nor
 * keeps it.
 */
@Injectable()
export class TextRequests {
  /**
   * Begins to pass on what a participant writes; the channel they wrote through before ends.
   *
   * @returns Id of the channel, for their browser.
   * @throws NotAdmittedError; ListenOnlyError (`meeting.listen-only`) for who looks on; TooMuchWrittenError
   * (`request.too-many`) for a minute after a flood; MediaDescriptionInvalidError
   */
  async produce({ meeting, seat }: Place, sctpStreamParameters: unknown): Promise<string> {
    const media = mediaOf(seat);
    if (!isHeard(seat.role)) {
      throw new ListenOnlyError();
    }
    if (meeting.isSilenced(seat.participantId)) {
      throw new TooMuchWrittenError();
    }
    const text = await media.write(() => media.participant.produceText(sctpStreamParameters));
    if (seat.media !== media || !seat.isAdmitted) {
      text.close();
      throw new NotAdmittedError();
    }
    const { company } = meeting;
    company.tellReaders();
    company.reachedBy(seat).forEach((to) => company.offerText(seat, to));
    return text.id;
  }

  /**
   * Notes that a browser has its end of what somebody writes, and tells the writer.
   *
   * @throws NotAdmittedError; SeatObjectMissingError (`meeting.object-missing`) for what is not theirs to read
   */
  read({ meeting, seat }: Place, textConsumerId: string): void {
    mediaOf(seat).reading.noteRead(textConsumerId);
    meeting.company.tellReaders();
  }

  /** Tells who has joined, or joined again after a lost line, what the others write, and who came meanwhile what they write. */
  joined({ meeting: { company }, seat }: Place): void {
    company.reaching(seat).forEach((from) => company.offerText(from, seat));
    company.reachedBy(seat).forEach((to) => company.offerText(seat, to));
  }
}
