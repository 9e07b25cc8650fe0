import { Injectable } from '@nestjs/common';
import { BookingRow } from '@tapaamo/booking';
import { Clock, TZDATA_VERSION } from '@tapaamo/common';
import { sqlState } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import {
  RetentionPolicy,
  dueUnder,
  nightOfShortening,
  purgeDueAt,
  relationshipReviewAt,
  type EndOfVisit,
} from '@tapaamo/retention';
import { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import { lockVisit } from '../lock-visit.js';
import { VisitRow } from '../visit.entity.js';
import { endOfVisit } from './end-of-visit.js';

/** Settles when a visit is due to be forgotten. Keys that are away or damaged keep nobody in a visit. */
@Injectable()
export class DueInstant {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Moves the due instant to where the visit's end puts it, and its key to that day. A due visit stays as it is. Where the
   * key cannot be moved, the earlier of the two instants counts.
   */
  async settle(tx: EntityManager, visit: VisitRow, end: EndOfVisit): Promise<void> {
    const policy = await tx.findOneByOrFail(RetentionPolicy, { id: visit.retentionPolicyId });
    const dueAt = purgeDueAt(policy, end);
    const reviewAt = relationshipReviewAt(policy.reviewPeriod, end);
    const { id, purgeDueAt: before } = visit;
    if (before <= this.clock.now()) {
      return;
    }
    const moves = dueAt.getTime() !== before.getTime();
    const isMoved = moves && ((await this.#moveKey(tx, visit, dueAt)) || dueAt < before);
    if (isMoved || reviewAt?.getTime() !== visit.relationshipReviewAt?.getTime()) {
      const due = isMoved ? { purgeDueAt: dueAt, purgeTzdata: TZDATA_VERSION } : {};
      await tx.update(VisitRow, { id }, { ...due, relationshipReviewAt: reviewAt });
    }
  }

  /**
   * Brings a due instant forward, as a shorter policy asks, and puts the visit under that policy. What is due sooner anyway,
   * or forgotten by now, stays as it is.
   *
   * @param policy.reviewAt - When the policy asks whether the client relationship goes on.
   */
  async bringForward(
    tx: EntityManager,
    visitId: string,
    { dueAt, reviewAt, policyId }: { dueAt: Date; reviewAt: Date | null; policyId: string },
  ): Promise<void> {
    const visit = await lockVisit(tx, visitId);
    if (visit !== null && dueAt < dueInstantOf(visit)) {
      const under = { retentionPolicyId: policyId, relationshipReviewAt: reviewAt };
      await this.#bring(tx, visit, dueAt, under);
    }
  }

  /**
   * Says of a visit, whose row the transaction holds, that its client relationship is over. It is due no later for that.
   *
   * @param endedAt - When it was said.
   */
  async endRelationship(tx: EntityManager, visit: VisitRow, endedAt: Date): Promise<void> {
    const policy = await tx.findOneByOrFail(RetentionPolicy, { id: visit.retentionPolicyId });
    const booking = await tx.findOneByOrFail(BookingRow, { id: visit.bookingId });
    const end = { ...endOfVisit(visit, booking), relationshipEndedAt: endedAt };
    const over = { relationshipEndedAt: endedAt, relationshipReviewAt: null };
    await this.#bring(tx, visit, purgeDueAt(policy, end), over);
  }

  /**
   * Reckons a due instant anew by the time zone data of today: never later than it was, and nothing that was not due is so
   * before the night that a shorter policy would have to wait for.
   */
  async reckonAnew(tx: EntityManager, visitId: string): Promise<void> {
    const visit = await lockVisit(tx, visitId);
    const now = this.clock.now();
    if (visit === null || dueInstantOf(visit) <= now) {
      return;
    }
    const policy = await tx.findOneByOrFail(RetentionPolicy, { id: visit.retentionPolicyId });
    const booking = await tx.findOneByOrFail(BookingRow, { id: visit.bookingId });
    const bounds = { present: dueInstantOf(visit), from: nightOfShortening(now) };
    await this.#bring(tx, visit, dueUnder(policy, endOfVisit(visit, booking), bounds), {});
  }

  /** Lets a visit be due at an instant, unless it is sooner already. One that is held stays hidden, and its key where it is. */
  async #bring(
    tx: EntityManager,
    visit: VisitRow,
    dueAt: Date,
    more: Partial<VisitRow>,
  ): Promise<void> {
    const before = dueInstantOf(visit);
    const instant = dueAt < before ? dueAt : before;
    const isHeld = visit.heldDueAt !== null;
    if (dueAt < before && !isHeld) {
      await this.#moveKey(tx, visit, dueAt);
    }
    const due = isHeld ? { heldDueAt: instant } : { purgeDueAt: instant };
    await tx.update(VisitRow, { id: visit.id }, { ...due, purgeTzdata: TZDATA_VERSION, ...more });
  }

  async #moveKey(
    tx: EntityManager,
    { id: visitId, organisationId }: VisitRow,
    dueAt: Date,
  ): Promise<boolean> {
    try {
      await this.vault.moveVisit(tx, visitId, dueAt);
      return true;
    } catch (error) {
      if (sqlState(error) !== undefined) {
        throw error;
      }
      this.logger.error('visit.key-not-moved', { visitId, organisationId }, error);
      return false;
    }
  }
}

/** When a visit is due, also while it is held. */
function dueInstantOf(visit: VisitRow): Date {
  return visit.heldDueAt ?? visit.purgeDueAt;
}
