import { Injectable } from '@nestjs/common';
import { BookingRow } from '@tapaamo/booking';
import { Clock } from '@tapaamo/common';
import type { EntityManager } from 'typeorm';
import { VisitChanges } from '../visit-changes.js';
import { VisitRow } from '../visit.entity.js';
import { VisitClosing } from './visit-closing.js';

/** Takes a visit out of everybody's sight before its day, for the sweep to forget. */
@Injectable()
export class HideVisit {
  constructor(
    private readonly closing: VisitClosing,
    private readonly changes: VisitChanges,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends a visit that nobody ended, and lets it be due now: nobody reads it any more, whose page or door is open is shown
   * that, and what waits to be sent is not.
   *
   * @param tx - Sees what is due, and holds the visit's row.
   */
  async hide(tx: EntityManager, visit: VisitRow): Promise<void> {
    const booking = await tx.findOneByOrFail(BookingRow, { id: visit.bookingId });
    const now = this.clock.now();
    await this.closing.close(tx, visit, booking, { endedAt: now });
    await tx.update(VisitRow, { id: visit.id }, { purgeDueAt: now });
    const { organisationId, id: visitId } = visit;
    await this.changes.announce(tx, { organisationId, visitId });
  }
}
