import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, type AuditActor } from '@tapaamo/audit';
import { BookingRow } from '@tapaamo/booking';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import type { EntityManager } from 'typeorm';
import { reachedVisit } from '../reach/reached-visit.js';
import { VisitRow } from '../visit.entity.js';
import { overdueBefore } from './overdue.js';
import { VisitClosing } from './visit-closing.js';

const BATCH = 100;

/** Ends visits: by the professional, or by the clock when nobody did. */
@Injectable()
export class EndVisitService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly closing: VisitClosing,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Ends a visit for everybody. Ending what has ended changes nothing. A visit that the clock ought to have ended
   * is ended as the clock would: nobody lengthens its retention by pressing a button late.
   *
   * @throws DeniedOrMissingError
   */
  async end(actor: StaffActor, visitId: string): Promise<void> {
    const now = this.clock.now();
    await this.scope.of(actor.organisationId, async (tx) => {
      const options = { now, lock: true };
      const { visit, booking, relation } = await reachedVisit(tx, actor, visitId, options);
      // Before its time that is calling it off, which whom it is only shared with does not decide.
      if (relation === 'shared' && booking.status === 'booked' && now < booking.startsAt) {
        throw new DeniedOrMissingError();
      }
      const endedAt = booking.endsAt <= overdueBefore(this.clock) ? booking.endsAt : now;
      if (await this.closing.close(tx, visit, booking, { endedAt })) {
        await this.#tell(tx, visit, { kind: 'staff', id: actor.professionalId });
      }
    });
  }

  /**
   * Ends the visits that nobody ended within 12 hours after their booked end. Their retention counts from the
   * booked end all the same. One visit's failure never stops another's. @returns How many.
   */
  async closeOverdue(): Promise<number> {
    const failed: string[] = [];
    let closed = 0;
    for (
      let overdue = await this.#overdueBesides(failed);
      overdue.length > 0;
      overdue = await this.#overdueBesides(failed)
    ) {
      for (const { id, organisationId } of overdue) {
        try {
          const close = (tx: EntityManager) => this.#closeOverdueOne(tx, id);
          await this.scope.of(organisationId, close, 'ending overdue visits');
          closed += 1;
        } catch (error) {
          failed.push(id);
          this.logger.error('visit.not-closed', { visitId: id }, error);
        }
      }
    }
    return closed;
  }

  /** Open visits that are overdue, longest first, besides those that failed in this run. */
  async #overdueBesides(failed: string[]): Promise<VisitRow[]> {
    return this.scope.everywhere('ending overdue visits', (tx) =>
      tx
        .createQueryBuilder(VisitRow, 'visit')
        .innerJoin(BookingRow, 'booking', 'booking.id = visit.booking_id')
        .where('visit.ended_at IS NULL AND booking.ends_at <= :before', {
          before: overdueBefore(this.clock),
        })
        .andWhere('visit.id <> ALL (:failed)', { failed })
        .orderBy('booking.ends_at')
        .limit(BATCH)
        .getMany(),
    );
  }

  async #closeOverdueOne(tx: EntityManager, visitId: string): Promise<void> {
    const visit = await tx.findOne(VisitRow, {
      where: { id: visitId },
      lock: { mode: 'pessimistic_write' },
    });
    const booking = visit === null ? null : await tx.findOneBy(BookingRow, { id: visit.bookingId });
    if (
      visit !== null &&
      booking !== null &&
      (await this.closing.close(tx, visit, booking, { endedAt: booking.endsAt }))
    ) {
      await this.#tell(tx, visit, { kind: 'system' });
    }
  }

  async #tell(tx: EntityManager, visit: VisitRow, actor: AuditActor): Promise<void> {
    await this.audit.append(tx, {
      organisationId: visit.organisationId,
      actor,
      event: 'visit.ended',
      target: { kind: 'visit', id: visit.id },
      details: { by: actor.kind === 'staff' ? 'professional' : 'clock' },
    });
  }
}
