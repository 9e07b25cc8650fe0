import { Injectable } from '@nestjs/common';
import { BookingRepository, BookingRow, outcomeOf } from '@tapaamo/booking';
import { Clock } from '@tapaamo/common';
import type { BookingStatus, CancelReason } from '@tapaamo/contracts';
import { sqlState } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { StatisticsService } from '@tapaamo/statistics';
import type { EntityManager } from 'typeorm';
import { NO_DELAY } from '../door/delay.js';
import { doorClosesAt } from '../door/door-opens-at.js';
import { lastMet } from '../meeting-node/last-met.js';
import { Participant } from '../participant.entity.js';
import { VisitMessages } from '../telling/visit-messages.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitRow } from '../visit.entity.js';
import { DueInstant } from './due-instant.js';

/** What ends with a visit, whoever ends it. */
@Injectable()
export class VisitClosing {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly statistics: StatisticsService,
    private readonly dueInstant: DueInstant,
    private readonly messages: VisitMessages,
    private readonly changes: VisitChanges,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Ends a visit, whose row the transaction holds, and settles outcome, due instant, count and messages. Retention counts
   * from when client and professional were last together, or from the booked end if that is later: nobody lengthens it by
   * pressing a button late.
   *
   * @param end.endedAt - When it is ended; a visit in which they were together longer ended then, as far as the clock lets it.
   * @param end.cancelled - Why it was called off, if it was.
   * @returns False when it had ended already.
   */
  async close(
    tx: EntityManager,
    visit: VisitRow,
    booking: BookingRow,
    { endedAt, cancelled = null }: { endedAt: Date; cancelled?: CancelReason | null },
  ): Promise<boolean> {
    if (visit.endedAt !== null) {
      return false;
    }
    const outcome =
      cancelled === null ? outcomeOf(booking.status, endedAt < booking.startsAt) : 'cancelled';
    await this.bookings.transition(tx, booking, outcome, cancelled);
    const metUntil = await this.#metUntil(tx, visit, booking);
    await this.dueInstant.settle(tx, visit, {
      scheduledEnd: booking.endsAt,
      actualEnd: metUntil,
      cancelledAt: outcome === 'cancelled' ? endedAt : null,
      relationshipEndedAt: visit.relationshipEndedAt,
    });
    const over = metUntil !== null && metUntil > endedAt ? metUntil : endedAt;
    const ended = { endedAt: over, lastMetAt: metUntil, ...NO_DELAY };
    await tx.update(VisitRow, { id: visit.id }, ended);
    await tx.update(Participant, { visitId: visit.id }, { connectedNodeId: null });
    const { organisationId, serviceId, startsAt } = booking;
    await this.#tellClient(tx, visit, booking, outcome);
    await this.statistics.countVisit(tx, { organisationId, serviceId, startsAt, outcome });
    await this.changes.announce(tx, { organisationId, visitId: visit.id });
    this.logger.info('visit.ended', { visitId: visit.id, organisationId });
    return true;
  }

  /**
   * Who was invited to what does not take place is told. Keys that are away or damaged keep nobody in a visit: then nobody
   * can be told, and the door says it.
   */
  async #tellClient(
    tx: EntityManager,
    { id: visitId }: VisitRow,
    booking: BookingRow,
    outcome: BookingStatus,
  ): Promise<void> {
    await this.messages.withdraw(tx, { visitId });
    if (outcome === 'cancelled') {
      try {
        await this.messages.tellCancelled(tx, visitId, booking);
      } catch (error) {
        if (sqlState(error) !== undefined) {
          throw error;
        }
        this.logger.error('visit.cancellation-not-told', { visitId }, error);
      }
    }
  }

  /** When they were last together; a meeting that never ends is over when the clock ends the visit. */
  async #metUntil(tx: EntityManager, visit: VisitRow, booking: BookingRow): Promise<Date | null> {
    const metAt = await lastMet(tx, visit.id, this.clock.now());
    const closesAt = doorClosesAt(booking.endsAt);
    return metAt !== null && metAt > closesAt ? closesAt : metAt;
  }
}
