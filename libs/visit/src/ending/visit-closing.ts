import { Injectable } from '@nestjs/common';
import { BookingRepository, BookingRow, outcomeOf } from '@tapaamo/booking';
import { Clock } from '@tapaamo/common';
import { Logger } from '@tapaamo/logging';
import { Outbox } from '@tapaamo/notification';
import { RetentionPolicy, purgeDueAt } from '@tapaamo/retention';
import { StatisticsService } from '@tapaamo/statistics';
import { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import { Participant } from '../participant.entity.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitRow } from '../visit.entity.js';

/** What ends with a visit, whoever ends it. */
@Injectable()
export class VisitClosing {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly statistics: StatisticsService,
    private readonly vault: Vault,
    private readonly outbox: Outbox,
    private readonly changes: VisitChanges,
    private readonly clock: Clock,
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
    // Who did not come is due from the booked end, however late somebody pressed the button.
    const heldUntil = outcome === 'fulfilled' ? endedAt : null;
    await this.#settleDueAt(tx, { visit, booking, heldUntil });
    await tx.update(VisitRow, { id: visit.id }, { endedAt });
    await tx.update(Participant, { visitId: visit.id }, { connectedNodeId: null });
    const { organisationId, serviceId, startsAt } = booking;
    await this.outbox.giveUp(tx, visit.id);
    await this.statistics.countVisit(tx, { organisationId, serviceId, startsAt, outcome });
    await this.changes.announce(tx, { organisationId, visitId: visit.id });
    this.logger.info('visit.ended', { visitId: visit.id, organisationId });
    return true;
  }

  /** A visit that ran over its booked end is due later; its key moves to that day. A due visit stays as it is. */
  async #settleDueAt(
    tx: EntityManager,
    { visit, booking, heldUntil }: { visit: VisitRow; booking: BookingRow; heldUntil: Date | null },
  ): Promise<void> {
    const policy = await tx.findOneByOrFail(RetentionPolicy, { id: visit.retentionPolicyId });
    const dueAt = purgeDueAt(policy, { scheduledEnd: booking.endsAt, endedAt: heldUntil });
    if (dueAt > visit.purgeDueAt && visit.purgeDueAt > this.clock.now()) {
      await this.vault.moveVisit(tx, visit.id, dueAt);
      await tx.update(VisitRow, { id: visit.id }, { purgeDueAt: dueAt });
    }
  }
}
