import type { NotificationBody } from '@tapaamo/contracts';
import type { MeetingVisit } from '@tapaamo/visit';
import type { ConnectionFact, ConnectionRecords } from '../registry/connection-records.service.js';
import { admissionOfRemoved, becauseIn, fateOf } from './seat-rules.js';
import type { Seat } from './seat.js';
import type { Seats } from './seats.js';

/** Makes the seats agree with the visit, and ends them: each with its media, its line and its record. */
export class SeatKeeper {
  constructor(
    private readonly seats: Seats,
    private readonly records: ConnectionRecords,
    private readonly nodeId: string,
  ) {}

  /** Makes every seat agree with the visit as it was just read. Media of the newly admitted is not built here. */
  settle(visit: MeetingVisit): void {
    const seats = this.seats.all();
    const coming = new Set(seats.filter((seat) => fateOf(seat, visit) === 'admit'));
    // Who goes, goes before anybody comes: only who stays learns of who comes.
    for (const seat of [...seats.filter((one) => !coming.has(one)), ...coming]) {
      this.#settleSeat(seat, visit);
      seat.tellDelay(visit.delay);
    }
  }

  /** Ends every seat, because the visit is over. */
  endAll(visit: MeetingVisit, endedAt: Date): void {
    for (const seat of this.seats.all()) {
      seat.tell('visitEnded', visitEnded(visit, endedAt));
      this.seats.remove(seat);
      this.#close(seat);
    }
  }

  /**
   * Ends every line without a word: the visit lives on another node or this one stops, and whoever loses the line asks for
   * the way again.
   */
  letGo(): void {
    for (const seat of this.seats.all()) {
      this.seats.remove(seat);
      this.#close(seat);
    }
  }

  /** Takes a seat away from who leaves on purpose. Resolves when that is recorded. */
  async leave(seat: Seat): Promise<void> {
    this.#giveUp(seat);
    await this.record(seat, 'left');
  }

  /** Writes down what became of a seat's line. */
  record({ participantId, role, sessionId }: Seat, fact: ConnectionFact): Promise<void> {
    const whose = { ...this.seats.visit, participantId, role, sessionId };
    return this.records.record({ ...whose, nodeId: this.nodeId }, fact);
  }

  #settleSeat(seat: Seat, visit: MeetingVisit): void {
    const because = becauseIn(visit, seat.participantId);
    const isSame = seat.because === because;
    seat.because = because;
    switch (fateOf(seat, visit)) {
      case 'keep':
        return isSame ? undefined : seat.tellStanding();
      case 'admit':
        return this.#admit(seat);
      case 'return-to-waiting':
        return this.#returnToWaiting(seat);
      case 'removed':
        seat.tell('admissionChanged', { admission: admissionOfRemoved(seat.participantId, visit) });
        return this.#dismiss(seat);
      case 'replaced':
        return this.#dismiss(seat);
    }
  }

  #admit(seat: Seat): void {
    seat.admission = 'admitted';
    seat.joinBeganAt = performance.now();
    seat.tellStanding();
    this.seats.tellOthers(seat, 'participantJoined', seat.description);
  }

  #returnToWaiting(seat: Seat): void {
    seat.admission = 'waiting';
    seat.handRaisedAt = null;
    seat.dropMedia();
    seat.tellStanding();
    this.seats.tellOthers(seat, 'participantLeft', { participantId: seat.participantId });
  }

  #dismiss(seat: Seat): void {
    seat.tell('connectionReplaced', {});
    this.#giveUp(seat);
    this.#close(seat);
  }

  #giveUp(seat: Seat): void {
    this.seats.remove(seat);
    if (seat.isAdmitted) {
      this.seats.tellOthers(seat, 'participantLeft', { participantId: seat.participantId });
    }
    seat.dropMedia();
    // A request under way still holds the seat; it may do nothing with it any more.
    seat.admission = 'left';
  }

  #close(seat: Seat): void {
    seat.dropMedia();
    seat.admission = 'left';
    if (seat.connection !== null) {
      void this.record(seat, 'disconnected');
    }
    seat.disconnect();
  }
}

/** What participants are told of the end. */
export function visitEnded(visit: MeetingVisit, endedAt: Date): NotificationBody<'visitEnded'> {
  return { endedAt: endedAt.toISOString(), purgeDueAt: visit.purgeDueAt.toISOString() };
}
