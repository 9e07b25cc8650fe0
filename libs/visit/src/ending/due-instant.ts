import { Injectable } from '@nestjs/common';
import { Clock, TZDATA_VERSION } from '@tapaamo/common';
import { sqlState } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { RetentionPolicy, purgeDueAt, type EndOfVisit } from '@tapaamo/retention';
import { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import { lockVisit } from '../lock-visit.js';
import { VisitRow } from '../visit.entity.js';

/** Settles when a visit that is over is due to be forgotten. */
@Injectable()
export class DueInstant {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Moves the due instant to where the visit's end puts it, and its key to that day. A due visit stays as it is. Keys that
   * are away or damaged keep nobody in a visit: the earlier of the two instants then counts.
   */
  async settle(tx: EntityManager, visit: VisitRow, end: EndOfVisit): Promise<void> {
    const policy = await tx.findOneByOrFail(RetentionPolicy, { id: visit.retentionPolicyId });
    const dueAt = purgeDueAt(policy, end);
    const { id, purgeDueAt: before } = visit;
    if (dueAt.getTime() === before.getTime() || before <= this.clock.now()) {
      return;
    }
    if ((await this.#moveKey(tx, visit, dueAt)) || dueAt < before) {
      await tx.update(VisitRow, { id }, { purgeDueAt: dueAt, purgeTzdata: TZDATA_VERSION });
    }
  }

  /**
   * Brings a due instant forward, as a shorter policy asks, and puts the visit under that policy. What is due sooner anyway,
   * or forgotten by now, stays as it is. Keys that are away or damaged keep nobody in a visit.
   */
  async bringForward(
    tx: EntityManager,
    visitId: string,
    { dueAt, policyId: retentionPolicyId }: { dueAt: Date; policyId: string },
  ): Promise<void> {
    const visit = await lockVisit(tx, visitId);
    if (visit === null || visit.purgeDueAt <= dueAt) {
      return;
    }
    await this.#moveKey(tx, visit, dueAt);
    const due = { purgeDueAt: dueAt, purgeTzdata: TZDATA_VERSION, retentionPolicyId };
    await tx.update(VisitRow, { id: visitId }, due);
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
