import { Injectable } from '@nestjs/common';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import type { EntityManager } from 'typeorm';
import { lockVisit } from '../lock-visit.js';
import { VisitChanges } from '../visit-changes.js';
import type { VisitRef } from '../visit-ref.js';
import { VisitRow } from '../visit.entity.js';
import { VisitNotEndedError } from '../visit.errors.js';

const IN_HAND = 'SELECT FROM purge_item WHERE visit_id = $1';

/**
 * Takes a visit that is over out of everybody's sight and keeps it from being erased. It is due from then on, so that it is
 * hidden as what is due is hidden, and its own due instant stands beside: what has one there no sweep takes.
 */
@Injectable()
export class HoldVisit {
  constructor(
    private readonly changes: VisitChanges,
    private readonly clock: Clock,
  ) {}

  /**
   * Holds the row of a visit that is over and not due, until the transaction ends.
   *
   * @throws DeniedOrMissingError, also when it is held; VisitNotEndedError (`visit.not-ended`)
   */
  async requireOver(tx: EntityManager, { visitId, organisationId }: VisitRef): Promise<VisitRow> {
    const visit = await lockVisit(tx, visitId);
    const isOurs = visit?.organisationId === organisationId;
    if (visit === null || !isOurs || visit.purgeDueAt <= this.clock.now()) {
      throw new DeniedOrMissingError();
    }
    // By another clock than ours a sweep may have it in hand already: its key is gone.
    if ((await tx.query<unknown[]>(IN_HAND, [visitId])).length > 0) {
      throw new DeniedOrMissingError();
    }
    if (visit.endedAt === null) {
      throw new VisitNotEndedError();
    }
    return visit;
  }

  /** Hides a visit and keeps it. @throws As `requireOver` */
  async hold(tx: EntityManager, of: VisitRef): Promise<void> {
    const { id, purgeDueAt: heldDueAt } = await this.requireOver(tx, of);
    await tx.update(VisitRow, { id }, { purgeDueAt: this.clock.now(), heldDueAt });
    await this.changes.announce(tx, of);
  }

  /**
   * Ends that: it is there again until it is due, and when that is past it goes with the next sweep.
   *
   * @param tx - Sees what is due.
   */
  async giveBack(tx: EntityManager, of: VisitRef): Promise<void> {
    const visit = await lockVisit(tx, of.visitId);
    if (visit === null || visit.heldDueAt === null) {
      return;
    }
    const now = this.clock.now();
    const purgeDueAt = visit.heldDueAt > now ? visit.heldDueAt : now;
    await tx.update(VisitRow, { id: visit.id }, { purgeDueAt, heldDueAt: null });
    await this.changes.announce(tx, of);
  }

  /** When a held visit is due. @param tx - Sees what is due. @returns Null when it is not held. */
  async dueAt(tx: EntityManager, visitId: string): Promise<Date | null> {
    return (await tx.findOneBy(VisitRow, { id: visitId }))?.heldDueAt ?? null;
  }
}
