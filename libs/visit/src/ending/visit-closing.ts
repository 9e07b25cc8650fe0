import { Injectable } from '@nestjs/common';
import { BookingRepository, BookingRow, outcomeOf } from '@tapaamo/booking';
import { Logger } from '@tapaamo/logging';
import { Outbox } from '@tapaamo/notification';
import { StatisticsService } from '@tapaamo/statistics';
import type { EntityManager } from 'typeorm';
import { Participant } from '../participant.entity.js';
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
    private readonly outbox: Outbox,
    private readonly changes: VisitChanges,
    private readonly logger: Logger,
  ) {}

  /**
   * Ends a visit, whose row the transaction holds, and settles outcome, due instant, count and messages.
   *
   * @returns False when it had ended already.
   */
  async close(
    tx: EntityManager,
    visit: VisitRow,
    booking: BookingRow,
    endedAt: Date,
  ): Promise<boolean> {
    if (visit.endedAt !== null) {
      return false;
    }
    const outcome = outcomeOf(booking.status, endedAt < booking.startsAt);
    await this.bookings.transition(tx, booking, outcome);
    await this.dueInstant.settle(tx, visit, {
      scheduledEnd: booking.endsAt,
      // Who did not come is due from the booked end, however late somebody pressed the button.
      actualEnd: outcome === 'fulfilled' ? endedAt : null,
      cancelledAt: outcome === 'cancelled' ? endedAt : null,
    });
    await tx.update(VisitRow, { id: visit.id }, { endedAt });
    await tx.update(Participant, { visitId: visit.id }, { connectedNodeId: null });
    const { organisationId, serviceId, startsAt } = booking;
    await this.outbox.giveUp(tx, visit.id);
    await this.statistics.countVisit(tx, { organisationId, serviceId, startsAt, outcome });
    await this.changes.announce(tx, { organisationId, visitId: visit.id });
    this.logger.info('visit.ended', { visitId: visit.id, organisationId });
    return true;
  }
}
