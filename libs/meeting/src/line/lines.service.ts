import { Injectable } from '@nestjs/common';
import { Logger } from '@tapaamo/logging';
import type { Meeting } from '../meeting.js';
import type { Place } from '../media/place.js';
import type { SeatMedia } from '../media/seat-media.js';
import type { Seat } from '../seat/seat.js';
import type { LineMeasure, LineReport } from './seat-line.js';
import { tellLine } from './tell-line.js';

/** What participants and the node know of the lines, and what follows: who is told, and which pictures wait. */
@Injectable()
export class Lines {
  constructor(private readonly logger: Logger) {}

  /** Takes what a participant's browser tells of their own line. */
  report({ meeting, seat }: Place, report: LineReport): void {
    if (seat.line.report(report)) {
      tellLine(meeting, seat);
    }
  }

  /** Tells who has joined, or joined again after a lost line, whose line is not well and who speaks. */
  joined({ meeting, seat }: Place): void {
    meeting.seats
      .admitted()
      .filter(({ line }) => !line.isWell)
      .forEach((one) => tellLine(meeting, one, [seat]));
    meeting.speaker.tell(seat);
  }

  /** Looks at the way to every participant of a meeting, and holds pictures back or lets them flow. */
  look(meeting: Meeting, nowMs: number): void {
    for (const seat of meeting.seats.admitted()) {
      const { media, line } = seat;
      if (media !== null) {
        if (line.measure(measureOf(media), nowMs)) {
          tellLine(meeting, seat);
        }
        this.#hold(meeting, seat, media);
      }
    }
  }

  #hold({ visit: { visitId } }: Meeting, { participantId, line }: Seat, media: SeatMedia): void {
    media.holdPictures(line.holdsBack).catch((error: unknown) => {
      // Looked at again in half a second.
      this.logger.warn('meeting.pictures-not-held', { visitId, participantId }, error);
    });
  }
}

function measureOf({ wantsPictures, participant, losesSent }: SeatMedia): LineMeasure {
  const bitsPerSecond = participant.transports.receive.availableBitrate;
  return { isPictureWanted: wantsPictures, bitsPerSecond, losesSent };
}
