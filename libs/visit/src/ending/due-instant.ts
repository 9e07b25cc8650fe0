import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { RetentionPolicy, purgeDueAt, type EndOfVisit } from '@tapaamo/retention';
import { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import { VisitRow } from '../visit.entity.js';

/** Settles when a visit that is over is due to be forgotten. */
@Injectable()
export class DueInstant {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * Moves the due instant to where the visit's end puts it, and its key to that day. A due visit stays as it is.
   */
  async settle(tx: EntityManager, visit: VisitRow, end: EndOfVisit): Promise<void> {
    const policy = await tx.findOneByOrFail(RetentionPolicy, { id: visit.retentionPolicyId });
    const dueAt = purgeDueAt(policy, end);
    const { id, purgeDueAt: before } = visit;
    if (dueAt.getTime() === before.getTime() || before <= this.clock.now()) {
      return;
    }
    await this.vault.moveVisit(tx, id, dueAt);
    await tx.update(VisitRow, { id }, { purgeDueAt: dueAt });
  }
}
