import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { BookingOverlapError, BookingRow } from '@tapaamo/booking';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import type { StaffHandOver } from '@tapaamo/contracts';
import { OrganisationScope, sqlState } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { Colleagues, NotOneselfError, Professional } from '@tapaamo/professional';
import { IsNull } from 'typeorm';
import { reachedVisit } from '../reach/reached-visit.js';
import { overdueBefore } from '../ending/overdue.js';
import { VisitEndedError } from '../visit.errors.js';
import { VisitRow } from '../visit.entity.js';
import { BookingTransfer } from './booking-transfer.js';

/** SQLSTATE of a transaction that was ended because it and another one waited for each other. */
const DEADLOCK = '40P01';

/** From whom to whom. */
interface Way {
  fromId: string;
  toId: string;
}

/** What became of one visit of many. One that is somebody else's by now, or has ended, is `not-theirs`. */
type Outcome = 'moved' | 'not-theirs' | { overlaps: BookingRow };

/** The use cases "a visit is handed over" and "all visits of somebody who leaves are". */
@Injectable()
export class HandOverVisitService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly colleagues: Colleagues,
    private readonly transfers: BookingTransfer,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Hands one visit over, in the middle of a call too.
   *
   * @throws DeniedOrMissingError, also for whom it is only shared with; VisitEndedError; CannotMeetClientsError
   *   (`staff.cannot-meet-clients`); BookingOverlapError (`booking.overlap`); NotOneselfError (`staff.not-oneself`) for a
   *   lead or a stand-in who would take it themselves: what they reach does not outlive their tie
   */
  async one(actor: StaffActor, visitId: string, toId: string): Promise<void> {
    await this.scope.of(actor.organisationId, async (tx) => {
      const options = { now: this.clock.now(), lock: true, toDecide: true };
      const reached = await reachedVisit(tx, actor, visitId, options);
      if (reached.visit.endedAt !== null) {
        throw new VisitEndedError();
      }
      if (toId === actor.professionalId && reached.relation !== 'own') {
        throw new NotOneselfError();
      }
      await this.colleagues.require(tx, actor.organisationId, toId);
      await this.transfers.transfer(tx, actor, reached, toId);
    });
  }

  /**
   * Hands over everything that somebody has ahead of them or has not ended, each in a transaction of its own: nobody's booking waits for the
   * whole, and one visit's failure stops no other. What the colleague has no time for stays, and is answered by its times:
   * who decides this may see no client.
   *
   * @throws DeniedOrMissingError when there is no such account; NotOneselfError (`staff.not-oneself`) for an admin who
   *   would take it themselves; CannotMeetClientsError (`staff.cannot-meet-clients`); what kept a visit, when all the
   *   others are handed over. Asking again goes on with what is left.
   */
  async all(actor: StaffActor, fromId: string, toId: string): Promise<StaffHandOver> {
    const visitIds = await this.#ahead(actor, fromId, toId);
    const overlapping: StaffHandOver['overlapping'] = [];
    const failures: unknown[] = [];
    let handedOver = 0;
    for (const visitId of visitIds) {
      try {
        const outcome = await this.#moveAgain(actor, visitId, { fromId, toId });
        if (outcome === 'moved') {
          handedOver += 1;
        } else if (outcome !== 'not-theirs') {
          const { startsAt, endsAt } = outcome.overlaps;
          overlapping.push({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });
        }
      } catch (error) {
        this.logger.error('visit.not-handed-over', { visitId }, error);
        failures.push(error);
      }
    }
    if (failures.length > 0) {
      throw failures[0];
    }
    return { handedOver, overlapping };
  }

  /** The colleague may be booking that time just now, and each waits for the other: then the database ends one of them. */
  async #moveAgain(actor: StaffActor, visitId: string, way: Way): Promise<Outcome> {
    try {
      return await this.#move(actor, visitId, way);
    } catch (error) {
      if (sqlState(error) !== DEADLOCK) {
        throw error;
      }
      return this.#move(actor, visitId, way);
    }
  }

  async #move(actor: StaffActor, visitId: string, { fromId, toId }: Way): Promise<Outcome> {
    const { organisationId } = actor;
    return this.scope.of(organisationId, async (tx) => {
      // First, so that what is read next is what nobody else is changing.
      const visit = await tx.findOne(VisitRow, {
        where: { id: visitId, endedAt: IsNull() },
        lock: { mode: 'pessimistic_write' },
      });
      const booking = visit && (await tx.findOneBy(BookingRow, { id: visit.bookingId }));
      if (visit === null || booking?.professionalId !== fromId) {
        return 'not-theirs';
      }
      try {
        // A savepoint: the refusal is an answer, and ends no transaction.
        await tx.transaction((one) =>
          this.transfers.transfer(one, actor, { visit, booking }, toId),
        );
        return 'moved';
      } catch (error) {
        if (error instanceof BookingOverlapError) {
          return { overlaps: booking };
        }
        throw error;
      }
    });
  }

  /**
   * Open visits of somebody, earliest first. A call that goes on past its booked end is one, or its client would be left
   * alone; what the clock ought to have ended is none.
   */
  async #ahead(actor: StaffActor, fromId: string, toId: string): Promise<string[]> {
    const { organisationId } = actor;
    return this.scope.of(organisationId, async (tx) => {
      if (!(await tx.existsBy(Professional, { id: fromId, organisationId }))) {
        throw new DeniedOrMissingError();
      }
      if (toId === actor.professionalId) {
        throw new NotOneselfError();
      }
      await this.colleagues.require(tx, organisationId, toId);
      if (fromId === toId) {
        return [];
      }
      const visits = await tx
        .createQueryBuilder(VisitRow, 'visit')
        .innerJoin(BookingRow, 'booking', 'booking.id = visit.booking_id')
        .where('booking.professional_id = :fromId AND visit.ended_at IS NULL', { fromId })
        .andWhere('booking.ends_at > :overdue', { overdue: overdueBefore(this.clock) })
        .orderBy('booking.starts_at')
        .addOrderBy('booking.id')
        .getMany();
      return visits.map(({ id }) => id);
    });
  }
}
