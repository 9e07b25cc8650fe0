import { Injectable } from '@nestjs/common';
import { isHeard, type Reaction } from '@tapaamo/contracts';
import type { Place } from '../media/place.js';
import { ListenOnlyError, NotAdmittedError, SeatObjectMissingError } from '../meeting.errors.js';
import type { Meeting } from '../meeting.js';
import type { Seat } from '../seat/seat.js';

/** Hands and reactions: told to who is there now, and gone with the seat. Whose they are, the seat says and nobody else. */
@Injectable()
export class HandRequests {
  /**
   * Raises or lowers the caller's own hand. One that is up keeps its place in the order.
   *
   * @throws NotAdmittedError; ListenOnlyError (`meeting.listen-only`) for who looks on
   */
  raise({ meeting, seat }: Place, raised: boolean): void {
    requireVoice(seat);
    if (raised !== (seat.handRaisedAt !== null)) {
      seat.handRaisedAt = raised ? performance.now() : null;
      tellAll(meeting);
    }
  }

  /**
   * Lowers somebody's hand. One that is down already is no error: they may have lowered it at the same moment.
   *
   * @throws SeatObjectMissingError (`meeting.object-missing`) for who is not there, and to all but professionals
   */
  lower({ meeting, seat }: Place, participantId: string): void {
    requireVoice(seat);
    const whose = meeting.seats.of(participantId);
    if (seat.role !== 'professional' || whose?.isAdmitted !== true) {
      throw new SeatObjectMissingError();
    }
    if (whose.handRaisedAt !== null) {
      whose.handRaisedAt = null;
      tellAll(meeting);
    }
  }

  /**
   * Shows the others a reaction.
   *
   * @throws NotAdmittedError; ListenOnlyError (`meeting.listen-only`) for who looks on
   */
  react({ meeting, seat }: Place, reaction: Reaction): void {
    requireVoice(seat);
    const { participantId } = seat;
    meeting.company
      .reachedBy(seat)
      .forEach((to) => to.tell('reacted', { participantId, reaction }));
  }

  /** Tells who has joined, or joined again after a lost line, whose hands are up. */
  joined({ meeting, seat }: Place): void {
    const hands = handsFor(seat, meeting);
    if (hands.length > 0) {
      seat.tell('handsChanged', { hands });
    }
  }
}

/** A student is not heard, so nobody is asked to listen to them. */
function requireVoice(seat: Seat): void {
  if (!seat.isAdmitted) {
    throw new NotAdmittedError();
  }
  if (!isHeard(seat.role)) {
    throw new ListenOnlyError();
  }
}

function tellAll(meeting: Meeting): void {
  meeting.seats.admitted().forEach((seat) => {
    seat.tell('handsChanged', { hands: handsFor(seat, meeting) });
  });
}

/** Hands that are up, the first that went up first: those of whom somebody may hear anything now, and their own. */
function handsFor(to: Seat, { seats, company }: Meeting): string[] {
  return seats
    .admitted()
    .filter((from) => from === to || company.mayReach(from, to))
    .filter(({ handRaisedAt }) => handRaisedAt !== null)
    .sort((one, other) => (one.handRaisedAt ?? 0) - (other.handRaisedAt ?? 0))
    .map(({ participantId }) => participantId);
}
