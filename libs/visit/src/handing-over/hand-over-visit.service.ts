import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { BookingOverlapError, BookingRow } from '@tapaamo/booking';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import type { StaffHandOver } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Colleagues, Professional } from '@tapaamo/professional';
import { In, MoreThan, IsNull, type EntityManager } from 'typeorm';
import { reachedVisit } from '../reach/reached-visit.js';
import { VisitEndedError } from '../visit.errors.js';
import { VisitRow } from '../visit.entity.js';
import { BookingTransfer } from './booking-transfer.js';

/** The use cases "a visit is handed over" and "all visits of somebody who leaves are". */
@Injectable()
export class HandOverVisitService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly colleagues: Colleagues,
    private readonly transfers: BookingTransfer,
    private readonly clock: Clock,
  ) {}

  /**
   * Hands one visit over, in the middle of a call too.
   *
   * @throws DeniedOrMissingError, also for whom it is only shared with; VisitEndedError; CannotMeetClientsError
   *   (`staff.cannot-meet-clients`); BookingOverlapError (`booking.overlap`)
   */
  async one(actor: StaffActor, visitId: string, toId: string): Promise<void> {
    await this.scope.of(actor.organisationId, async (tx) => {
      const options = { now: this.clock.now(), lock: true, toDecide: true };
      const reached = await reachedVisit(tx, actor, visitId, options);
      if (reached.visit.endedAt !== null) {
        throw new VisitEndedError();
      }
      await this.colleagues.require(tx, actor.organisationId, toId);
      await this.transfers.transfer(tx, actor, reached, toId);
    });
  }

  /**
   * Hands over everything that somebody has ahead of them. What the colleague has no time for stays, and is answered by
   * its times: who decides this may see no client.
   *
   * @throws DeniedOrMissingError when there is no such account; CannotMeetClientsError (`staff.cannot-meet-clients`)
   */
  async all(actor: StaffActor, fromId: string, toId: string): Promise<StaffHandOver> {
    const { organisationId } = actor;
    return this.scope.of(organisationId, async (tx) => {
      if (!(await tx.existsBy(Professional, { id: fromId, organisationId }))) {
        throw new DeniedOrMissingError();
      }
      await this.colleagues.require(tx, organisationId, toId);
      const overlapping: StaffHandOver['overlapping'] = [];
      const ahead = fromId === toId ? [] : await this.#ahead(tx, fromId);
      for (const reached of ahead) {
        if (!(await this.#hasMoved(tx, actor, reached, toId))) {
          const { startsAt, endsAt } = reached.booking;
          overlapping.push({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });
        }
      }
      return { handedOver: ahead.length - overlapping.length, overlapping };
    });
  }

  async #hasMoved(
    tx: EntityManager,
    actor: StaffActor,
    reached: { visit: VisitRow; booking: BookingRow },
    toId: string,
  ): Promise<boolean> {
    try {
      // A savepoint: a refused one leaves the others as they are.
      await tx.transaction((one) => this.transfers.transfer(one, actor, reached, toId));
      return true;
    } catch (error) {
      if (error instanceof BookingOverlapError) {
        return false;
      }
      throw error;
    }
  }

  /** Open visits of somebody whose booked end has not passed, earliest first, locked. */
  async #ahead(
    tx: EntityManager,
    professionalId: string,
  ): Promise<{ visit: VisitRow; booking: BookingRow }[]> {
    const bookings = await tx.find(BookingRow, {
      where: { professionalId, endsAt: MoreThan(this.clock.now()) },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
    const visits = await tx.find(VisitRow, {
      where: { bookingId: In(bookings.map(({ id }) => id)), endedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    const byBooking = new Map(visits.map((visit) => [visit.bookingId, visit]));
    return bookings.flatMap((booking) => {
      const visit = byBooking.get(booking.id);
      return visit === undefined ? [] : [{ visit, booking }];
    });
  }
}
